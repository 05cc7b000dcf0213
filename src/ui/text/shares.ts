import type { Segmentation } from '../../engine/index';
import { dealTiles } from '../charts/mosaic';
import { share } from './format';

/** Whole per cent that add up to 100 where the shares add up to 1, as the tiles do; else each rounded by itself. */
export function wholePercents(shares: readonly number[]): number[] {
  const sum = shares.reduce((total, value) => total + value, 0);
  const parts = Math.abs(sum - 1) < 0.005 && shares.every((value) => value >= 0);
  return parts ? dealTiles(shares) : shares.map((value) => Math.round(value * 100));
}

/** The same in words. */
export function wholeShares(shares: readonly number[]): string[] {
  // What rounds to nothing or to everything keeps its words: "under 1 %".
  return wholePercents(shares).map((percent, i) =>
    share(percent === 0 || percent === 100 ? shares[i]! : percent / 100),
  );
}

export interface SharesInWords {
  customers: ReadonlyMap<number, string>;
  /** Empty where nothing counts orders. */
  orders: ReadonlyMap<number, string>;
  /** Empty without money. */
  revenue: ReadonlyMap<number, string>;
}

/**
 * The shares of the segments as every place prints them: headline, list, cards, sentences, rules, what is merged.
 * Rounded by itself, one share could read 31 % where these say 30 %.
 */
export function sharesInWords({ segments }: Pick<Segmentation, 'segments'>): SharesInWords {
  const byId = (shares: readonly number[]) => {
    const words = wholeShares(shares);
    return new Map(segments.map(({ id }, i) => [id, words[i]!]));
  };
  const orders = segments.flatMap(({ ordersShare }) => (ordersShare === null ? [] : [ordersShare]));
  const revenue = segments.flatMap(({ revenueShare }) => (revenueShare === null ? [] : [revenueShare]));
  return {
    customers: byId(segments.map((segment) => segment.share)),
    orders: orders.length === segments.length ? byId(orders) : new Map(),
    revenue: revenue.length === segments.length ? byId(revenue) : new Map(),
  };
}
