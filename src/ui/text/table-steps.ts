import type { RecipeStep, StepOutcome } from '../../engine/index';
import { change, count, counted, listed } from './format';

type Params = RecipeStep['params'];
type Effect = (outcome: StepOutcome, params: Params) => string;

const list = (params: Params, key: string): unknown[] =>
  Array.isArray(params[key]) ? (params[key] as unknown[]) : [];
const few = (names: readonly string[]): string =>
  names.length > 3 ? `${names.length} columns` : listed(names);
const columns = (params: Params): string => few(list(params, 'columns').map(String));
const word = (params: Params, key: string): string => String(params[key] ?? '');
const shortened = (text: string): string => (text.length > 30 ? `${text.slice(0, 29)}…` : text);
const renamed = (params: Params) => list(params, 'names') as { column: string; as: string }[];
const sorted = (params: Params) => list(params, 'by') as { column: string }[];

const STANDARD_FORMS: Record<string, string> = {
  'e-mail': 'e-mail addresses',
  phone: 'phone numbers',
  country: 'countries',
  'postal-code': 'postal codes',
};

/** Steps on texts, rows and columns as one line each, before they have run. */
export const TABLE_STEPS: Record<string, (params: Params) => string> = {
  'clean-text': (p) => `Clean the text of ${columns(p)}`,
  'replace-text': (p) => `Replace ‘${shortened(word(p, 'find'))}’ in ${columns(p)}`,
  'merge-spellings': (p) => `Write spellings of ${word(p, 'column')} in one way`,
  'split-column': (p) => `Split ${word(p, 'column')} into ${few(list(p, 'into').map(String))}`,
  extract: (p) => `Take ${word(p, 'as')} out of ${word(p, 'column')}`,
  standardise: (p) => `Write ${columns(p)} as ${STANDARD_FORMS[word(p, 'as')] ?? 'standard forms'}`,
  'filter-rows': (p) => (p.rows === 'set-aside' ? 'Set aside some rows' : 'Keep some rows'),
  'sort-rows': (p) => `Sort by ${few(sorted(p).map(({ column }) => column))}`,
  'sample-rows': (p) =>
    typeof p.share === 'number'
      ? `Keep ${count(Number((p.share * 100).toFixed(2)))} % by chance`
      : `Keep ${count(Number(p.rows))} by chance`,
  'rename-columns': (p) => `Rename ${few(renamed(p).map(({ column }) => column))}`,
  'remove-columns': (p) => `Remove ${columns(p)}`,
  'move-columns': (p) => `Move ${columns(p)}`,
  'set-role': (p) =>
    p.role === null ? `${word(p, 'column')} has no role` : `${word(p, 'column')} is the ${word(p, 'role')}`,
  unpivot: (p) => `Put ${columns(p)} below one another`,
};

const cells: Effect = ({ counts }) => counted(counts.changed ?? 0, 'cell');

function rows({ rowsIn, rowsOut }: StepOutcome): string {
  const by = rowsOut - rowsIn;
  return by === 0 ? 'no rows' : `${change(by)} ${by === -1 || by === 1 ? 'row' : 'rows'}`;
}

const manyColumns =
  (key: string): Effect =>
  (_, params) =>
    counted(list(params, key).length, 'column');

/** What such a step did, in two words. */
export const TABLE_EFFECTS: Record<string, Effect> = {
  'clean-text': cells,
  'replace-text': cells,
  'merge-spellings': cells,
  'split-column': manyColumns('into'),
  standardise: cells,
  extract: ({ counts }) => counted(counts.found ?? 0, 'cell'),
  'filter-rows': rows,
  'sort-rows': () => 'sorted',
  'sample-rows': rows,
  'rename-columns': manyColumns('names'),
  'remove-columns': manyColumns('columns'),
  'move-columns': manyColumns('columns'),
  'set-role': () => '',
  unpivot: rows,
};

const FEW_VALUES = 3;

/** "504 cells are not valid, such as ‘Channel Islands’ and ‘Unspecified’." of a step that writes standard forms. */
export function notValid({
  op,
  counts,
  examples = [],
}: Pick<StepOutcome, 'op' | 'counts' | 'examples'>): string[] {
  const { failed = 0 } = counts;
  if (op !== 'standardise' || failed === 0) return [];
  const values = [...new Set(examples.map(({ value }) => `‘${shortened(value)}’`))].slice(0, FEW_VALUES);
  const such = values.length > 0 ? `, such as ${listed(values)}` : '';
  return [`${counted(failed, 'cell')} ${failed === 1 ? 'is' : 'are'} not valid${such}.`];
}

/** Counts worth a sentence. */
export const TABLE_DETAILS = [
  {
    op: 'split-column',
    key: 'short',
    sentence: (n: number) =>
      `${counted(n, 'cell')} ${n === 1 ? 'has' : 'have'} fewer parts: the last columns are blank there.`,
  },
  { op: 'extract', key: 'without', sentence: (n: number) => `${counted(n, 'cell')} without one.` },
];

const BAD_PATTERNS: Record<string, string> = {
  syntax:
    'is not a regular expression. Close each bracket, and put a backslash before signs that mean themselves.',
  'look-around':
    'looks ahead or behind with (?…), which is not supported. Put what you need into a group instead.',
  'back-reference': 'refers back to a group, which could run without end. Write out what you look for.',
  'repeats-nothing': 'repeats something that may be empty. Use + instead of * inside the bracket.',
  'too-large': 'is too long or repeats too much. Make it shorter.',
};

/** Why a regular expression cannot be used, and what next. */
export const badPattern = (pattern: string, reason: string): string =>
  `${pattern === '' ? 'The pattern' : `The pattern ‘${shortened(pattern)}’`} ${BAD_PATTERNS[reason] ?? BAD_PATTERNS.syntax}`;
