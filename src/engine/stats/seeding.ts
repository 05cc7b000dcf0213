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
  let [nearest, best, trial] = viewed(placed, [
    takeWeights(placed),
    takeWeights(placed),
    takeWeights(placed),
  ]);
  const point = room.numbers(candidate, d);
  const tried = (row: number): number => {
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
    for (let t = 0; t < trials; t++) {
      const row = draw(nearest, random() * left);
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

/** n weights and the sums of their parts: byte offsets, and views that hold until more is taken. */
interface Weights {
  each: number;
  parts: number;
  weights: Float64Array;
  sums: Float64Array;
}

const takeWeights = ({ points: { n }, room }: PlacedPoints) => ({
  each: room.take(eights(n) * 8),
  parts: room.take(Math.ceil(n / PART) * 8),
});

/** Three of them, when all is taken: taking may move the memory. */
const viewed = (
  { points: { n }, room }: PlacedPoints,
  taken: readonly Pick<Weights, 'each' | 'parts'>[],
): [Weights, Weights, Weights] =>
  taken.map(({ each, parts }) => ({
    each,
    parts,
    weights: room.numbers(each, n),
    sums: room.numbers(parts, Math.ceil(n / PART)),
  })) as [Weights, Weights, Weights];

/**
 * The row at which the running sum of the weights, part by part, passes `target`; the last one with a weight if
 * rounding keeps it below.
 */
function draw({ weights, sums }: Weights, target: number): number {
  let sum = 0;
  let passed = 0;
  let last = 0;
  for (let part = 0; part < sums.length && !(passed > target); part++) {
    if (sums[part]! === 0) continue;
    last = part;
    sum = passed;
    passed += sums[part]!;
  }
  const from = last * PART;
  const to = Math.min(from + PART, weights.length);
  for (let row = from; row < to; row++) {
    // A row without a weight does not pass the target: the sum before it did not.
    sum += weights[row]!;
    if (sum > target) return row;
  }
  for (let row = to - 1; row > from; row--) if (weights[row]! !== 0) return row;
  return from;
}
