import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../../recipe/schema';

/** The ways, and what each puts behind a column's name. */
export const SUFFIX = {
  log1p: 'log',
  log: 'ln',
  sqrt: 'sqrt',
  'box-cox': 'boxcox',
  'yeo-johnson': 'yeojohnson',
  rank: 'rank',
  winsorise: 'winsorised',
} as const;
export type Way = keyof typeof SUFFIX;
const WAYS = Object.keys(SUFFIX) as Way[];

/** Shares at which `winsorise` caps, where none are said. */
export const USUAL_LOW = 0.05;
export const USUAL_HIGH = 0.95;

export const Params = v.strictObject({
  columns: ColumnNames,
  with: v.picklist(WAYS),
  /** Of `winsorise`: the share of values below and up to the limits; 0.05 and 0.95, if not said. */
  low: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(0.5))),
  high: v.optional(v.pipe(v.number(), v.minValue(0.5), v.maxValue(1))),
});
export type Params = v.InferOutput<typeof Params>;

const Finite = v.pipe(v.number(), v.finite());
const rises = (list: number[]): boolean => list.every((one, i) => i === 0 || one > list[i - 1]!);

/** What the data taught of each column: nothing, λ, limits, or values and their ranks from 0 to 1. */
export const TransformFit = v.nullable(
  v.object({
    columns: v.array(
      v.union([
        v.object({ column: ColumnName, lambda: Finite }),
        v.object({ column: ColumnName, low: Finite, high: Finite }),
        v.pipe(
          v.object({
            column: ColumnName,
            values: v.pipe(v.array(Finite), v.minLength(1), v.check(rises, 'values are out of order')),
            ranks: v.pipe(v.array(Finite), v.check(rises, 'ranks are out of order')),
          }),
          v.check(({ values, ranks }) => values.length === ranks.length, 'as many ranks as values'),
        ),
      ]),
    ),
  }),
);
export type TransformFit = v.InferOutput<typeof TransformFit>;
export type LearntColumn = NonNullable<TransformFit>['columns'][number];

/** What is wrong with the choices together; null if nothing is. */
export function faultOf({ with: way, low, high }: Params): string | null {
  if (way !== 'winsorise')
    return low === undefined && high === undefined ? null : 'low and high are for winsorise only';
  return (low ?? USUAL_LOW) < (high ?? USUAL_HIGH) ? null : 'low must be less than high';
}
