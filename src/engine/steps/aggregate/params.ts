import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';
import { RfmParams } from '../rfm/params';
import { MEASURES, type MeasureName } from './measures';

const Measure = v.strictObject({
  measure: v.picklist(Object.keys(MEASURES) as MeasureName[]),
  /** The column measured, for measures of a column. */
  column: v.optional(ColumnName),
  /** The value whose share is measured. */
  value: v.optional(v.string()),
  /** How many days before the reference date. */
  days: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(36_500))),
  /** What the new column is called; a name made of the measure, if not said. */
  as: v.optional(ColumnName),
});
export type Measure = v.InferOutput<typeof Measure>;

export const Params = v.strictObject({
  ...RfmParams.entries,
  /** Null where the rows have none: they count all the same. */
  date: v.nullable(ColumnName),
  measures: v.pipe(v.array(Measure), v.minLength(1), v.maxLength(200)),
});
export type Params = v.InferOutput<typeof Params>;

/** What the data taught. */
export const AggregateFit = v.object({
  /** `YYYY-MM-DD`: days are counted to it; null where rows have no date. */
  referenceDate: v.nullable(v.pipe(v.string(), v.isoDate())),
  orderTotals: v.boolean(),
});
export type AggregateFit = v.InferOutput<typeof AggregateFit>;

/** What the column is called. */
export const nameOf = (one: Measure): string => one.as ?? MEASURES[one.measure].name(one);
