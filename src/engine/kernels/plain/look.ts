import { squaredDistances } from '../../stats/assign';
import type { Points } from '../../stats/points';
import type { Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

const STRIP = 64;
/** Bounds carry rounding errors; a point is left alone only where it is clearly nearer to its own centroid. */
const CLEARLY = 1 - 1e-9;

/** The areas of `Kernels.look` by name. */
interface Areas {
  points: Points;
  centroids: Float64Array;
  sums: Float64Array;
  counts: Float64Array;
  drifted: Float64Array;
  othersDrifted: Float64Array;
  safeUntil: Float64Array;
  others: Float64Array;
  labels: Uint8Array;
}

/** `Kernels.look` on a memory. */
export function lookIn(memory: PlainMemory): Kernels['look'] {
  return (points, stride, d, n, k, from, to, state, rows) => {
    const size = k * d * 8;
    const counts = state + 2 * size;
    const drifted = counts + k * 8;
    return look(from, to, {
      points: memory.points(points, stride, d, n),
      centroids: memory.numbers(state, k * d),
      sums: memory.numbers(state + size, k * d),
      counts: memory.numbers(counts, k),
      drifted: memory.numbers(drifted, 256),
      othersDrifted: memory.numbers(drifted + 2048, 256),
      safeUntil: memory.numbers(rows, n),
      others: memory.numbers(rows + n * 8, n),
      labels: memory.bytes(rows + n * 16, n),
    });
  };
}

const strip = new Uint32Array(STRIP);

function look(from: number, to: number, areas: Areas): number {
  let moved = 0;
  let count = 0;
  for (let row = from; row < to; row++) {
    if (areas.drifted[areas.labels[row]!]! < areas.safeUntil[row]!) continue;
    if (isSafe(row, areas)) continue;
    strip[count++] = row;
    if (count < STRIP) continue;
    moved += settle(count, areas);
    count = 0;
  }
  return count > 0 ? moved + settle(count, areas) : moved;
}

/** Measures a row against its own centroid and tightens its bound; says whether it can have no nearer one. */
function isSafe(row: number, { points, centroids, counts, ...areas }: Areas): boolean {
  const own = areas.labels[row]!;
  if (own >= counts.length) return false;
  const { columns, d } = points;
  let squares = 0;
  for (let j = 0; j < d; j++) {
    const away = columns[j]![row]! - centroids[own * d + j]!;
    squares += away * away;
  }
  const slack = CLEARLY * (areas.others[row]! - areas.othersDrifted[own]!) - Math.sqrt(squares);
  areas.safeUntil[row] = areas.drifted[own]! + slack;
  return slack > 0;
}

const near = new Float64Array(STRIP);
const second = new Float64Array(STRIP);
const distance = new Float64Array(STRIP);
const nearest = new Uint8Array(STRIP);

/** Measures the first rows of the strip against every centroid, moves them in labels and sums; gives how many moved. */
function settle(count: number, areas: Areas): number {
  const { labels, drifted, othersDrifted } = areas;
  measure(count, areas);
  let moved = 0;
  for (let i = 0; i < count; i++) {
    const row = strip[i]!;
    const now = nearest[i]!;
    const other = Math.sqrt(second[i]!);
    areas.others[row] = other + othersDrifted[now]!;
    areas.safeUntil[row] = drifted[now]! + CLEARLY * other - Math.sqrt(near[i]!);
    const before = labels[row]!;
    if (before === now) continue;
    moved++;
    labels[row] = now;
    move(row, before, now, areas);
  }
  return moved;
}

/** One centroid after the other over rows brought side by side. */
function measure(count: number, { points: { columns, d }, centroids }: Areas): void {
  const gathered = columns.map((column) =>
    Float64Array.from(strip.subarray(0, count), (row) => column[row]!),
  );
  near.fill(Infinity);
  second.fill(Infinity);
  nearest.fill(0);
  for (let c = 0; c * d < centroids.length; c++) {
    squaredDistances(gathered, 0, count, centroids, c * d, distance);
    keepTwo(c, count);
  }
}

function keepTwo(centroid: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = distance[i]!;
    if (value < near[i]!) {
      second[i] = near[i]!;
      near[i] = value;
      nearest[i] = centroid;
    } else if (value < second[i]!) second[i] = value;
  }
}

/** Takes a row out of one cluster's sums, if it was in one, and puts it into another's. */
function move(row: number, out: number, into: number, { points: { columns, d }, sums, counts }: Areas): void {
  const known = out < counts.length;
  counts[into]!++;
  if (known) counts[out]!--;
  for (let j = 0; j < d; j++) {
    const value = columns[j]![row]!;
    sums[into * d + j]! += value;
    if (known) sums[out * d + j]! -= value;
  }
}
