import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import { defineStep } from '../recipe/step';
import { countDistinct } from '../stats/canonical-order';
import { kmeansCurve, nearestCentroids } from '../stats/kmeans';
import { pointsOf, takePoints } from '../stats/points';
import { overlaps } from '../stats/stability';
import type { Work } from '../work';
import { applyEdit } from './edit-segments/apply-edit';
import { EditFit } from './edit-segments/fit';
import { customersOf, learnEdit, type Piece } from './edit-segments/learn-edit';
import { nameInSentence, OwnNames, SegmentId } from './edit-segments/names-param';
import { segmentsThere } from './edit-segments/segments-there';
import { featuresOf } from './segment/grouped-rows';

export const SplitParams = v.strictObject({
  /** The segment as it stands before the step, by id. */
  segment: SegmentId,
  into: v.optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(10)), 2),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4294967295)), 1),
  /** The user's own names afterwards, by segment id. */
  names: v.optional(OwnNames),
});
export type SplitParams = v.InferOutput<typeof SplitParams>;

/** The pieces are the segments of before, the first part in the place of the one that was split, the other parts behind. */
const SplitFit = v.pipe(
  v.intersect([
    EditFit,
    v.object({
      /** The name of the segment that was split. */
      of: v.string(),
      /** The features, in the order of their names. */
      columns: v.array(v.string()),
      /** Of the parts: `into` × d. */
      parts: v.pipe(v.array(v.array(v.number())), v.minLength(2)),
    }),
  ]),
  v.check(
    ({ parts, columns }) => parts.every((part) => part.length === columns.length),
    'the parts do not fit the columns',
  ),
);
export type SplitFit = v.InferOutput<typeof SplitFit>;

/**
 * Makes several segments of one by k-means among its customers, on the features that all were grouped by. Segments are
 * numbered by worth anew; the others keep their names. A part holds as well as it does when the customers of the segment
 * are redrawn, and no better than the segment did.
 * @throws EngineError `no-segments`, `no-such-segment`, `cannot-split`
 */
export const splitSegment = defineStep({
  op: 'split-segment',
  version: 1,
  params: SplitParams,
  learnt: SplitFit,
  grain: 'customers',
  reads: () => [],
  adds: () => [],
  describe: ({ segment, into }, fit?: SplitFit) =>
    `Split ${fit ? nameInSentence(fit.of) : `segment ${segment}`} in ${into}`,
  fit: learn,
  apply: (table, { segment, names = {} }, fit) => {
    const there = segmentsThere(table, [segment]);
    const rows = Uint32Array.from(there.ids.keys()).filter((row) => there.ids[row] === segment);
    const points = takePoints(pointsOf(featuresOf(table, fit.columns)), rows);
    const before = fit.ids.length - fit.parts.length + 1;
    const pieces = Uint8Array.from(there.ids, (id) => id - 1);
    const parts = nearestCentroids(points, fit.parts);
    rows.forEach((row, i) => (pieces[row] = pieceAt(before, segment, parts[i]!)));
    return applyEdit(table, there, { fit, before, pieceOf: (row) => pieces[row]!, own: names });
  },
});

const pieceAt = (k: number, segment: number, part: number): number =>
  part === 0 ? segment - 1 : k - 1 + part;

async function learn(
  table: ColumnTable,
  { segment, into, seed }: SplitParams,
  work: Work,
): Promise<SplitFit> {
  const there = segmentsThere(table, [segment]);
  const grouped = await customersOf(table, there, work);
  const within = Uint32Array.from(grouped.rows.keys()).filter(
    (at) => there.ids[grouped.rows[at]!] === segment,
  );
  const points = takePoints(grouped.points, within);
  const distinct = countDistinct(points, into);
  const of = there.names[segment - 1]!;
  if (distinct < into)
    throw new EngineError('cannot-split', { name: of, customers: points.n, distinct, into });
  const [run] = await kmeansCurve(points, { kMin: into, kMax: into, seed, work });
  const parts = run!.centroids;
  // As they will be when the parts are used again: a customer between two goes to the first.
  const labels = nearestCentroids(points, parts);
  const [held] = await overlaps(points, [{ ...run!, labels }], { seed, work });
  const whole = there.overlaps[segment - 1] ?? 1;
  const pieces = Array.from({ length: there.k + into - 1 }, (_, i): Piece => ({
    keeps: i + 1,
    overlap: there.overlaps[i] ?? null,
  }));
  parts.forEach((_, part) => {
    pieces[pieceAt(there.k, segment, part)] = { keeps: null, overlap: Math.min(whole, held![part]!) };
  });
  const pieceOf = Uint8Array.from(grouped.rows, (row) => there.ids[row]! - 1);
  labels.forEach((part, i) => (pieceOf[within[i]!] = pieceAt(there.k, segment, part)));
  const fit = await learnEdit(table, there, pieces, { grouped, pieceOf }, work);
  return { ...fit, of, columns: [...there.features], parts };
}
