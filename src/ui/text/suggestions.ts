import type { Suggestion } from '../../engine/index';
import { count, counted, listed, number, share } from './format';

export interface SuggestionText {
  /** Goes on from the count: "cells of Income are blank (8.6 %)". */
  sentence: string;
  /** What the step does with them. */
  act: string;
}

type Details = Suggestion['details'];
type Write = (of: Suggestion, n: number, column: string) => SuggestionText;
const many = (n: number, one: string, more: string): string => (n === 1 ? one : more);
const word = (details: Details, key: string): string => String(details[key] ?? '');
const figure = (details: Details, key: string): string => {
  const value = details[key];
  return typeof value === 'number' ? number(value) : '';
};

const kept =
  (kind: string): Write =>
  ({ details }, n, column) => {
    const failed = Number(details['failed'] ?? 0);
    const rest =
      failed === 0
        ? ''
        : `; ${count(failed)} that ${many(failed, 'is', 'are')} none ${many(failed, 'becomes', 'become')} blank`;
    return {
      sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'holds', 'hold')} ${kind} kept as text`,
      act: `Read as ${kind}${rest}.`,
    };
  };

const blanks =
  (where: string, act: string): Write =>
  (_, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'has', 'have')} ${where}`,
    act,
  });

const outside = (details: Details, early: string, late: string): string =>
  [...(details['early'] === 1 ? [early] : []), ...(details['late'] === 1 ? [late] : [])].join(' or ');

const FORMS: Readonly<Record<string, string>> = {
  'e-mail': 'e-mail addresses',
  phone: 'phone numbers',
  country: 'countries',
  'postal-code': 'postal codes',
};
const formless = (details: Details): string => {
  const failed = Number(details['failed'] ?? 0);
  return failed === 0
    ? ''
    : ` ${count(failed)} that ${many(failed, 'is none stays', 'are none stay')} as ${many(failed, 'it is', 'they are')}.`;
};

