import type { RecipeStep, StepEffect, StepOutcome } from '../../engine/index';
import { COLUMN_DETAILS, COLUMN_EFFECTS, COLUMN_METHODS, COLUMN_STEPS } from './column-steps';
import { counted, listed, number } from './format';

type Params = RecipeStep['params'];
type Effect = (outcome: StepOutcome, params: Params) => string;
type Detail = { op: string; key: string; sentence: (value: number) => string };

const columnsIn = (params: Params): string[] =>
  Array.isArray(params.columns) ? params.columns.map(String) : [];

/** Named up to three, as the step itself says them. */
function fewColumns(params: Params): string {
  const names = columnsIn(params);
  return names.length > 3 ? `${names.length} columns` : listed(names);
}

const perCent = (value: unknown, otherwise: number): string =>
  `${number((typeof value === 'number' ? value : otherwise) * 100, 1)} %`;

const TRANSFORMS: Record<string, (params: Params) => string> = {
  'box-cox': () => 'Even out by Box–Cox',
  'yeo-johnson': () => 'Even out by Yeo–Johnson',
  rank: () => 'Rank from 0 to 1',
  winsorise: ({ low, high }) => `Cap at the quantiles ${perCent(low, 0.05)} and ${perCent(high, 0.95)}`,
};

/** Steps that make features as one line each, before they have run. */
export const FEATURE_STEPS: Record<string, (params: Params) => string> = {
  transform: (p) => `${TRANSFORMS[String(p.with)]?.(p) ?? 'Even out long tails'}: ${fewColumns(p)}`,
  scale: () => 'Put on one scale',
  ...COLUMN_STEPS,
};

const eachColumn: Effect = (_, params) => counted(columnsIn(params).length, 'column');

/** What such a step did, in two words. */
export const FEATURE_EFFECTS: Record<string, Effect> = {
  transform: eachColumn,
  scale: eachColumn,
  ...COLUMN_EFFECTS,
};

const CURVES: Record<string, string> = {
  log1p: 'Logarithm of 1 + x.',
  log: 'Natural logarithm.',
  sqrt: 'Square root.',
  'box-cox': 'Box–Cox, its λ by maximum likelihood.',
  'yeo-johnson': 'Yeo–Johnson, its λ by maximum likelihood.',
  rank: 'Average rank: 0 the least, 1 the greatest; equal values share theirs.',
  winsorise: 'Values beyond two quantiles are put at them.',
};

const SCALES: Record<string, string> = {
  z: 'Mean 0, standard deviation 1.',
  'min-max': 'Least value 0, greatest 1.',
  robust: 'Median 0, quartile range 1.',
  'unit-length': 'Each row divided by its length over these columns.',
};

/** The method's name, for the opened step. */
export const FEATURE_METHODS: Record<string, (params: Params) => string> = {
  transform: (p) => CURVES[String(p.with)] ?? '',
  scale: (p) => SCALES[String(p.with)] ?? '',
  ...COLUMN_METHODS,
};

const values = (n: number, one: string, many: string): string =>
  `${counted(n, 'value')} ${n === 1 ? one : many}`;
const are = (n: number): string => values(n, 'is', 'are');

/** Counts worth a sentence. */
export const FEATURE_DETAILS: readonly Detail[] = [
  {
    op: 'transform',
    key: 'belowZero',
    sentence: (n) => `${counted(n, 'value')} below 0 ${n === 1 ? 'enters' : 'enter'} as 0.`,
  },
  {
    op: 'transform',
    key: 'notPositive',
    sentence: (n) => `${are(n)} 0 or less, which this method cannot take: blank.`,
  },
  { op: 'transform', key: 'tooLarge', sentence: (n) => `${are(n)} too large for this method: blank.` },
  { op: 'transform', key: 'below', sentence: (n) => `${are(n)} less than any learnt from: 0.` },
  { op: 'transform', key: 'above', sentence: (n) => `${are(n)} greater than any learnt from: 1.` },
  { op: 'transform', key: 'raised', sentence: (n) => `${are(n)} raised to the lower limit.` },
  { op: 'transform', key: 'lowered', sentence: (n) => `${are(n)} lowered to the upper limit.` },
  { op: 'scale', key: 'below', sentence: (n) => `${are(n)} less than any learnt from: below 0.` },
  { op: 'scale', key: 'above', sentence: (n) => `${are(n)} greater than any learnt from: above 1.` },
  {
    op: 'scale',
    key: 'withoutLength',
    sentence: (n) => `${counted(n, 'row')} with a blank ${n === 1 ? 'is' : 'are'} blank in all of them.`,
  },
  ...COLUMN_DETAILS,
];

/** What such a step would count, before it is done. */
export const featuresAhead = ({ op, counts }: Pick<StepEffect, 'op' | 'counts'>): string[] =>
  FEATURE_DETAILS.flatMap((detail) => {
    const value = counts[detail.key] ?? 0;
    return detail.op === op && value > 0 ? [detail.sentence(value)] : [];
  });

const WAYS: Record<string, string> = {
  sqrt: 'The square root',
  log1p: 'The logarithm of 1 + x',
  'yeo-johnson': 'Yeo–Johnson',
};

/** "spend leans to the right (skewness 6.2). The logarithm of 1 + x would bring that to 0.3." */
export function leanSaid(
  column: string,
  { skewness, way, then }: { skewness: number; way: string; then: number | null },
): string {
  const side = skewness > 0 ? 'right' : 'left';
  const remedy =
    then === null
      ? `${WAYS[way]} evens it out as far as can be.`
      : `${WAYS[way]} would bring that to ${number(then)}.`;
  return `${column} has a long tail to the ${side} (skewness ${number(skewness)}). ${remedy}`;
}

/** "Use the square root" */
export const leanButton = (way: string): string => {
  const said = WAYS[way] ?? '';
  return `Use ${said.startsWith('The') ? `t${said.slice(1)}` : said}`;
};

/** "skewness 6.2"; nothing of fewer than three values. */
export const skewnessSaid = (skewness: number | null): string =>
  skewness === null ? '' : `skewness ${number(skewness)}`;
