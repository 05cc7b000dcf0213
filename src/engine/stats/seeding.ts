import { squaredDistances } from './assign';
import type { Points } from './points';

/**
 * Greedy k-means++: the first centroid is a point drawn evenly, each further one the best of 2 + ln k points drawn by
 * squared distance, best by what is left of the distances.
 * @see Arthur and Vassilvitskii 2007; several trials per step as in scikit-learn.
 * @returns k × d centroids; fewer different ones where there are fewer different points
 */
export function plusPlus(points: Points, k: number, random: () => number): Float64Array {
  const { columns, n, d } = points;
  const trials = 2 + Math.floor(Math.log(k));
  const centroids = new Float64Array(k * d);
  const place = (cluster: number, row: number) =>
    columns.forEach((column, j) => (centroids[cluster * d + j] = column[row]!));
  place(0, Math.floor(random() * n));
  let nearest = new Float64Array(n);
  let best = new Float64Array(n);
  let trial = new Float64Array(n);
  squaredDistances(columns, 0, n, centroids, 0, nearest);
  let left = total(nearest);
  for (let cluster = 1; cluster < k; cluster++) {
    let least = Infinity;
    let chosen = 0;
    for (let t = 0; t < trials; t++) {
      const row = draw(nearest, random() * left);
      place(cluster, row);
      squaredDistances(columns, 0, n, centroids, cluster * d, trial);
      const sum = lower(trial, nearest);
      if (sum < least) {
        least = sum;
        chosen = row;
        [best, trial] = [trial, best];
      }
    }
    place(cluster, chosen);
    [nearest, best] = [best, nearest];
    left = least;
  }
  return centroids;
}

function total(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum;
}

/** Lowers each value to the bound where that is smaller, and gives the sum. */
function lower(values: Float64Array, bounds: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    const bound = bounds[i]!;
    if (bound < values[i]!) values[i] = bound;
    sum += values[i]!;
  }
  return sum;
}

/** The row at which the running sum of the weights passes `target`; the last one with a weight if rounding keeps it below. */
function draw(weights: Float64Array, target: number): number {
  let sum = 0;
  let last = 0;
  for (let row = 0; row < weights.length; row++) {
    const weight = weights[row]!;
    if (weight === 0) continue;
    sum += weight;
    last = row;
    if (sum > target) return row;
  }
  return last;
}
