import * as v from 'valibot';
import { defineStep } from '../recipe/step';
import { applyEdit } from './edit-segments/apply-edit';
import { EditFit } from './edit-segments/fit';
import { customersOf, learnEdit, type Piece } from './edit-segments/learn-edit';
import { nameInSentence, OwnName, OwnNames, SegmentId } from './edit-segments/names-param';
import { segmentsThere } from './edit-segments/segments-there';

export const MergeParams = v.strictObject({
  /** Segments as they stand before the step, by id. */
  segments: v.pipe(
    v.array(SegmentId),
    v.minLength(2),
    v.check((ids) => new Set(ids).size === ids.length, 'a segment stands twice'),
  ),
  /** What the merged segment is called; by the rules of all, if not given. */
  name: v.optional(OwnName),
  /** The user's own names afterwards, by segment id. */
  names: v.optional(OwnNames),
});
export type MergeParams = v.InferOutput<typeof MergeParams>;

/** The pieces are the segments of before; `of` has the names of those that were merged. */
const MergeFit = v.intersect([EditFit, v.object({ of: v.array(v.string()) })]);
export type MergeFit = v.InferOutput<typeof MergeFit>;

/**
 * Makes one segment of several. Segments are numbered by worth anew; the others keep their names. The merged segment
 * holds at least as well as the weakest of its parts, and that is what is said of it: in each redraw its overlap is no
 * smaller than their average.
 * @throws EngineError `no-segments`, `no-such-segment`
 */
export const mergeSegments = defineStep({
  op: 'merge-segments',
  version: 1,
  params: MergeParams,
  learnt: MergeFit,
  grain: 'customers',
  reads: () => [],
  adds: () => [],
  describe: ({ segments }, fit?: MergeFit) =>
    fit ? `Merge ${listed(fit.of.map(nameInSentence))}` : `Merge ${segments.length} segments`,
  fit: async (table, { segments, name }, work): Promise<MergeFit> => {
    const there = segmentsThere(table, segments);
    const groups = groupsOf(there.k, segments);
    const pieces = groups.map((ids): Piece => {
      const overlap = weakest(ids.map((id) => there.overlaps[id - 1] ?? null));
      return ids.length > 1 ? { keeps: null, name, overlap } : { keeps: ids[0]!, overlap };
    });
    const groupOf = Array.from({ length: there.k }, (_, i) => groups.findIndex((ids) => ids.includes(i + 1)));
    const grouped = await customersOf(table, there, work);
    const pieceOf = Uint8Array.from(grouped.rows, (row) => groupOf[there.ids[row]! - 1]!);
    const fit = await learnEdit(table, there, pieces, { grouped, pieceOf }, work);
    const of = [...segments].sort((a, b) => a - b).map((id) => there.names[id - 1]!);
    return { ...fit, ids: groupOf.map((group) => fit.ids[group]!), of };
  },
  apply: (table, { segments, names = {} }, fit) => {
    const there = segmentsThere(table, segments);
    const pieceOf = (row: number) => there.ids[row]! - 1;
    return applyEdit(table, there, { fit, before: fit.ids.length, pieceOf, own: names });
  },
});

/** The segments that stay, each alone, and those that become one, in the place of the first of them. */
function groupsOf(k: number, merged: readonly number[]): number[][] {
  const first = Math.min(...merged);
  const all = Array.from({ length: k }, (_, i) => i + 1);
  return all
    .filter((id) => id === first || !merged.includes(id))
    .map((id) => (id === first ? [...merged] : [id]));
}

const weakest = (overlaps: readonly (number | null)[]): number | null =>
  overlaps.some((one) => one === null) ? null : Math.min(...overlaps.map(Number));

const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
