import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';
import { HowFar, LearntValue } from '../customer-value/params';

/** Days in what times may be counted in. */
export const DAYS_IN = { days: 1, weeks: 7, months: 30 } as const;
export type TimeUnit = keyof typeof DAYS_IN;

export const Params = v.strictObject({
  /** How often a customer bought again (x): 0 for who bought once. */
  repeats: ColumnName,
  /** From the first purchase to the last (t_x). */
  last: ColumnName,
  /** From the first purchase to the end of what was seen (T). */
  age: ColumnName,
  /** Mean money of the purchases behind the first (m); null: nothing is said of money. */
  money: v.nullable(ColumnName),
  /** What `last` and `age` are counted in; days, if not said. */
  times: v.optional(v.picklist(['days', 'weeks', 'months'])),
  ...HowFar.entries,
});
export type Params = v.InferOutput<typeof Params>;

/** What the data taught; times of the model in the unit of the columns, `longest` in days. */
export const ExpectedFit = LearntValue;
export type ExpectedFit = v.InferOutput<typeof ExpectedFit>;
