import { placedBetween, type PlacedPoints } from '../kernels/placed-points';
import { spreadOf, type Hurried, type Spread } from './bounded';

/** Points and how far they spread. */
export interface Cloud {
  placed: PlacedPoints;
  spread: Spread;
}

/** Rows on which the better starts are tried; the starts of a smaller table see all of its rows. */
const SAMPLE = 20_000;
/** Rows on which all starts are tried first, and from which one start is drawn. */
export const FEW = 8_000;

/** All points, and the first of them on which clusterings are tried, few and fewer; the same where there are not more. */
export interface Clouds {
  all: Cloud;
  sample: Cloud;
  few: Cloud;
}

/** The clouds of points in canonical order, where the first ones are a random sample. */
export function cloudsOf(placed: PlacedPoints, spread: Spread): Clouds {
  const all = { placed, spread };
  const sample = firstOf(all, SAMPLE);
  return { all, sample, few: firstOf(sample, FEW) };
}

export function firstOf(cloud: Cloud, n: number): Cloud {
  if (cloud.placed.points.n <= n) return cloud;
  const placed = placedBetween(cloud.placed, 0, n);
  return { placed, spread: spreadOf(placed.points) };
}

/** By rising inertia; equal ones keep their order. */
export const bestFirst = <S extends { inertia: number }>(states: readonly S[]): S[] =>
  [...states].sort((a, b) => a.inertia - b.inertia);

/** Clusterings whose centroids all stand within this share of a point's mean squared distance are on the way to one end. */
const SAME = 0.02;

/** The first of those that are on the way to the same end, in their order. */
export function different(states: readonly Hurried[]): Hurried[] {
  const kept: Hurried[] = [];
  for (const state of states) if (!kept.some((other) => isSame(state, other))) kept.push(state);
  return kept;
}

function isSame(one: Hurried, other: Hurried): boolean {
  const { n, d } = one.placed.points;
  const near = (SAME * Math.max(one.inertia, other.inertia)) / n;
  const taken = new Uint8Array(one.k);
  for (let c = 0; c < one.k; c++) {
    const at = closest(one.centroids, c * d, other.centroids, d, near);
    if (at === null || taken[at]) return false;
    taken[at] = 1;
  }
  return true;
}

/** The index of a centroid within a squared distance of the one that begins at `from`; null where there is none. */
function closest(
  centroids: Float64Array,
  from: number,
  others: Float64Array,
  d: number,
  within: number,
): number | null {
  for (let at = 0; at < others.length; at += d) {
    let squares = 0;
    for (let j = 0; j < d; j++) squares += (centroids[from + j]! - others[at + j]!) ** 2;
    if (squares <= within) return at / d;
  }
  return null;
}
