import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../../recipe/schema';

const Common = {
  columns: ColumnNames,
  act: v.picklist(['mark', 'group', 'set-aside']),
  /** So large a share of the rows learnt from is unusual: those of the highest scores. Instead of `above`. */
  share: v.optional(v.pipe(v.number(), v.minValue(0.0001), v.maxValue(0.5))),
  /** Rows with a score above this are unusual. Instead of `share`. */
  above: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1000))),
  /** Name of the column made; `is_outlier` or `outlier_group`, if not said. */
  as: v.optional(ColumnName),
  /** Adds the score as a column of its own, too. */
  score: v.optional(v.literal(true)),
};

export const Params = v.variant('by', [
  v.strictObject({
    ...Common,
    by: v.literal('isolation-forest'),
    seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.strictObject({
    ...Common,
    by: v.literal('local-outlier-factor'),
    /** With how many neighbours a row is compared; 20, if not said. */
    neighbours: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(100))),
  }),
]);
export type Params = v.InferOutput<typeof Params>;

const Finite = v.pipe(v.number(), v.finite());
const Whole = v.pipe(v.number(), v.integer());
/** A tree of 256 points has at most 511 nodes. */
const Nodes = v.pipe(v.array(Finite), v.minLength(1), v.maxLength(511));

/** What the data taught. */
export const OutlierRowsFit = v.variant('by', [
  v.object({
    by: v.literal('isolation-forest'),
    columns: ColumnNames,
    /** Rows with a score above it are unusual. */
    above: Finite,
    sample: v.pipe(Whole, v.minValue(1)),
    trees: v.pipe(
      v.array(v.object({ columns: v.pipe(v.array(Whole), v.minLength(1), v.maxLength(511)), values: Nodes })),
      v.minLength(1),
      v.maxLength(1000),
    ),
  }),
  v.object({
    by: v.literal('local-outlier-factor'),
    columns: ColumnNames,
    above: Finite,
    /** Mean and deviation (divisor n; 1 where that is 0) of each column, which put it on one scale. */
    scale: v.array(v.object({ centre: Finite, spread: v.pipe(Finite, v.minValue(Number.MIN_VALUE)) })),
    /** The rows compared with, scaled, column by column. */
    points: v.array(v.pipe(v.array(Finite), v.minLength(1))),
  }),
]);
export type OutlierRowsFit = v.InferOutput<typeof OutlierRowsFit>;

export const NEIGHBOURS = 20;

/** The column that is made, if any. */
export const namedBy = ({ act, as }: Params): string | null =>
  act === 'set-aside' ? null : (as ?? (act === 'mark' ? 'is_outlier' : 'outlier_group'));

export const scoreName = (params: Params): string => `${params.as ?? 'outlier'}_score`;
