import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../../errors';
import { ColumnName } from '../../recipe/schema';
import { pca, scores } from '../../stats/pca';
import { pointsOf } from '../../stats/points';
import { isInside } from '../../stats/polygon';
import type { Work } from '../../work';
import { featuresOf, type GroupedRows } from '../segment/grouped-rows';
import { remembered } from '../segment/remembered';
import { customersOf } from './learn-edit';
import { segmentsThere } from './segments-there';

const Component = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3));
const Corner = v.tuple([v.pipe(v.number(), v.finite()), v.pipe(v.number(), v.finite())]);

/** A shape on the map of customers. */
export const MapArea = {
  /** The components across and up, 1 the one with the most variance. */
  axes: v.pipe(
    v.tuple([Component, Component]),
    v.check(([across, up]) => across !== up, 'an axis stands twice'),
  ),
  /** Corners as scores across and up; the last is joined to the first. */
  polygon: v.pipe(v.array(Corner), v.minLength(3), v.maxLength(500)),
};
const Area = v.strictObject(MapArea);
export type MapArea = v.InferOutput<typeof Area>;

/** The two axes as they were when the shape was drawn: scores are Σ (value − mean) × loading. */
export const MapAxes = v.pipe(
  v.object({
    /** The scaled features, in the order of their names. */
    columns: v.pipe(v.array(ColumnName), v.minLength(2)),
    means: v.array(v.number()),
    /** Across and up, a weight for each feature. */
    loadings: v.tuple([v.array(v.number()), v.array(v.number())]),
  }),
  v.check(
    ({ columns, means, loadings }) => [means, ...loadings].every((list) => list.length === columns.length),
    'the axes do not fit the columns',
  ),
);
export type MapAxes = v.InferOutput<typeof MapAxes>;

/** The axes of these customers. @throws EngineError `no-such-axis` where there are fewer features */
export function learnAxes(
  { points }: GroupedRows,
  features: readonly string[],
  [across, up]: MapArea['axes'],
): MapAxes {
  if (Math.max(across, up) > points.d)
    throw new EngineError('no-such-axis', { axis: Math.max(across, up), columns: points.d });
  const { means, loadings } = pca(points);
  return { columns: [...features], means, loadings: [loadings[across - 1]!, loadings[up - 1]!] };
}

/** For each row 1 where it lies inside, else 0. **Blanks**: never inside. */
export async function rowsInside(
  table: ColumnTable,
  { columns, means, loadings }: MapAxes,
  polygon: MapArea['polygon'],
  work: Work,
): Promise<Uint8Array> {
  const points = pointsOf(featuresOf(table, columns));
  const axes = { means, loadings, deviations: [], explained: [] };
  const [x, y] = [scores(points, axes, 0), scores(points, axes, 1)];
  const inside = new Uint8Array(points.n);
  for (let from = 0; from < points.n; from += BLOCK) {
    const rest = work.breathe();
    if (rest) await rest;
    const to = Math.min(points.n, from + BLOCK);
    for (let row = from; row < to; row++) inside[row] = Number(isInside(polygon, x[row]!, y[row]!));
  }
  return inside;
}

const BLOCK = 8192;

/** How many customers lie inside a shape, and how many of each segment, segment 1 first. */
export interface InsideCount {
  customers: number;
  bySegment: readonly number[];
}

/**
 * Counts before the shape becomes a step, by the axes that the step would learn.
 * @throws EngineError `no-segments`, `no-such-axis`
 */
export async function countInside(table: ColumnTable, area: MapArea, work: Work): Promise<InsideCount> {
  const { axes, polygon } = v.parse(Area, area);
  const there = segmentsThere(table, []);
  const known = await remembered(table, `axes ${axes.join(' ')}`, async () =>
    learnAxes(await customersOf(table, there, work), there.features, axes),
  );
  const inside = await rowsInside(table, known, polygon, work);
  const bySegment = Array.from({ length: there.k }, () => 0);
  let customers = 0;
  for (let row = 0; row < inside.length; row++) {
    const id = there.ids[row]!;
    if (inside[row] === 0 || id === 0) continue;
    bySegment[id - 1]!++;
    customers++;
  }
  return { customers, bySegment };
}
