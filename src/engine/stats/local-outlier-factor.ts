import type { Work } from '../work';
import { NearestPoints } from './nearest-points';
import type { Points } from './points';

/** Keeps densities finite where many points are equal, as scikit-learn does. */
const LITTLE = 1e-10;
const BLOCK = 256;

/** How thinly a place is settled, compared with its neighbours. */
export interface LocalDensities {
  /** The local outlier factor of a place: about 1 among others, larger the lonelier. */
  factorOf(place: Float64Array): number;
}

/**
 * The densities around `neighbours` nearest points (all others, where there are fewer), exact. A place equal to one of the
 * points is taken for that point, which is not its own neighbour, so that the points themselves get the factor of the paper.
 * Of points as near, those of lower index are neighbours.
 * @param points on one scale; one at least
 * @throws Stopped
 * @see Breunig, Kriegel, Ng and Sander 2000, LOF; scikit-learn, LocalOutlierFactor: same neighbours, same 1e-10.
 */
export async function localDensities(
  points: Points,
  neighbours: number,
  work: Work,
): Promise<LocalDensities> {
  const { n, columns } = points;
  const k = Math.min(neighbours, n - 1);
  if (k < 1) return { factorOf: () => 1 };
  const nearest = new Neighbours(points, k);
  const reaches = new Float64Array(n);
  const density = new Float64Array(n);
  const found = new Uint32Array(n * k);
  const distances = new Float64Array(n * k);
  const place = new Float64Array(columns.length);
  for (let row = 0; row < n; row++) {
    if (row % BLOCK === 0) {
      const rest = work.breathe({ phase: 'looking-for-outliers', done: row, total: n, unit: 'rows' });
      if (rest) await rest;
    }
    for (let at = 0; at < columns.length; at++) place[at] = columns[at]![row]!;
    nearest.around(place);
    found.set(nearest.indices, row * k);
    distances.set(nearest.distances, row * k);
    reaches[row] = nearest.distances[k - 1]!;
  }
  for (let row = 0; row < n; row++) {
    density[row] = densityOf(found.subarray(row * k), distances.subarray(row * k), reaches, k);
  }
  return {
    factorOf: (where) => {
      nearest.around(where);
      const own = densityOf(nearest.indices, nearest.distances, reaches, k);
      let sum = 0;
      for (let i = 0; i < k; i++) sum += density[nearest.indices[i]!]!;
      return sum / k / own;
    },
  };
}

/** 1 ÷ the mean reachability distance: the distance, but at least that within which the neighbour has its own k. */
function densityOf(found: Uint32Array, distances: Float64Array, reaches: Float64Array, k: number): number {
  let sum = 0;
  for (let i = 0; i < k; i++) sum += Math.max(distances[i]!, reaches[found[i]!]!);
  return 1 / (sum / k + LITTLE);
}

/** The k nearest points of a place, without one that is equal to it. */
class Neighbours {
  readonly #nearest: NearestPoints;
  readonly indices: Uint32Array;
  readonly distances: Float64Array;

  constructor(points: Points, k: number) {
    this.#nearest = new NearestPoints(points, k + 1);
    this.indices = new Uint32Array(k);
    this.distances = new Float64Array(k);
  }

  around(place: Float64Array): void {
    this.#nearest.find(place);
    const { indices, squares } = this.#nearest;
    const first = squares[0] === 0 ? 1 : 0;
    for (let i = 0; i < this.indices.length; i++) {
      this.indices[i] = indices[i + first]!;
      this.distances[i] = Math.sqrt(squares[i + first]!);
    }
  }
}
