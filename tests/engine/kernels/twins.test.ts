import { afterEach, describe, expect, it } from 'vitest';
import { placedBetween, placePoints, type PlacedPoints } from '../../../src/engine/kernels/placed-points';
import { plainKernels } from '../../../src/engine/kernels/plain/plain-kernels';
import { Room, usePlainKernels } from '../../../src/engine/kernels/room';
import { simdKernels } from '../../../src/engine/kernels/simd';
import { Hurried, hurry, spreadOf } from '../../../src/engine/stats/bounded';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { kmeansCurve, nearestCentroids } from '../../../src/engine/stats/kmeans';
import { advance, attemptFrom } from '../../../src/engine/stats/lloyd';
import { pointsOf, takePoints, type Points } from '../../../src/engine/stats/points';
import { generator } from '../../../src/engine/stats/random';
import { plusPlus } from '../../../src/engine/stats/seeding';
import { silhouettes } from '../../../src/engine/stats/silhouette';
import { overlaps } from '../../../src/engine/stats/stability';
import { unwatched, type Progress } from '../../../src/engine/work';
import { uniforms } from '../stats/planted';

const PROGRESS: Progress = { phase: 'grouping', done: 0, total: 1, unit: 'rounds' };
const DIMENSIONS = Array.from({ length: 16 }, (_, i) => i + 1);
const CLUSTERS = [1, 2, 3, 7, 50];
/** None but 64 and 8192 is a whole number of strips or blocks; the last two take more than one block. */
const SIZES = [50, 64, 513, 1301, 8192, 8195];

/** Every other value is rounded, so that there are ties. */
function cloud(n: number, d: number): Points {
  const draw = uniforms(n + d);
  const value = (row: number) => (row % 2 === 0 ? Math.floor(draw() * 4) : draw() * 10 - 3);
  return pointsOf(Array.from({ length: d }, () => Float64Array.from({ length: n }, (_, row) => value(row))));
}

const bits = (values: Float64Array) => [...new BigUint64Array(values.slice().buffer)];

/** What `find` gives with the kernels this host prefers, and with the plain ones. */
async function bothWays<Answer>(points: Points, find: (placed: PlacedPoints) => Answer) {
  const answers = [simdKernels()!, plainKernels()].map((own) => {
    const room = new Room(own);
    // Something else lies where the memory is used first.
    room.bytes(0, room.size).fill(0xa5);
    return find(placePoints(points, room));
  });
  return Promise.all(answers);
}

const cases = DIMENSIONS.flatMap((d) => CLUSTERS.map((k) => [d, k] as const));
const sizeFor = (d: number, k: number) => SIZES[(d * 5 + CLUSTERS.indexOf(k)) % SIZES.length]!;

describe('the SIMD kernels and their plain twins', () => {
  it.each(cases)('label and add up alike: %i columns, %i clusters', async (d, k) => {
    const points = cloud(sizeFor(d, k), d);
    const start = Float64Array.from({ length: k * d }, (_, i) => points.columns[i % d]![Math.floor(i / d)]!);
    const [simd, plain] = await bothWays(points, async (placed) => {
      const attempt = attemptFrom(start, points.n);
      await advance(placed, attempt, unwatched, PROGRESS, 3);
      return attempt;
    });
    expect(simd!.labels).toEqual(plain!.labels);
    expect(bits(simd!.centroids)).toEqual(bits(plain!.centroids));
    expect(simd!.inertia).toBe(plain!.inertia);
  });

  it.each(cases)('pass over points in doubt alike: %i columns, %i clusters', async (d, k) => {
    const points = cloud(sizeFor(d, k), d);
    const start = Float64Array.from({ length: k * d }, (_, i) => points.columns[i % d]![Math.floor(i / d)]!);
    const [simd, plain] = await bothWays(points, async (placed) => {
      const state = new Hurried(placed, start);
      await hurry(state, spreadOf(points), 5, 0, unwatched, PROGRESS);
      const bounds = placed.room.numbers(state.rows, points.n);
      return { bounds, labels: state.labels, known: state.known, inertia: state.inertia };
    });
    expect(simd!.labels).toEqual(plain!.labels);
    expect(bits(simd!.bounds)).toEqual(bits(plain!.bounds));
    expect(bits(simd!.known.sums)).toEqual(bits(plain!.known.sums));
    expect(simd!.known).toEqual(plain!.known);
    expect(simd!.inertia).toBe(plain!.inertia);
  });

  it.each(cases)('draw starts alike: %i columns, %i clusters', async (d, k) => {
    const points = cloud(sizeFor(d, k) + 3, d);
    const [simd, plain] = await bothWays(points, (placed) =>
      // Not from the first point, so that what follows the last one is a point and no blank.
      plusPlus(placedBetween(placed, 3, points.n), k, generator(d)),
    );
    expect(bits(simd!)).toEqual(bits(plain!));
  });

  it.each(DIMENSIONS)('measure distances to cells alike: %i columns', async (d) => {
    const points = cloud(131, d);
    const ends = [1, 3, 6, 10, 15, 16, 131];
    const [simd, plain] = await bothWays(points, ({ room, at, stride }) => {
      const [cells, sums, scratch] = [room.take(28), room.take(56), room.take(136 * 8)];
      room.words(cells, ends.length).set(ends);
      room.kernels.apart(at, stride, d, 7, cells, ends.length, sums, scratch);
      return room.numbers(sums, ends.length);
    });
    expect(bits(simd!)).toEqual(bits(plain!));
  });
});

describe('usePlainKernels', { timeout: 30_000 }, () => {
  afterEach(() => usePlainKernels(false));

  it.each([
    [700, 3, 6],
    [1301, 5, 4],
    [9001, 2, 3],
    [25_001, 3, 3],
  ])('changes no label and no sum of a clustering: %i rows, %i columns', async (n, d, kMax) => {
    const given = cloud(n, d);
    const points = takePoints(given, canonicalOrder(given, 1));
    const found = async () => {
      const runs = await kmeansCurve(points, { kMin: 1, kMax, seed: 1, work: unwatched });
      const labels = runs.map((run) => run.labels);
      return {
        runs,
        held: await overlaps(points, runs, { seed: 1, work: unwatched, redraws: 3 }),
        apart: await silhouettes(points, labels, unwatched),
        nearest: nearestCentroids(points, runs.at(-1)!.centroids),
      };
    };
    const simd = await found();
    usePlainKernels(true);
    expect(await found()).toEqual(simd);
    expect(simd.nearest).toEqual(simd.runs.at(-1)!.labels);
  });
});
