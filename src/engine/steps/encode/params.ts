import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';

/** One-hot makes at most so many columns of values. */
export const MOST_COLUMNS = 200;
/** At most so many different values can be remembered. */
export const MOST_VALUES = 10_000;

const Value = v.pipe(v.string(), v.minLength(1));
const once = (values: string[]): boolean => new Set(values).size === values.length;

const OneHot = v.strictObject({
  with: v.literal('one-hot'),
  column: ColumnName,
  /** Only the most frequent have columns of their own: so many. */
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_COLUMNS))),
  /** Only those in at least so many cells. */
  atLeast: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Only those in at least this share of the cells with a value. */
  share: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  /** No column for rare and unseen values. */
  other: v.optional(v.literal('none')),
  /** A column for blanks; without it they are 0 in all. */
  blanks: v.optional(v.literal('column')),
});

const Ordinal = v.strictObject({
  with: v.literal('ordinal'),
  column: ColumnName,
  /** From the lowest up; as sorted, if not said. */
  order: v.optional(
    v.pipe(v.array(Value), v.minLength(1), v.maxLength(MOST_VALUES), v.check(once, 'a value stands twice')),
  ),
});

const Frequency = v.strictObject({ with: v.literal('frequency'), column: ColumnName });

export const Params = v.variant('with', [OneHot, Ordinal, Frequency]);
export type Params = v.InferOutput<typeof Params>;
export type OneHot = v.InferOutput<typeof OneHot>;

const Values = v.pipe(v.array(Value), v.check(once, 'a value stands twice'));

/** What the data taught: the values with a column of their own, in order, and the rare ones; an order; or counts. */
export const EncodeFit = v.union([
  v.object({ values: Values, rare: Values }),
  v.object({ order: Values }),
  v.object({
    cells: v.pipe(v.number(), v.integer(), v.minValue(1)),
    counts: v.array(v.object({ value: Value, count: v.pipe(v.number(), v.integer(), v.minValue(1)) })),
  }),
]);
export type EncodeFit = v.InferOutput<typeof EncodeFit>;
export type OneHotFit = Extract<EncodeFit, { values: unknown }>;

const SUFFIX = { ordinal: 'ordinal', frequency: 'share' };

/** The one column of a way that makes one; null of one-hot. */
export const encodedColumn = (params: Params): string | null =>
  params.with === 'one-hot' ? null : `${params.column}_${SUFFIX[params.with]}`;
