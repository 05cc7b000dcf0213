import type { KMeansRun } from '../../stats/kmeans';

/** Customers and money of each cluster; money is null where no column says it. */
export interface Worth {
  sizes: number[];
  money: number[] | null;
}

/** Counts customers and adds up money by label. @param money one value per point, or null */
export function worthOf({ k, labels }: Pick<KMeansRun, 'k' | 'labels'>, money: Float64Array | null): Worth {
  const sizes = new Array<number>(k).fill(0);
  const sums = new Array<number>(k).fill(0);
  for (let i = 0; i < labels.length; i++) {
    sizes[labels[i]!]!++;
    sums[labels[i]!]! += money?.[i] ?? 0;
  }
  return { sizes, money: money && sums };
}

/**
 * The clusters from the most to the least valuable: by falling mean money, else by falling size; equal ones by their
 * centroids, so that the order never hangs on chance.
 */
export function orderByWorth(run: KMeansRun, { sizes, money }: Worth): number[] {
  const mean = (cluster: number) => (money ? money[cluster]! / Math.max(1, sizes[cluster]!) : 0);
  return run.centroids
    .map((_, cluster) => cluster)
    .sort(
      (a, b) => mean(b) - mean(a) || sizes[b]! - sizes[a]! || compare(run.centroids[b]!, run.centroids[a]!),
    );
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, j) => value !== b[j]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
