import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import { defineStep } from '../recipe/step';
import type { Work } from '../work';
import { applyEdit } from './edit-segments/apply-edit';
import { EditFit } from './edit-segments/fit';
import { customersOf, learnEdit, type Piece } from './edit-segments/learn-edit';
import { learnAxes, MapArea, MapAxes, rowsInside } from './edit-segments/map-area';
import { nameInSentence, OwnName, OwnNames } from './edit-segments/names-param';
import { segmentsThere } from './edit-segments/segments-there';

export const LassoParams = v.strictObject({
  ...MapArea,
  /** What the new segment is called; by the rules of all, if not given. */
  name: v.optional(OwnName),
  /** The user's own names afterwards, by segment id. */
  names: v.optional(OwnNames),
});
export type LassoParams = v.InferOutput<typeof LassoParams>;

/** The pieces are the segments of before, in them those outside, and behind them all that lie inside. */
const LassoFit = v.intersect([EditFit, v.object({ map: MapAxes })]);
export type LassoFit = v.InferOutput<typeof LassoFit>;

/**
 * Makes a segment of the customers inside a shape on the map, whatever segment they were in. The axes of the map are
 * learnt with it, so that a customer of another file is inside where the same values were. A segment that lies
 * inside as a whole becomes part of the new one. Nobody is drawn again: how well the new one holds, and what
 * it took from, is not known.
 * @throws EngineError `no-segments`, `no-such-axis`, `nobody-inside`
 */
export const lassoSegment = defineStep({
  op: 'lasso-segment',
  version: 1,
  params: LassoParams,
  learnt: LassoFit,
  grain: 'customers',
  reads: () => [],
  adds: () => [],
  describe: ({ name }) =>
    name === undefined ? 'Draw a segment on the map' : `Draw ${nameInSentence(name)} on the map`,
  fit: learn,
  apply: async (table, { polygon, names = {} }, fit, work) => {
    const there = segmentsThere(table, []);
    const inside = await rowsInside(table, fit.map, polygon, work);
    const before = fit.ids.length - 1;
    // Those inside are so whatever segment they were in, one that was not there when it was learnt too.
    const ids = there.ids.map((id, row) => (id !== 0 && inside[row] === 1 ? 1 : id));
    const pieceOf = (row: number) => (inside[row] === 1 ? before : there.ids[row]! - 1);
    return applyEdit(table, { ...there, ids }, { fit, before, pieceOf, own: names });
  },
});

async function learn(
  table: ColumnTable,
  { axes, polygon, name }: LassoParams,
  work: Work,
): Promise<LassoFit> {
  const there = segmentsThere(table, []);
  const grouped = await customersOf(table, there, work);
  const map = learnAxes(grouped, there.features, axes);
  const inside = await rowsInside(table, map, polygon, work);
  const [outside, taken] = [new Uint32Array(there.k + 1), new Uint32Array(there.k + 1)];
  for (const row of grouped.rows) (inside[row] === 1 ? taken : outside)[there.ids[row]!]!++;
  if (taken.every((count) => count === 0)) throw new EngineError('nobody-inside', { name: name ?? '' });
  const left = Array.from({ length: there.k }, (_, i) => i + 1).filter((id) => outside[id]! > 0);
  const pieces: Piece[] = [
    ...left.map((id) => ({ keeps: id, overlap: taken[id] === 0 ? (there.overlaps[id - 1] ?? null) : null })),
    { keeps: null, name, overlap: null },
  ];
  const drawn = left.length;
  const placeOf = Uint8Array.from({ length: there.k + 1 }, (_, id) =>
    left.includes(id) ? left.indexOf(id) : drawn,
  );
  const pieceOf = Uint8Array.from(grouped.rows, (row) =>
    inside[row] === 1 ? drawn : placeOf[there.ids[row]!]!,
  );
  const fit = await learnEdit(table, there, pieces, { grouped, pieceOf }, work);
  const ids = Array.from({ length: there.k }, (_, i) => fit.ids[placeOf[i + 1]!]!);
  return { ...fit, ids: [...ids, fit.ids[drawn]!], map };
}
