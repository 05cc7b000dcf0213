import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../../recipe/schema';
import { MethodName } from './methods/names';

const Choices = v.strictObject({
  /** The features, on one scale. */
  columns: ColumnNames,
  /** How alike customers are found; k-means, if not said. */
  method: v.optional(MethodName),
  /** Text columns that count too, where the method is `k-prototypes`. */
  categories: v.optional(ColumnNames),
  /** A text column whose names are the segments, such as `rfm_segment`; `method` and `k` then have no say. */
  by: v.optional(ColumnName),
  /** How many segments, or `auto`: as many as the curve says and the redraws confirm. */
  k: v.union([v.literal('auto'), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(50))]),
  /** The largest number that is tried. */
  maxK: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(50)), 10),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295)), 1),
  /** The user's own names, by segment id. */
  names: v.optional(
    v.record(v.pipe(v.string(), v.regex(/^[1-9]\d*$/)), v.pipe(v.string(), v.trim(), v.minLength(1))),
  ),
  /** How much a feature counts, by its name; once, if not said. It is multiplied with the scaled feature. */
  weights: v.optional(v.record(ColumnName, v.pipe(v.number(), v.minValue(0.1), v.maxValue(10)))),
  /** Sets customers apart who lie more than so many robust deviations from the middle in any feature. */
  outliers: v.optional(v.strictObject({ beyond: v.pipe(v.number(), v.minValue(2), v.maxValue(20)) })),
  /** What the user wants to do with segments, by name as they are called in the end; others are passed over. */
  actions: v.optional(
    v.record(v.pipe(v.string(), v.minLength(1)), v.pipe(v.string(), v.trim(), v.minLength(1))),
  ),
  /** Unscaled columns whose sum says what a customer is worth; else the column with that role. */
  money: v.optional(v.array(ColumnName)),
  /** Column names of the person's file, so that the labels do not collide with them. */
  taken: v.optional(v.array(v.string())),
});

/** What the user chose about segments. */
export const SegmentParams = v.pipe(
  Choices,
  v.check(
    ({ method, by, categories = [] }) =>
      method !== 'k-prototypes' || by !== undefined || categories.length > 0,
    'k-prototypes needs categories',
  ),
);
export type SegmentParams = v.InferOutput<typeof SegmentParams>;
