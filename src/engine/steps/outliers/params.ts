import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../../recipe/schema';

/** What is done with outliers. */
export const ACTS = ['mark', 'group', 'cap', 'blank', 'set-aside'] as const;

export const Params = v.strictObject({
  columns: ColumnNames,
  by: v.picklist(['iqr', 'z', 'mad']),
  /** So many interquartile ranges, standard or robust deviations are still ordinary; the usual number, if not said. */
  beyond: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(100))),
  act: v.picklist(ACTS),
});
export type Params = v.InferOutput<typeof Params>;

/** What the data taught: where the ordinary ends in each column, in its own unit. */
export const OutliersFit = v.object({
  columns: v.array(
    v.object({
      column: ColumnName,
      low: v.pipe(v.number(), v.finite()),
      high: v.pipe(v.number(), v.finite()),
    }),
  ),
});
export type OutliersFit = v.InferOutput<typeof OutliersFit>;

/** The column of yes and no that says whether a value of this one is an outlier. */
export const markColumn = (column: string): string => `${column}_is_outlier`;

/** The column of text that parts the outliers of this one from the others. */
export const groupColumn = (column: string): string => `${column}_outlier_group`;

/** The groups, in the order of their codes. */
export const GROUPS = ['ordinary', 'unusually low', 'unusually high'] as const;
