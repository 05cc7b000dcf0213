import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';

/** How limits are found. */
export const WAYS = ['width', 'count', 'round', 'deviations', 'natural', 'own'] as const;
export type Way = (typeof WAYS)[number];

export const MOST_BINS = 50;
export const USUAL_BINS = 5;

const Limit = v.pipe(v.number(), v.finite());
const Label = v.pipe(v.string(), v.trim(), v.minLength(1));
const rises = (list: number[]): boolean => list.every((limit, i) => i === 0 || limit > list[i - 1]!);

export const Params = v.strictObject({
  column: ColumnName,
  by: v.picklist(WAYS),
  /** How many; `round` makes about as many, `deviations` and `own` do not look at it. 5, if not said. */
  bins: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(MOST_BINS))),
  /** Of the user's own, rising, in the column's unit: a bin holds its lower limit. Needed by `own`. */
  limits: v.optional(
    v.pipe(
      v.array(Limit),
      v.minLength(1),
      v.maxLength(MOST_BINS - 1),
      v.check(rises, 'each limit must be above the one before'),
    ),
  ),
  /** One for each bin from the lowest up; words made of the limits, if not given. */
  labels: v.optional(
    v.pipe(
      v.array(Label),
      v.minLength(1),
      v.maxLength(MOST_BINS),
      v.check((labels) => new Set(labels).size === labels.length, 'a label stands twice'),
    ),
  ),
  /** The name of the column; `COLUMN_bin`, if not said. */
  as: v.optional(ColumnName),
});
export type Params = v.InferOutput<typeof Params>;

/** What the data taught, in the column's own unit. */
export const BinFit = v.object({
  /** Where each bin but the lowest begins, rising; a bin holds its lower limit. */
  limits: v.pipe(v.array(Limit), v.check(rises, 'limits are out of order')),
  /** So many decimals (0 to 2) write every value and limit; null where that takes more. */
  decimals: v.nullable(v.picklist([0, 1, 2])),
  /** Of the values learnt from. */
  least: Limit,
  most: Limit,
  /** Natural breaks were looked for among so many values only. */
  thinned: v.optional(v.pipe(v.number(), v.integer())),
});
export type BinFit = v.InferOutput<typeof BinFit>;

export const binColumn = ({ column, as }: Pick<Params, 'column' | 'as'>): string => as ?? `${column}_bin`;

/** What is wrong with the choices together, the schema being met; null if nothing is. */
export function faultOf({ by, limits, labels }: Params): string | null {
  if (by !== 'own') return limits === undefined ? null : 'limits are for the way "own" only';
  if (limits === undefined) return 'own limits are missing';
  if (labels === undefined || labels.length === limits.length + 1) return null;
  return `${limits.length} limits make ${limits.length + 1} bins, and ${labels.length} labels are given`;
}
