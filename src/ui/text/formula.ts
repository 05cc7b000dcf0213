import type { ErrorDetails, Kind, RecipeStep, StepEffect, StepOutcome } from '../../engine/index';
import { counted, listed, count } from './format';

type Params = RecipeStep['params'];

const SHOWN = 60;
/** A formula in one line, cut where it is long. */
export function shortFormula(formula: unknown): string {
  const line = String(formula ?? '')
    .trim()
    .replace(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line;
}

/** "Calculate total = [Quantity] * [Price]". */
export const formulaSentence = ({ as, formula }: Params): string =>
  `Calculate ${String(as)} = ${shortFormula(formula)}`;

export const formulaEffect = (outcome: StepOutcome): string => counted(outcome.counts.filled ?? 0, 'cell');

const cells = (n: number, why: string): string =>
  `${counted(n, 'cell')} ${n === 1 ? 'is' : 'are'} blank: ${why}.`;

/** Counts worth a sentence. */
export const FORMULA_DETAILS = [
  { op: 'formula', key: 'divided', sentence: (n: number) => cells(n, 'divided by 0') },
  { op: 'formula', key: 'outside', sentence: (n: number) => cells(n, 'a function has no value there') },
  { op: 'formula', key: 'unread', sentence: (n: number) => cells(n, 'a text could not be read') },
];

/** Cells that would be blank, and why. */
export const formulaAhead = ({ op, counts }: Pick<StepEffect, 'op' | 'counts'>): string[] =>
  op === 'formula'
    ? FORMULA_DETAILS.flatMap(({ key, sentence }) => ((counts[key] ?? 0) > 0 ? [sentence(counts[key]!)] : []))
    : [];

const KINDS: Record<string, string> = {
  number: 'a number',
  text: 'text',
  date: 'a date',
  boolean: 'yes or no',
  any: 'a value',
  blank: 'a blank',
};
const kind = (of: unknown): string => KINDS[String(of)] ?? String(of);

const EXPECTED: Record<string, string> = {
  'an operator': 'an operator such as + or =',
  'the end': 'the end of the formula',
  'a blank': '',
  ')': 'a closing parenthesis',
  '(': 'an opening parenthesis',
  ',': 'a comma',
  over: '',
  'order by': '',
};

/** "a value or a column". */
function expected({ expected: all }: ErrorDetails): string {
  const words = (Array.isArray(all) ? all : []).map((word: string) => EXPECTED[word] ?? word).filter(Boolean);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}

const nameOf = ({ name }: ErrorDetails): string =>
  /^\w+$/.test(String(name)) ? `${String(name)}()` : String(name);
const quoted = (text: unknown): string => `'${String(text ?? '')}'`;
const number = ({ expected: all }: ErrorDetails): number => Number(Array.isArray(all) ? all[0] : 0);

const PATTERNS: Record<string, string> = {
  'look-around': 'it looks around, which is not possible here',
  'back-reference': 'it refers back, which is not possible here',
  'repeats-nothing': 'it repeats something that may be empty',
  'too-large': 'it is too large',
};

/** What stands here for a function that has no namesake. */
const ELSEWHERE: Record<string, string> = {
  iferror: ' A cell that cannot be computed is blank: coalesce([Amount] / [Quantity], 0).',
  ifna: ' A cell without a value is blank: coalesce([Amount], 0).',
  countif: ' A condition is counted with if: count(if([Amount] > 5, 1)).',
  sumif: ' A condition is written with if: sum(if([Amount] > 5, [Amount])).',
  averageif: ' A condition is written with if: mean(if([Amount] > 5, [Amount])).',
};
const elsewhere = ({ found }: ErrorDetails): string => {
  const name = String(found).toLowerCase();
  return Object.hasOwn(ELSEWHERE, name) ? ELSEWHERE[name]! : '';
};

const REASONS: Record<string, (details: ErrorDetails) => string> = {
  syntax: (d) => {
    const wanted = expected(d);
    if (d.found === '') return `The formula goes on: ${wanted} is missing.`;
    return `Here stands ${quoted(d.found)}, where ${wanted} is expected.`;
  },
  'too-long': (d) => `A formula has at most ${count(number(d))} characters.`,
  'too-deep': () => 'Too much stands in one another here. Make two columns of it.',
  'unclosed-text': () => 'This text has no closing quote.',
  'unclosed-column': () => 'This column has no closing bracket.',
  sign: ({ proposal }) => (proposal === '^' ? 'A power is written ^ here.' : 'Here it is written as a word.'),
  inside: (d) => `${quoted(d.found)} belongs behind the closing parenthesis.`,
  'several-columns': (d) => `Several columns behind ${quoted(d.found)} belong in parentheses.`,
  'decimal-comma': () => 'Decimals stand behind a point.',
  percent: () => 'There are no per cent here: % is the remainder. Write a share.',
  'bracket-in-name': (d) => `A ] in a column's name is written twice: ${String(d.proposal)}.`,
  'bare-name': (d) =>
    `${quoted(d.found)} is no word of the language. Columns stand in brackets, text in quotes.`,
  'unknown-column': (d) =>
    String(d.found).trim() === '' ? "A column's name is missing." : `There is no column ${quoted(d.found)}.`,
  'unknown-function': (d) => `There is no function ${quoted(d.found)}.${elsewhere(d)}`,
  'no-today': () =>
    'There is no clock and no chance here: the answer must be the same tomorrow. Write a date, as date("2024-12-31").',
  'too-few-arguments': (d) =>
    `${nameOf(d)} needs ${number(d) === 1 ? 'a value' : `at least ${number(d)} values`}.`,
  'too-many-arguments': (d) =>
    `${nameOf(d)} takes ${number(d) === 0 ? 'no value' : number(d) === 1 ? 'one value' : `${number(d)} values at most`}.`,
  pairs: (d) => `${nameOf(d)} needs pairs: a condition or value, and what it gives.`,
  'several-values': (d) => `${nameOf(d)} looks at one column, down its rows.`,
  'wrong-kind': (d) => `${nameOf(d)} needs ${expectedKinds(d)} here; this is ${kind(d.found)}.`,
  'other-kind': (d) => `This is ${kind(d.found)}; beside it stands ${expectedKinds(d)}.`,
  'compare-blank': () => 'Nothing equals a blank. Ask is_blank() instead.',
  'not-constant': (d) => `${nameOf(d)} needs this written out, not a column.`,
  'one-of': (d) =>
    `This must be one of ${listed(Array.isArray(d.expected) ? d.expected.map((word: string) => `"${word}"`) : [])}.`,
  'bad-date': (d) => `${quoted(d.found)} is no date. Write it as 2011-12-09.`,
  'bad-pattern': (d) =>
    `This is no usable pattern: ${PATTERNS[String(d.because)] ?? 'its signs do not go together'}.`,
  'out-of-range': (d) =>
    `This must be a number from ${Array.isArray(d.expected) ? d.expected.join(' to ') : ''}.`,
  'no-over': (d) => `${nameOf(d)} looks at one row, so groups mean nothing to it.`,
  'no-order': (d) => `${nameOf(d)} gives the same in any order.`,
  'not-yes-no': (d) => `A condition is yes or no; this gives ${kind(d.found)}.`,
};

const expectedKinds = ({ expected: all }: ErrorDetails): string =>
  (Array.isArray(all) ? all : []).map((one: string) => kind(one)).join(' or ');

/** What is wrong with a formula, in a sentence or two. */
export const formulaFault = (details: ErrorDetails): string =>
  REASONS[String(details.reason)]?.(details) ?? 'This is no formula.';

/** It only lacks its end: nothing to be blamed for while somebody writes. */
export const isUnfinished = ({ reason, found }: ErrorDetails): boolean =>
  (reason === 'syntax' && found === '') || reason === 'unclosed-text' || reason === 'unclosed-column';

/** "total is a number." */
export const givesSaid = (as: string, of: Kind): string => `${as} is ${kind(of)}.`;

/** The language in a few lines. */
export const LANGUAGE_LINES: readonly (readonly [code: string, line: string])[] = [
  ['[Unit Price]', 'a column by its name; a ] in the name is written twice: [a]]b]'],
  ['+ - * / % ^', 'arithmetic; a date plus days, a date minus a date in days'],
  ['= <> < <= > >=', 'comparison of two values of one kind'],
  ['and or not', 'conditions; a blank is no'],
  ['&', 'joins as text'],
  ['"text" 12.5 true blank', 'values written out; dates as date("2011-12-09")'],
  ['over [Customer]', 'behind a function of columns: for each group'],
  ['order by [Date] desc', 'behind it: in that order'],
];

/** "There is no ‘Good’, only ‘good’: letter case counts." */
export const otherCaseSaid = ({ found, proposal }: ErrorDetails): string =>
  `There is no ‘${String(found)}’ in the column, only ${String(proposal)}: letter case counts.`;