const TEXTS: Record<string, Write> = {
  'repeated-key': (_, n, column) => ({
    sentence: `${many(n, 'row repeats', 'rows repeat')} a ${column} of a row above`,
    act: 'Keep the first row of each.',
  }),
  copies: (_, n) => ({
    sentence: `${many(n, 'row copies', 'rows copy')} another row exactly`,
    act: 'Remove them; the first of each stays.',
  }),
  'near-copies': (_, n) => ({
    sentence: `${many(n, 'row copies', 'rows copy')} another but for case and blanks`,
    act: 'Remove them; the first of each stays.',
  }),
  'number-as-text': kept('numbers'),
  'date-as-text': kept('dates'),
  'numbered-name': (_, n, column) => ({
    sentence: `${many(n, 'number', 'numbers')} in ${column} ${many(n, 'names', 'name')} something and ${many(n, 'is', 'are')} no amount`,
    act: 'Read as text.',
  }),
  'future-date': ({ effect }, n, column) => ({
    sentence: `${many(n, 'date', 'dates')} in ${column} ${many(n, 'lies', 'lie')} in the future`,
    act: effect.rows > 0 ? 'Set the rows aside.' : 'Make them blank.',
  }),
  'test-orders': ({ details }, n) => ({
    sentence: `${many(n, 'row looks like a test', 'rows look like tests')}, such as “${word(details, 'value')}”`,
    act: 'Set aside.',
  }),
  placeholder: ({ details }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'says', 'say')} ${figure(details, 'value')}; the next is ${figure(details, 'next')}`,
    act: 'Make blank: it stands for “not known”.',
  }),
  'impossible-birth': ({ details }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'lies', 'lie')} ${outside(details, `before ${word(details, 'from')}`, 'in the future')}`,
    act: 'Make blank: no customer can be born then.',
  }),
  'impossible-age': ({ details }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'is', 'are')} ${outside(details, 'below 0', `above ${word(details, 'to')}`)}`,
    act: 'Make blank: nobody has that age.',
  }),
  blank: ({ details, share: part }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'is', 'are')} blank (${share(part)})`,
    act: details['with'] === 'median' ? 'Fill with the median.' : `Fill with “${word(details, 'value')}”.`,
  }),
  free: (_, n) => ({
    sentence: `${many(n, 'row costs', 'rows cost')} nothing or less`,
    act: 'Set aside.',
  }),
  returns: (_, n, column) => ({
    sentence: `${many(n, 'row is a return', 'rows are returns')} (${column} below 0)`,
    act: 'Set aside. As it stands they are taken off what was spent.',
  }),
  'wrongly-decoded': ({ details }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'has', 'have')} letters that another program spoilt`,
    act: `Write ${word(details, 'plain')} instead of ${word(details, 'value')}.`,
  }),
  'mixed-forms': ({ details }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'is', 'are')} written in another form, as “${word(details, 'value')}”`,
    act: `Write “${word(details, 'into')}”: ${FORMS[word(details, 'as')] ?? 'all'} in one form.${formless(details)}`,
  }),
  'near-spelling': ({ details }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'says', 'say')} ${word(details, 'values')}; most say ${word(details, 'into')}`,
    act: `Write “${word(details, 'into')}” instead.`,
  }),
  'odd-categories': ({ details }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'says', 'say')} what hardly anybody says: ${word(details, 'values')}`,
    act: `Write “${word(details, 'into')}” instead.`,
  }),
  'ids-end-in-zero': ({ details }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'ends', 'end')} in .0`,
    act: `Write ${word(details, 'plain')} instead of ${word(details, 'value')}.`,
  }),
  'blanks-at-ends': blanks('blanks at the ends', 'Remove them.'),
  'blanks-within': blanks('several blanks in a row, or other white space', 'Write one plain blank instead.'),
  'extra-blanks': blanks('blanks at the ends or several in a row', 'Leave one plain blank between words.'),
  'mixed-case': ({ details }, n, column) => ({
    sentence: `${many(n, 'cell', 'cells')} of ${column} ${many(n, 'has', 'have')} other capitals than most, as “${word(details, 'value')}”`,
    act: `Write “${word(details, 'into')}” as most do.`,
  }),
  'mostly-blank': ({ details }, _, column) => ({
    sentence: `column is blank in ${share(Number(details['share']))} of the rows: ${column}`,
    act: 'Remove it.',
  }),
  'copied-column': ({ details }, _, column) => ({
    sentence: `column says the same as ${word(details, 'of')}: ${column}`,
    act: 'Remove it.',
  }),
  constant: (_, n, column) => ({
    sentence: `${many(n, 'column says', 'columns say')} the same in every row: ${column}`,
    act: many(n, 'Remove it.', 'Remove them.'),
  }),
};

/** How many rows, cells or columns a suggestion concerns. */
export const sizeOf = ({ effect: { rows, cells, columns } }: Suggestion): number => rows || cells || columns;

/** A suggestion in words. An unknown one is named by its code, never left out. */
export function suggestionText(of: Suggestion): SuggestionText {
  const write = Object.hasOwn(TEXTS, of.code) ? TEXTS[of.code]! : null;
  if (!write) return { sentence: of.code, act: '' };
  return write(of, sizeOf(of), listed(of.columns));
}

/** Whether the segments stay as they are, in words. */
export function segmentsSay({ why, columns }: Suggestion): string {
  switch (why) {
    case 'not-read':
      return 'No segment changes.';
    case 'filled-alike':
      return 'No segment changes: the segments fill these blanks alike.';
    case 'dropped-anyway':
      return 'No segment changes: the segments leave copies out anyway.';
    case 'rows-count':
      return 'Segments may change: these rows count.';
    case 'read':
      return `Segments may change: they are made from ${listed(columns)}.`;
    case 'may-be-read':
      return `Segments may change: they could be made from ${listed(columns)} then.`;
    case 'makes-copies':
      return 'Segments may change: rows become copies of others, which are left out.';
    case 'no-segments':
      return '';
  }
}

/** "4 suggestions; none changes your segments." */
export function suggestionsSay(all: readonly Suggestion[]): string {
  if (all.length === 0) return 'Nothing to suggest for this table.';
  return `${counted(all.length, 'suggestion')}${segmentsOf(all)}.`;
}

function segmentsOf(all: readonly Suggestion[]): string {
  const safe = all.filter((one) => one.safe).length;
  if (all.every(({ why }) => why === 'no-segments')) return '';
  if (safe === 0) return many(all.length, '; it may change your segments', '; each may change your segments');
  if (safe === all.length) return many(safe, '; it changes no segment', '; none changes your segments');
  return `; ${count(safe)} of them ${many(safe, 'changes', 'change')} no segment`;
}

/** The button that applies all of them at once. */
export const applySafe = (safe: number): string =>
  safe === 1 ? 'Apply the safe one' : `Apply the ${count(safe)} safe ones`;

/** "5 steps added." */
export const stepsAdded = (steps: number): string => `${counted(steps, 'step')} added.`;

export const SUGGESTIONS = {
  title: 'Suggestions',
  looking: 'Looking through the columns.',
  failed: 'What may be cleaned could not be found out. The steps below are there all the same.',
  none: 'There is nothing to suggest for the table as it stands.',
  again: 'Show them again',
} as const;

/** Leads to what was found when the file was read, which a person settles there. */
export const foundInData = (findings: number): string =>
  `Data lists ${findings === 1 ? 'one thing' : `${count(findings)} things`} worth knowing`;

/** Said under the list of those a person has put away. */
export const putAway = (away: number): string =>
  `${counted(away, 'suggestion')} put away as not for this file.`;
