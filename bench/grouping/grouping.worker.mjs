import { expose } from 'comlink';
import { openTable, run, sourceTable, understand, unwatched } from '../../src/engine/index.ts';
import { canonicalOrder } from '../../src/engine/stats/canonical-order.ts';
import { kmeansCurve } from '../../src/engine/stats/kmeans.ts';
import { pointsOf, takePoints } from '../../src/engine/stats/points.ts';
import { columnAs } from '../../src/engine/table/table.ts';
import { blobSource } from '../../src/workers/blob-source.ts';

const SEED = 1;

/** The features as the automatic recipe prepares them, as float64, column by column. */
async function prepare(file) {
  const { read } = await openTable(blobSource(file, file.name), {}, unwatched);
  const { recipe } = (await understand(read, {}, unwatched)).recipe;
  const at = recipe.steps.findIndex(({ op }) => op === 'segment');
  const before = { ...recipe, steps: recipe.steps.slice(0, at) };
  const { table } = await run(before, sourceTable(read.table, recipe.sources[0]), {
    mode: 'learn',
    work: unwatched,
  });
  const columns = [...recipe.steps[at].params.columns].sort();
  return {
    columns,
    blob: new Blob(columns.map((name) => Float64Array.from(columnAs(table, name, 'number').values))),
  };
}

/** Milliseconds of putting rows in order and of the curve, and its inertias. */
async function curve(file, { d, kMin, kMax }) {
  const all = new Float64Array(await file.arrayBuffer());
  const n = all.length / d;
  const given = pointsOf(Array.from({ length: d }, (_, j) => all.slice(j * n, (j + 1) * n)));
  const work = { breathe: () => undefined, now: () => performance.now() };
  const started = performance.now();
  const points = takePoints(given, canonicalOrder(given, SEED));
  const ordered = performance.now();
  const runs = await kmeansCurve(points, { kMin, kMax, seed: SEED, work });
  const ended = performance.now();
  return {
    n,
    order: ordered - started,
    curve: ended - ordered,
    inertias: runs.map(({ inertia }) => inertia),
    isolated: crossOriginIsolated,
  };
}

expose({ prepare, curve });
