import { squaredDistances } from '../../stats/assign';
import type { Points } from '../../stats/points';
import { STRIP, type Kernels } from '../kernels';
import type { PlainMemory } from './plain-memory';

/** Bounds carry rounding errors; a point is left alone only where it is clearly nearer to its own centroid. */
const CLEARLY = 1 - 1e-9;

/** The areas of `Kernels.look` by name. */
interface Areas {
  points: Points;
  centroids: Float64Array;
  sums: Float64Array;
  counts: Float64Array;
  drifted: Float64Array;
  gone: number;
  safeUntil: Float64Array;
  labels: Uint8Array;
  rests: Float64Array;
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
      gone: memory.numbers(drifted + 256 * 8, 1)[0]!,
      safeUntil: memory.numbers(rows, n),
      labels: memory.bytes(rows + n * 8, n),
      rests: memory.numbers(rows + n * 8 + ((n + 7) & ~7), Math.ceil(n / STRIP)),
    });
  };
}

const strip = new Uint32Array(STRIP);

function look(from: number, to: number, areas: Areas): number {
  const { gone, rests } = areas;
  let moved = 0;
  for (let start = from; start < to; start += STRIP) {
    const at = start / STRIP;
    if (gone < rests[at]!) continue;
    const end = Math.min(start + STRIP, to);
    const count = listDoubts(start, end, areas);
    if (count > 0) moved += settle(count, areas);
    else rests[at] = gone + leastSlack(start, end, areas);
  }
  return moved;
}

function listDoubts(from: number, to: number, { drifted, labels, safeUntil }: Areas): number {
  let count = 0;
  for (let row = from; row < to; row++) if (!(drifted[labels[row]!]! < safeUntil[row]!)) strip[count++] = row;
  return count;
}

/** How much further the label of any of these points may drift before the first of them is in doubt. */
function leastSlack(from: number, to: number, { drifted, labels, safeUntil }: Areas): number {
  let least = Infinity;
  for (let row = from; row < to; row++) least = Math.min(least, safeUntil[row]! - drifted[labels[row]!]!);
  return least;
}

const near = new Float64Array(STRIP);
const second = new Float64Array(STRIP);
const distance = new Float64Array(STRIP);
const nearest = new Uint8Array(STRIP);

/** Measures the first rows of the strip against every centroid, moves them in labels and sums; gives how many moved. */
function settle(count: number, areas: Areas): number {
  const { labels, drifted, safeUntil } = areas;
  measure(count, areas);
  let moved = 0;
  for (let i = 0; i < count; i++) {
    const row = strip[i]!;
    const now = nearest[i]!;
    safeUntil[row] = drifted[now]! + (CLEARLY * Math.sqrt(second[i]!) - Math.sqrt(near[i]!));
    const before = labels[row]!;
    if (before === now) continue;
    moved++;
    labels[row] = now;
    move(row, before, now, areas);
  }
  return moved;
}

/** Fills `near`, `second` and `nearest` for the first rows of the strip. */
function measure(count: number, areas: Areas): void {
  if (areas.points.d === 3) measureThree(count, areas);
  else measureAny(count, areas);
}

function measureThree(count: number, { points: { columns }, centroids }: Areas): void {
  const [xs, ys, zs] = columns as [Float64Array, Float64Array, Float64Array];
  const end = centroids.length;
  for (let i = 0; i < count; i++) {
    const row = strip[i]!;
    const x = xs[row]!;
    const y = ys[row]!;
    const z = zs[row]!;
    let first = Infinity;
    let next = Infinity;
    let at = 0;
    for (let c = 0; c < end; c += 3) {
      const dx = x - centroids[c]!;
      const dy = y - centroids[c + 1]!;
      const dz = z - centroids[c + 2]!;
      const value = dx * dx + dy * dy + dz * dz;
      if (value < first) {
        next = first;
        first = value;
        at = c;
      } else if (value < next) next = value;
    }
    near[i] = first;
    second[i] = next;
    nearest[i] = (at / 3) | 0;
  }
}

let gathered: Float64Array[] = [];

/** One centroid after the other over rows brought side by side. */
function measureAny(count: number, { points: { columns, d }, centroids }: Areas): void {
  if (gathered.length !== d) gathered = columns.map(() => new Float64Array(STRIP));
  for (let j = 0; j < d; j++) gather(columns[j]!, count, gathered[j]!);
  near.fill(Infinity);
  second.fill(Infinity);
  nearest.fill(0);
  for (let c = 0; c * d < centroids.length; c++) {
    squaredDistances(gathered, 0, count, centroids, c * d, distance);
    keepTwo(c, count);
  }
}

function gather(column: Float64Array, count: number, into: Float64Array): void {
  for (let i = 0; i < count; i++) into[i] = column[strip[i]!]!;
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
