import type { RecipeStep, StepOutcome } from '../../engine/index';
import { BIN_DETAILS, BIN_NOTES, binMethod } from './bins';
import { FEATURE_DETAILS, FEATURE_EFFECTS, FEATURE_METHODS } from './feature-steps';
import { FORMULA_DETAILS, formulaEffect } from './formula';
import { change, count, counted, listed, money } from './format';
import { CUSTOMER_DETAILS, CUSTOMER_METHODS, CUSTOMER_NOTES, repeatsSaid } from './per-customer';
import { outliersBy, ROW_DETAILS, ROW_EFFECTS, ROW_METHODS, ROW_NOTES } from './row-effects';
import { notValid, TABLE_DETAILS, TABLE_EFFECTS } from './table-steps';

type Params = RecipeStep['params'];
const columnsOf = (params: Params): number => (Array.isArray(params.columns) ? params.columns.length : 0);
const said = (outcome: StepOutcome, key: string): number => outcome.counts[key] ?? 0;

function rowsGone(outcome: StepOutcome): string {
  const gone = outcome.rowsOut - outcome.rowsIn;
  return gone === 0 ? 'no rows' : `${change(gone)} ${gone === -1 ? 'row' : 'rows'}`;
}

const customersMade = (outcome: StepOutcome): string => counted(outcome.rowsOut, 'customer');

const EFFECTS: Record<string, (outcome: StepOutcome, params: Params, segments: number | null) => string> = {
  ...ROW_EFFECTS,
  ...TABLE_EFFECTS,
  ...FEATURE_EFFECTS,
  bin: (outcome) => counted(said(outcome, 'bins'), 'bin'),
  formula: formulaEffect,
  append: rowsGone,
  join: (outcome, params) =>
    outcome.rowsOut < outcome.rowsIn ? rowsGone(outcome) : counted(columnsOf(params), 'column'),
  'drop-duplicates': rowsGone,
  'drop-missing': rowsGone,
  'fill-missing': (outcome) => counted(said(outcome, 'filled'), 'cell'),
  'change-type': (outcome) => counted(said(outcome, 'converted'), 'cell'),
  rfm: customersMade,
  aggregate: customersMade,
  'customer-value': customersMade,
  'expected-value': () => counted(4, 'column'),
  'rfm-scores': () => counted(5, 'column'),
  'rule-segments': (outcome) => counted(said(outcome, 'matched'), 'customer'),
  'days-since': () => counted(1, 'column'),
  'keep-values': rowsGone,
  limit: (outcome, params) =>
    params.outside === 'set-aside' ? rowsGone(outcome) : counted(said(outcome, 'outside'), 'cell'),
  'merge-date-time': (outcome) => counted(said(outcome, 'merged'), 'cell'),
  'repair-text': (outcome) => counted(said(outcome, 'changed'), 'cell'),
  'trim-decimals': (outcome) => counted(said(outcome, 'changed'), 'cell'),
  'merge-segments': (outcome) => counted(said(outcome, 'segments'), 'segment'),
  'lasso-segment': (outcome) => counted(said(outcome, 'customers'), 'customer'),
  'pin-segments': (outcome) => counted(said(outcome, 'pinned'), 'segment'),
  'split-segment': (outcome) => counted(said(outcome, 'segments'), 'segment'),
  segment: (_, __, segments) => (segments === null ? '' : counted(segments, 'segment')),
};

/** What a step did, in two words: "−5,268 rows", "4,339 customers", "3 columns". */
export function effectOf(outcome: StepOutcome, params: Params, segments: number | null): string {
  const effect = EFFECTS[outcome.op];
  if (!outcome.enabled) return 'off';
  return effect ? effect(outcome, params, segments) : '';
}

const NOTES: Record<string, string> = {
  ...ROW_NOTES,
  ...BIN_NOTES,
  ...CUSTOMER_NOTES,
};

const METHODS: Record<string, (params: Params) => string> = {
  ...ROW_METHODS,
  ...FEATURE_METHODS,
  bin: binMethod,
  'fill-missing': () => '',
  ...CUSTOMER_METHODS,
  'rfm-scores': () => 'The highest digit is best; customers with the same figure share it.',
  'days-since': () => 'Whole calendar days, at least 1.',
  segment: ({ by, method }) => {
    if (by !== undefined) return 'By set limits; A is worth most.';
    if (method === 'gaussian-mixture') return 'Everybody where they most likely belong; A is worth most.';
    if (method === 'k-prototypes')
      return 'k-prototypes: means of numbers, most common words; everybody in the nearest segment; A is worth most.';
    return method === 'hierarchical'
      ? 'Ward’s tree of at most 2,000 customers, cut; everybody in the segment whose middle is nearest; A is worth most.'
      : 'k-means, best of many starts; A is worth most.';
  },
  'merge-segments': () => 'A is worth most; the other segments keep their names.',
  'lasso-segment': () =>
    'All inside the shape, whatever segment they were in. The map stays as it was when it was drawn; A is worth most.',
  'pin-segments': () =>
    'Found again by their typical customers; the others keep names and order around them.',
  'split-segment': () => 'k-means within the segment; A is worth most, the other segments keep their names.',
};

