import { EigenvalueDecomposition } from 'ml-matrix';
import { atOnce, type Pieces } from '../pieces';
import { BLOCK } from './assign';
import type { Points } from './points';

/** Principal components of d columns, the one with the most variance first. */
export interface Pca {
  /** d: mean of each column. */
  means: number[];
  /** d: deviation along each component, divisor n − 1 (R, prcomp). */
  deviations: number[];
  /** d: share of all variance, falling, summing to 1; all 0 where nothing varies. */
  explained: number[];
  /** d × d: loadings[component][column], of length 1. */
  loadings: number[][];
}

/**
 * Principal components from the covariance of the columns as they are, so scale them first where units differ.
 * Sign: in each component the loading of largest size is positive, the first of several within 1e-9.
 * At least two points.
 * @see R, prcomp(scale. = FALSE): divisor n − 1.
 */
export const pca = (points: Points): Pca => atOnce(pcaInPieces(points));

/** The same, giving way now and then. */
export function* pcaInPieces({ columns, n, d }: Points): Pieces<Pca> {
  const means: number[] = [];
  for (const column of columns) {
    means.push(blockSum(n, (row) => column[row]!) / n);
    yield;
  }
  const covariance = columns.map(() => new Array<number>(d).fill(0));
  for (const [i, a] of columns.entries()) {
    for (const [j, b] of columns.slice(0, i + 1).entries()) {
      const [x, y] = [means[i]!, means[j]!];
      const sum = blockSum(n, (row) => (a[row]! - x) * (b[row]! - y));
      covariance[i]![j] = covariance[j]![i] = sum / Math.max(1, n - 1);
      yield;
    }
  }
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const order = realEigenvalues.map((_, i) => i).sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const variances = order.map((i) => Math.max(0, realEigenvalues[i]!));
  const all = variances.reduce((sum, variance) => sum + variance, 0);
  return {
    means,
    deviations: variances.map(Math.sqrt),
    explained: variances.map((variance) => (all > 0 ? variance / all : 0)),
    loadings: order.map((i) => signed(Array.from({ length: d }, (_, j) => eigenvectorMatrix.get(j, i)))),
  };
}

/** n scores along one component (0 is the first): how far each point lies from the mean in that direction. */
export function scores(points: Points, { means, loadings }: Pca, component: number): Float64Array {
  const weights = loadings[component] ?? [];
  const along = new Float64Array(points.n);
  points.columns.forEach((column, j) => {
    const [mean, weight] = [means[j]!, weights[j] ?? 0];
    for (let row = 0; row < along.length; row++) along[row]! += (column[row]! - mean) * weight;
  });
  return along;
}

function signed(axis: number[]): number[] {
  const most = Math.max(...axis.map(Math.abs));
  const leading = axis.find((weight) => Math.abs(weight) >= most - 1e-9) ?? 1;
  return leading < 0 ? axis.map((weight) => -weight) : axis;
}

/** Sums over fixed blocks of rows, block after block. */
function blockSum(n: number, value: (row: number) => number): number {
  let sum = 0;
  for (let from = 0; from < n; from += BLOCK) {
    let block = 0;
    for (let row = from; row < Math.min(from + BLOCK, n); row++) block += value(row);
    sum += block;
  }
  return sum;
}
