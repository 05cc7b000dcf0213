import type { CustomerPair, CustomerPairs, RecipeStep, StepOutcome } from '../../engine/index';
import { count, counted, listed } from './format';

type Params = RecipeStep['params'];

/** Said wherever outliers may be taken out. */
export const BEST_CUSTOMERS = 'Look at them first: a shop’s outliers are often its best customers.';

const said = (outcome: StepOutcome, key: string): number => outcome.counts[key] ?? 0;
const cells = (key: string) => (outcome: StepOutcome) => counted(said(outcome, key), 'cell');

/** What a step did to outliers, in two words. */
function outliersGone(outcome: StepOutcome, { act }: Params): string {
  const found = said(outcome, 'outliers');
  if (act !== 'set-aside') return counted(found, 'outlier');
  const gone = said(outcome, 'dropped');
  return gone === 0 ? 'no rows' : `−${counted(gone, 'row')}`;
}

/** Effects of the steps that clean rows, by `op`. */
export const ROW_EFFECTS: Record<string, (outcome: StepOutcome, params: Params) => string> = {
  outliers: outliersGone,
  'outlier-rows': outliersGone,
  'drop-sparse-columns': (outcome) => {
    const gone = said(outcome, 'removed');
    return gone === 0 ? 'no columns' : `−${counted(gone, 'column')}`;
  },
  'split-date-time': cells('split'),
  'merge-date-parts': cells('merged'),
  'merge-customers': (outcome) => {
    const gone = said(outcome, 'dropped');
    return gone === 0 ? 'no rows' : `−${counted(gone, 'row')}`;
  },
};

const FENCES: Record<string, (beyond: number | null) => string> = {
  iqr: (beyond) => `Tukey’s fences: ${beyond ?? 1.5} interquartile ranges beyond the quartiles.`,
  z: (beyond) => `More than ${beyond ?? 3} standard deviations from the mean.`,
  mad: (beyond) => `More than ${beyond ?? 3.5} median deviations (MAD × 1.4826) from the median.`,
};
const KEPT: Record<string, string> = {
  first: 'The first of each group of equal rows stays.',
  last: 'The last of each group of equal rows stays.',
  'most-recent': 'The most recent of each group of equal rows stays.',
  'most-complete': 'Of each group of equal rows the one with the fewest blanks stays.',
};

/** How each step works, by `op`. */
export const ROW_METHODS: Record<string, (params: Params) => string> = {
  'drop-duplicates': ({ keep }) => KEPT[typeof keep === 'string' ? keep : 'first'] ?? '',
  'merge-customers': ({ accept }) =>
    typeof accept === 'number'
      ? `Pairs of a score from ${Math.round(accept * 100)} become one customer, but those said to be two.`
      : 'Pairs that were accepted become one customer.',
  outliers: ({ by, beyond }) =>
    `${FENCES[String(by)]?.(typeof beyond === 'number' ? beyond : null) ?? ''} ${BEST_CUSTOMERS}`,
  'outlier-rows': ({ by }) =>
    `${
      by === 'isolation-forest'
        ? 'Isolation forest: 100 trees of 256 rows.'
        : 'Local outlier factor, columns on one scale.'
    } ${BEST_CUSTOMERS}`,
};

type Detail = { op: string; key: string; sentence: (value: number) => string };

/** Counts worth a sentence. */
export const ROW_DETAILS: readonly Detail[] = [
  {
    op: 'merge-date-parts',
    key: 'failed',
    sentence: (n) => `${counted(n, 'row')} ${n === 1 ? 'names' : 'name'} no day: blank there.`,
  },
  {
    op: 'merge-customers',
    key: 'merged',
    sentence: (n) => `${counted(n, 'customer')} made of several rows.`,
  },
  {
    op: 'merge-customers',
    key: 'filled',
    sentence: (n) => `${counted(n, 'blank')} filled from the rows that went.`,
  },
  {
    op: 'merge-customers',
    key: 'notAllCompared',
    sentence: (n) => `${counted(n, 'row')} in large groups compared with neighbours in the alphabet only.`,
  },
  {
    op: 'merge-customers',
    key: 'sharedByMany',
    sentence: (n) => `${counted(n, 'row')} share an address or number with many: not taken as a sign.`,
  },
  {
    op: 'outlier-rows',
    key: 'notJudged',
    sentence: (n) => `${counted(n, 'row')} with a blank in these columns not judged.`,
  },
  {
    op: 'fill-missing',
    key: 'left',
    sentence: (n) => `${counted(n, 'cell')} ${n === 1 ? 'stays' : 'stay'} blank: there is no value to take.`,
  },
];

/** Notes of these steps. */
export const ROW_NOTES: Record<string, string> = {
  'too-many-pairs': 'There were more pairs than 100,000: the others were passed over.',
  'compared-with-sample': 'Compared with 10,000 rows, chosen by their values.',
};

/** "Income 8, Age 3." where outliers were looked for in several columns. */
export function outliersBy({ counts }: StepOutcome): string[] {
  const found = Object.entries(counts).filter(([key, value]) => key.startsWith('outliers:') && value > 0);
  if (found.length < 2) return [];
  return [`${listed(found.map(([key, value]) => `${key.slice('outliers:'.length)} ${value}`))}.`];
}

/** Why two rows may be one customer: "same e-mail, names alike (96 of 100)". */
export function pairWhy({ email, phone, name }: CustomerPair): string {
  const alike = name === null ? [] : [`names ${Math.round(name * 100)} of 100 alike`];
  return [...(email ? ['same e-mail'] : []), ...(phone ? ['same phone'] : []), ...alike].join(', ');
}

/** "312 pairs, the best 300 below." */
export function pairsSaid({ total, pairs }: CustomerPairs): string {
  if (total === 0) return 'No pairs found.';
  const shown = pairs.length < total ? `, the best ${count(pairs.length)} below` : '';
  return `${counted(total, 'pair')}${shown}.`;
}

/** What was not compared, so that nobody takes the list for more than it is. */
export function pairsLeftOut({ notAllCompared, sharedByMany }: CustomerPairs): string {
  return [
    notAllCompared > 0 &&
      `${counted(notAllCompared, 'row')} in large groups compared with neighbours in the alphabet only.`,
    sharedByMany > 0 &&
      `${counted(sharedByMany, 'row')} share an address or number with more than 20 others: not taken as a sign.`,
  ]
    .filter(Boolean)
    .join(' ');
}
