import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';

export const MEASURES = ['recency', 'frequency', 'monetary'] as const;
export type RfmMeasure = (typeof MEASURES)[number];

const Limits = v.array(v.pipe(v.number(), v.finite()));
const Words = v.pipe(v.string(), v.trim(), v.minLength(1));

/** What the user chose about scores. */
export const RfmScoresParams = v.strictObject({
  /** Days since the last order: the fewer, the better. */
  recency: ColumnName,
  frequency: ColumnName,
  monetary: ColumnName,
  /** How many levels each measure has, or `auto`: as many as the number of customers carries. */
  levels: v.optional(v.picklist(['auto', 3, 4, 5]), 'auto'),
  /**
   * Limits of the user's own, from level 2 to the highest, in the column's unit: at most so many days (falling), at
   * least so many orders and so much money (rising). A measure not named is cut into equal parts. Need `levels`.
   */
  limits: v.optional(
    v.strictObject({
      recency: v.optional(Limits),
      frequency: v.optional(Limits),
      monetary: v.optional(Limits),
    }),
  ),
  /** Names of the cells, `[recency − 1][frequency − 1]`; map A if not given. Needs `levels`. */
  map: v.optional(v.array(v.array(Words))),
  /** Without a map: customers of the lowest cell are *Lost* where there are at least 4 levels. */
  lost: v.optional(v.boolean()),
  /** Column names of the person's file, so that the scores do not collide with them. */
  taken: v.optional(v.array(v.string())),
});
export type RfmScoresParams = v.InferOutput<typeof RfmScoresParams>;

/** What is wrong with limits and map, the schema being met; null if nothing is. */
export function faultOf({ levels, limits = {}, map, ...columns }: RfmScoresParams): string | null {
  const chosen = MEASURES.map((measure) => columns[measure]);
  if (new Set(chosen).size < chosen.length) return 'a column stands twice';
  const given = MEASURES.filter((measure) => limits[measure] !== undefined);
  if (levels === 'auto') {
    return given.length > 0 || map !== undefined ? 'own limits and an own map need a number of levels' : null;
  }
  for (const measure of given) {
    const list = limits[measure]!;
    if (list.length !== levels - 1) return `${measure} needs ${levels - 1} limits`;
    if (!rises(measure === 'recency' ? [...list].reverse() : list))
      return `limits of ${measure} are out of order`;
  }
  const square = map === undefined || (map.length === levels && map.every((row) => row.length === levels));
  return square ? null : `the map needs ${levels} × ${levels} names`;
}

const rises = (list: readonly number[]): boolean => list.every((value, i) => i === 0 || value > list[i - 1]!);
