import { canonicalOrderOf } from '../stats/canonical-order';
import { pointsOf, type Points } from '../stats/points';
import type { Work } from '../work';
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
export async function customersInOrder(
  features: readonly ScaledFeature[],
  labels: Uint8Array,
  k: number,
  work: Work,
): Promise<CustomersInOrder> {
  const byName = [...features].sort((a, b) => (a.scaled < b.scaled ? -1 : 1));
  const rows = labelledRows(labels);
  await work.breathe();
  const points = pointsOf(byName.map(({ values }) => taken(values, rows, new Float64Array(rows.length))));
  await work.breathe();
  const own = taken(labels, rows, new Uint8Array(rows.length));
  const sizes = new Uint32Array(k + 1);
  for (let at = 0; at < own.length; at++) sizes[own[at]!]!++;
  await work.breathe();
  const order = await canonicalOrderOf(points, SEED, work);
  return { features: byName, rows, points, order, labels: own, sizes };
}

function labelledRows(labels: Uint8Array): Uint32Array {
  const rows = new Uint32Array(labels.length);
  let count = 0;
  for (let row = 0; row < labels.length; row++) {
    rows[count] = row;
    if (labels[row] !== 0) count++;
  }
  return rows.slice(0, count);
}

function taken<A extends Float64Array | Uint8Array>(values: A, rows: Uint32Array, into: A): A {
  for (let at = 0; at < rows.length; at++) into[at] = values[rows[at]!]!;
  return into;
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
