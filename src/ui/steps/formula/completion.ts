import type { ColumnHead } from '../../../workers/api';
import { FUNCTION_WORDS } from '../../text/formula-functions';
import { clausesAt } from './clauses';
import { caretIn } from './lexing';

/** A name that may be meant. */
export interface Option {
  label: string;
  /** What it is: the kind of a column, or what a function takes. */
  detail: string;
  insert: string;
  /** Where the caret stands afterwards, in what was inserted. */
  caret: number;
}

export interface Completion {
  /** The characters that an option takes the place of. */
  from: number;
  to: number;
  options: readonly Option[];
}

/** Options shown at once. */
const MOST = 8;
const WORDS = ['and', 'or', 'not', 'true', 'false', 'blank'];

const column = ({ name, kind }: ColumnHead): Option => {
  const insert = `[${name.replaceAll(']', ']]')}]`;
  return { label: name, detail: kind === 'boolean' ? 'yes or no' : kind, insert, caret: insert.length };
};
const FUNCTIONS: readonly Option[] = Object.values(FUNCTION_WORDS).flatMap((group) =>
  Object.entries(group).map(([name, { takes }]) => ({
    label: name,
    detail: `(${takes})`,
    insert: `${name}()`,
    caret: name.length + (takes === '' ? 2 : 1),
  })),
);
const plain = (word: string): Option => ({
  label: word,
  detail: '',
  insert: `${word} `,
  caret: word.length + 1,
});
const PLAIN: readonly Option[] = WORDS.map(plain);

/** What may be meant at the caret; null where there is nothing to offer. @param all also where nothing was begun */
export function completionAt(
  formula: string,
  caret: number,
  columns: readonly ColumnHead[],
  all = false,
): Completion | null {
  const at = caretIn(formula, caret);
  if (at.in === 'text' || (at.in === 'between' && !all)) return null;
  const named = columns.map(column);
  const offered =
    at.in === 'column'
      ? named
      : [...named, ...FUNCTIONS, ...PLAIN, ...clausesAt(formula, at.from).map(plain)];
  const begun = formula.slice(at.in === 'column' ? at.from + 1 : at.from, caret).toLowerCase();
  const options = ranked(offered, begun).slice(0, all && begun === '' ? offered.length : MOST);
  if (options.length === 0 || (at.in === 'word' && options[0]!.label === begun && formula[caret] === '('))
    return null;
  return { from: at.from, to: behind(formula, caret, at.in), options };
}

/** The rest of what was begun is replaced too. */
function behind(formula: string, caret: number, within: string): number {
  const rest = formula.slice(caret);
  if (within === 'column') {
    const end = /^[^[\]"'(),]*\]/.exec(rest);
    return caret + (end ? end[0].length : 0);
  }
  return within === 'word' ? caret + (/^[\p{L}\p{N}_]*/u.exec(rest)?.[0].length ?? 0) : caret;
}

/** Those that begin so, then those with a word that does, then those that have it anywhere. */
function ranked(options: readonly Option[], begun: string): Option[] {
  const rank = ({ label }: Option): number => {
    const name = label.toLowerCase();
    if (name.startsWith(begun)) return 0;
    if (name.split(/[\s_.-]+/).some((word) => word.startsWith(begun))) return 1;
    return begun.length > 1 && name.includes(begun) ? 2 : 3;
  };
  return [0, 1, 2].flatMap((wanted) => options.filter((option) => rank(option) === wanted));
}

/** The formula with an option taken, and where the caret stands then. */
export function taken(
  formula: string,
  { from, to }: Completion,
  option: Option,
): { formula: string; caret: number } {
  const called = option.insert.endsWith('()') && formula[to] === '(';
  const insert = called ? option.insert.slice(0, -2) : option.insert;
  return {
    formula: formula.slice(0, from) + insert + formula.slice(to),
    caret: from + (called ? insert.length + 1 : option.caret),
  };
}

/** What the function around the caret takes and gives; null where there is none. */
export function functionAt(
  formula: string,
  caret: number,
): { name: string; takes: string; about: string } | null {
  const inner = [...caretIn(formula, caret).open].reverse();
  const name = inner.find((one) => one.name !== '')?.name.toLowerCase();
  const words = name && Object.values(FUNCTION_WORDS).find((group) => Object.hasOwn(group, name))?.[name];
  return words ? { name, takes: words.takes, about: words.about } : null;
}
