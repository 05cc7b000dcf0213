import { PART } from '../kernels/kernels';
import { eights, type PlacedPoints } from '../kernels/placed-points';

/**
 * Greedy k-means++: the first centroid is a point drawn evenly, each further one the best of 2 + ln k points drawn by
 * squared distance, best by what is left of the distances.
 * @see Arthur and Vassilvitskii 2007; several trials per step as in scikit-learn.
 * @returns k × d centroids; fewer different ones where there are fewer different points
 */
export function plusPlus(placed: PlacedPoints, k: number, random: () => number): Float64Array {
  const { points, room, at, stride } = placed;
  const { columns, n, d } = points;
  const trials = 2 + Math.floor(Math.log(k));
  const centroids = new Float64Array(k * d);
  const before = room.mark;
  const candidate = room.take(d * 8);
  let [nearest, best, trial] = [takeWeights(placed), takeWeights(placed), takeWeights(placed)];
  const tried = (row: number): number => {
    const point = room.numbers(candidate, d);
    for (let j = 0; j < d; j++) point[j] = columns[j]![row]!;
    return room.kernels.nearer(at, stride, d, n, candidate, nearest.each, trial.each, trial.parts);
  };
  const keep = (cluster: number, row: number) =>
    columns.forEach((column, j) => (centroids[cluster * d + j] = column[row]!));
  room.numbers(nearest.each, eights(n)).fill(Infinity, 0, n).fill(0, n);
  const first = Math.floor(random() * n);
  keep(0, first);
  let left = tried(first);
  [nearest, trial] = [trial, nearest];
  for (let cluster = 1; cluster < k; cluster++) {
    let least = Infinity;
    let chosen = 0;
    const [weights, parts] = viewsOf(placed, nearest);
    for (let t = 0; t < trials; t++) {
      const row = draw(weights, parts, random() * left);
      const sum = tried(row);
      if (sum < least) {
        least = sum;
        chosen = row;
        [best, trial] = [trial, best];
      }
    }
    keep(cluster, chosen);
    [nearest, best] = [best, nearest];
    left = least;
  }
  room.drop(before);
  return centroids;
}

/** Byte offsets of n weights and of the sums of their parts. */
interface Weights {
  each: number;
  parts: number;
}

const takeWeights = ({ points: { n }, room }: PlacedPoints): Weights => ({
  each: room.take(eights(n) * 8),
  parts: room.take(Math.ceil(n / PART) * 8),
});

const viewsOf = ({ points: { n }, room }: PlacedPoints, { each, parts }: Weights) =>
  [room.numbers(each, n), room.numbers(parts, Math.ceil(n / PART))] as const;

/**
 * The row at which the running sum of the weights, part by part, passes `target`; the last one with a weight if
 * rounding keeps it below.
 */
function draw(weights: Float64Array, parts: Float64Array, target: number): number {
  let sum = 0;
  let passed = 0;
  let last = 0;
  for (let part = 0; part < parts.length && !(passed > target); part++) {
    if (parts[part]! === 0) continue;
    last = part;
    sum = passed;
    passed += parts[part]!;
  }
  const from = last * PART;
  let found = from;
  for (let row = from; row < Math.min(from + PART, weights.length); row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    sum += weight;
    found = row;
    if (sum > target) return row;
  }
  return found;
}