/** Counts worth a sentence, by step and count. */
const DETAILS: readonly { op: string; key: string; sentence: (value: number) => string }[] = [
  ...ROW_DETAILS,
  ...TABLE_DETAILS,
  ...BIN_DETAILS,
  ...FEATURE_DETAILS,
  ...CUSTOMER_DETAILS,
  ...FORMULA_DETAILS,
  {
    op: 'rule-segments',
    key: 'several',
    sentence: (n) =>
      `${counted(n, 'customer')} ${n === 1 ? 'meets' : 'meet'} several rules: the first counts.`,
  },
  {
    op: 'append',
    key: 'blankColumns',
    sentence: (n) => `${counted(n, 'column')} ${n === 1 ? 'is' : 'are'} not in every file: blank there.`,
  },
  {
    op: 'append',
    key: 'asText',
    sentence: (n) => `${counted(n, 'column')} read as words, for the files differ.`,
  },
  { op: 'join', key: 'matched', sentence: (n) => `${counted(n, 'row')} matched.` },
  { op: 'join', key: 'unmatched', sentence: (n) => `${counted(n, 'row')} without a match.` },
  { op: 'join', key: 'unused', sentence: (n) => `${counted(n, 'row')} of the other file not needed.` },
  {
    op: 'join',
    key: 'repeated',
    sentence: (n) => `${counted(n, 'key')} stood more than once: the first row was taken.`,
  },
  {
    op: 'change-type',
    key: 'failed',
    sentence: (n) => `${counted(n, 'cell')} could not be read and became blank.`,
  },
  {
    op: 'merge-date-time',
    key: 'withoutTime',
    sentence: (n) => `${counted(n, 'day')} without a time ${n === 1 ? 'stays' : 'stay'} at midnight.`,
  },
  {
    op: 'merge-date-time',
    key: 'failed',
    sentence: (n) => `${counted(n, 'time')} could not be read: midnight there.`,
  },
  {
    op: 'merge-date-time',
    key: 'withoutDate',
    sentence: (n) => `${counted(n, 'time')} without a day left out.`,
  },
  {
    op: 'rfm-scores',
    key: 'withoutScore',
    sentence: (n) => `${counted(n, 'customer')} with a blank ${n === 1 ? 'has' : 'have'} no score.`,
  },
  {
    op: 'days-since',
    key: 'blank',
    sentence: (n) => `${counted(n, 'cell')} without a date ${n === 1 ? 'stays' : 'stay'} blank.`,
  },
  {
    op: 'days-since',
    key: 'afterReference',
    sentence: (n) =>
      `${counted(n, 'date')} after the day counted to ${n === 1 ? 'counts' : 'count'} as 1 day.`,
  },
  {
    op: 'pin-segments',
    key: 'lost',
    sentence: (n) => `${counted(n, 'pinned segment')} not found again: another is nearer to the same place.`,
  },
  {
    op: 'merge-segments',
    key: 'customers',
    sentence: (n) => `${counted(n, 'customer')} together.`,
  },
  {
    op: 'segment',
    key: 'outliers',
    sentence: (n) =>
      `${counted(n, 'customer')} out of the ordinary ${n === 1 ? 'stands' : 'stand'} apart; the best are often among them.`,
  },
  {
    op: 'segment',
    key: 'withoutSegment',
    sentence: (n) =>
      `${counted(n, 'customer')} with a blank in these columns ${n === 1 ? 'has' : 'have'} no segment.`,
  },
];

/** The method's name and everything the step counted, for the opened step. */
export function detailOf(
  outcome: StepOutcome,
  params: Params,
  copiesSetAside?: number,
  currency: string | null = null,
): string {
  const parts = [METHODS[outcome.op]?.(params) ?? ''];
  for (const { op, key, sentence } of DETAILS) {
    const value = said(outcome, key);
    if (op !== outcome.op || value === 0) continue;
    const returned = said(outcome, 'returnedMoney');
    const netted = key === 'returnedRows' ? (returned > 0 ? `, ${money(-returned, currency)}.` : '.') : '';
    parts.push(sentence(value) + netted);
  }
  parts.push(
    ...missingBy(outcome),
    ...outliersBy(outcome),
    ...notValid(outcome),
    ...differingIn(outcome, params),
    ...repeatsSaid(outcome),
    ...outcome.notes.map((note) => NOTES[note] ?? emptyLevels(note)),
  );
  if (copiesSetAside !== undefined && copiesSetAside > 0) {
    const all = outcome.rowsIn - outcome.rowsOut + copiesSetAside;
    parts.push(`${count(copiesSetAside)} of the ${count(all)} were copies, already removed.`);
  }
  return parts.filter(Boolean).join(' ');
}

const MEASURES: Record<string, string> = { recency: 'recency', frequency: 'frequency', monetary: 'money' };

/** "No customer has a 2 in frequency." of the note `empty-levels:frequency:2`; nothing of other notes. */
function emptyLevels(note: string): string {
  const [what, measure = '', levels = ''] = note.split(':');
  if (what !== 'empty-levels') return '';
  return `No customer has a ${listed(levels.split(','), 'or')} in ${MEASURES[measure] ?? measure}.`;
}

/** "Country differs among the orders of 12 customers: the first value stays." */
function differingIn({ counts }: StepOutcome, { keepFrom }: Params): string[] {
  const which = keepFrom === 'newest' ? 'that of the newest order' : 'the first value';
  return Object.entries(counts)
    .filter(([key, value]) => key.startsWith('several:') && value > 0)
    .map(
      ([key, value]) =>
        `${key.slice('several:'.length)} differs among the orders of ${counted(value, 'customer')}: ${which} stays.`,
    );
}

/** "Blank in CustomerID: 135,037", where several columns were asked for. */
function missingBy({ counts }: StepOutcome): string[] {
  const missing = Object.entries(counts).filter(([key, value]) => key.startsWith('missing:') && value > 0);
  if (missing.length < 2) return [];
  return [
    `Blank: ${listed(missing.map(([key, value]) => `${key.slice('missing:'.length)} ${count(value)}`))}.`,
  ];
}
