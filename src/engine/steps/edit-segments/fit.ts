import * as v from 'valibot';
import { Baseline } from '../segment/baseline';
import { RfmPlace } from '../segment/fit';

const id = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(255));
const share = v.nullable(v.number());

/** What a step that changes segments learns; lists by segment have that of segment 1 first. */
export const EditFit = v.pipe(
  v.object({
    /** Segments afterwards. */
    k: id,
    /** For each piece the segment it is now; which piece is which says the step. */
    ids: v.pipe(v.array(id), v.minLength(1)),
    /** The segment before whose name each keeps, null for one that is new. */
    keeps: v.array(v.nullable(id)),
    /** As found, of those that are new; null for one that keeps its name. */
    names: v.array(v.nullable(v.string())),
    rfm: v.array(RfmPlace),
    overlaps: v.array(share),
    /** k × d, features in the order of their names. */
    /** Ids of those that keep their letter; absent where none do. */
    pinned: v.optional(v.array(id)),
    centroids: v.array(v.array(v.number())),
    silhouette: share,
    silhouetteSample: v.number(),
    baseline: v.optional(Baseline),
  }),
  v.check(
    ({ k, ids, ...lists }) =>
      ids.every((one) => one <= k) &&
      [lists.keeps, lists.names, lists.rfm, lists.overlaps, lists.centroids].every(
        (list) => list.length === k,
      ),
    'the segments do not fit their number',
  ),
);
export type EditFit = v.InferOutput<typeof EditFit>;
