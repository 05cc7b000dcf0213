import type { KMeansRun } from '../../stats/kmeans';
import type { RunFit } from './fit';

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

/** What the most valuable segment holds of customers and money; no share of a revenue of 0 or below. */
export function topOf({ sizes, money }: Worth, customers: number): NonNullable<RunFit['top']> {
  const revenue = money?.reduce((sum, part) => sum + part, 0) ?? 0;
  return { share: sizes[0]! / customers, revenueShare: revenue > 0 ? money![0]! / revenue : null };
}
