import { canonicalOrder } from '../stats/canonical-order';
import { pointsOf, type Points } from '../stats/points';
import type { FeatureInfo } from './feature-info';

const SEED = 7;

/** A feature with its scaled values, without blanks in labelled rows. */
export type ScaledFeature = Pick<FeatureInfo, 'column' | 'scaled'> & { values: Float64Array };

/** The customers in segments as points, and an order of them that has nothing to do with the order of the rows. */
export interface CustomersInOrder {
  /** By the names of the scaled columns: one dimension each. */
  features: readonly ScaledFeature[];
  /** For each point its row in the table. */
  rows: Uint32Array;
  points: Points;
  /** Points, by a hash of their values. */
  order: Uint32Array;
  /** For each point its segment, 1 to k. */
  labels: Uint8Array;
  /** Points by segment; entry 0 is unused. */
  sizes: Uint32Array;
}

/** The labelled rows (1 to k; rows with 0 are left out) of the scaled features. */
export function customersInOrder(
  features: readonly ScaledFeature[],
  labels: Uint8Array,
  k: number,
): CustomersInOrder {
  const byName = [...features].sort((a, b) => (a.scaled < b.scaled ? -1 : 1));
  const rows = Uint32Array.from(labels.keys()).filter((row) => labels[row] !== 0);
  const points = pointsOf(byName.map(({ values }) => Float64Array.from(rows, (row) => values[row]!)));
  const own = Uint8Array.from(rows, (row) => labels[row]!);
  const sizes = new Uint32Array(k + 1);
  for (const label of own) sizes[label]!++;
  return { features: byName, rows, points, order: canonicalOrder(points, SEED), labels: own, sizes };
}

/**
 * Up to `most` points, drawn evenly from each segment, small ones with at least `least` of theirs; in canonical order.
 * A smaller draw is part of a larger one where `least` leaves room for all.
 */
export function drawEvenly(
  { order, labels, sizes }: CustomersInOrder,
  most: number,
  least: number,
): Uint32Array {
  const share = Math.min(1, most / labels.length);
  const left = sizes.map((size) => Math.min(size, Math.max(least, Math.floor(size * share))));
  for (let over = sumOf(left) - most; over > 0; over--) left[left.indexOf(Math.max(...left))]!--;
  return order.filter((at) => {
    const id = labels[at]!;
    return left[id]! > 0 && left[id]!-- > 0;
  });
}

const sumOf = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0);
