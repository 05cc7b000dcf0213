import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import { log } from './logarithm';
import type { Mixture } from './mixture';

/** Below this logarithm a share is lost beside 1. */
export const NEGLIGIBLE = -37;
const LOG_2_PI = 1.8378770664093453;

/** The densities of the components of a mixture, one point at a time. */
export interface Densities {
  /** k: logarithm of the density of each component at the point, times its share; −Infinity where it cannot count. */
  readonly logs: Float64Array;
  /** k × d: how far the point is from each mean that counts. */
  readonly away: Float64Array;
  /** Puts the point in that row into `logs` and `away`. */
  at(columns: readonly Float64Array[], row: number): void;
}

/** @throws RangeError where a covariance is not positive definite */
export function densitiesOf({ weights, means, covariances }: Mixture): Densities {
  const k = weights.length;
  const d = means[0]?.length ?? 0;
  const logs = new Float64Array(k);
  const away = new Float64Array(k * d);
  const point = new Float64Array(d);
  const centres = Float64Array.from(means.flat());
  const inverses = covariances.map(inverseRoot);
  const roots = Float64Array.from(inverses.flat());
  const constants = Float64Array.from(inverses, (root, c) => {
    let logged = log(weights[c]!) - (d * LOG_2_PI) / 2;
    for (let i = 0; i < d; i++) logged += log(root[i * d + i]!);
    return logged;
  });
  return {
    logs,
    away,
    at(columns, row) {
      for (let i = 0; i < d; i++) point[i] = columns[i]![row]!;
      let most = -Infinity;
      for (let c = 0; c < k; c++) {
        const first = c * d;
        // What is farther cannot count beside the likeliest so far.
        const enough = 2 * (constants[c]! - most - NEGLIGIBLE);
        let at = first * d;
        let squares = 0;
        for (let i = 0; i < d && squares <= enough; i++) {
          away[first + i] = point[i]! - centres[first + i]!;
          let along = 0;
          for (let j = 0; j <= i; j++) along += roots[at + j]! * away[first + j]!;
          squares += along * along;
          at += d;
        }
        logs[c] = squares > enough ? -Infinity : constants[c]! - squares / 2;
        if (logs[c]! > most) most = logs[c]!;
      }
    },
  };
}

/** The inverse of the lower Cholesky factor, d × d end to end: it makes a cloud of that covariance round. */
function inverseRoot(covariance: readonly (readonly number[])[]): number[] {
  const d = covariance.length;
  const decomposed = new CholeskyDecomposition(new Matrix(covariance.map((row) => [...row])));
  if (!decomposed.isPositiveDefinite()) throw new RangeError('covariance not positive definite');
  const lower = decomposed.lowerTriangularMatrix;
  const inverse = new Array<number>(d * d).fill(0);
  for (let j = 0; j < d; j++) {
    inverse[j * d + j] = 1 / lower.get(j, j);
    for (let i = j + 1; i < d; i++) {
      let sum = 0;
      for (let m = j; m < i; m++) sum -= lower.get(i, m) * inverse[m * d + j]!;
      inverse[i * d + j] = sum / lower.get(i, i);
    }
  }
  return inverse;
}
