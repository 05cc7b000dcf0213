import type { Progress, Work } from '../work';
import { BLOCK } from './assign';
import { moments } from './moments';
import type { Points } from './points';
import { generator, seedFrom } from './random';

/** Points of which the first `numbers` columns are numbers and the others codes of categories, whole and from 0. */
export interface MixedPoints {
  points: Points;
  numbers: number;
  /** What one category that differs counts, in squared distances. */
  gamma: number;
}

/** A clustering of mixed points. */
export interface PrototypeAttempt {
  /** Squared distances of the numbers, and `gamma` for each category that differs from the mode, added up. */
  cost: number;
  /** k × (numbers + categories), end to end: means, then codes of modes. */
  prototypes: Float64Array;
  /** n: the nearest prototype; the lowest index where several are equally near. */
  labels: Uint8Array;
}

/** Rounds after which a start is left as it is. */
const ROUNDS = 100;

/**
 * What a category that differs counts unless one says otherwise: half the mean standard deviation of the numbers, and a
 * half where no number varies.
 * @see Huang 1998; kmodes, KPrototypes.
 */
export function usualGamma({ columns, d }: Points): number {
  const sum = columns.reduce((all, values) => all + moments(values).deviation, 0);
  return sum > 0 ? sum / d / 2 : 0.5;
}

/**
 * k-prototypes: as k-means, with modes for categories. The best of several starts, every other one drawn
 * as k-means++ does, the others the best so far with one prototype moved. Points must be
 * in canonical order over numbers and codes; of categories equally common in a cluster the lowest code is the mode.
 * @see Huang 1998, Extensions to the k-means algorithm for clustering large data sets with categorical values.
 */
export async function kPrototypes(
  mixed: MixedPoints,
  { k, seed, starts }: { k: number; seed: number; starts: number },
  work: Work,
  progress: Progress,
): Promise<PrototypeAttempt> {
  const rows = inRows(mixed);
  let best: PrototypeAttempt | null = null;
  for (let start = 0; start < (k === 1 ? 1 : starts); start++) {
    const rest = work.breathe(progress);
    if (rest) await rest;
    const random = generator(seedFrom(seed, 201, k, start));
    const seeds = best && start % 2 === 1 ? swapped(rows, best, random) : drawn(rows, k, random);
    const found = await settled(rows, seeds, work, progress);
    if (best === null || found.cost < best.cost) best = found;
  }
  return best!;
}

/** Puts mixed points to the nearest of given prototypes. */
export async function nearestPrototypes(
  mixed: MixedPoints,
  prototypes: Float64Array,
  work: Work,
  progress: Progress,
): Promise<Pick<PrototypeAttempt, 'cost' | 'labels'>> {
  const rows = inRows(mixed);
  const labels = new Uint8Array(rows.n);
  const { cost } = await assign(rows, prototypes, labels, new Float64Array(rows.n), work, progress);
  return { cost, labels };
}

/** Mixed points row by row. */
interface Rows extends Pick<MixedPoints, 'numbers' | 'gamma'> {
  /** n × d. */
  values: Float64Array;
  n: number;
  d: number;
}

function inRows({ points: { columns, n, d }, numbers, gamma }: MixedPoints): Rows {
  const values = new Float64Array(n * d);
  columns.forEach((column, j) => {
    for (let i = 0; i < n; i++) values[i * d + j] = column[i]!;
  });
  return { values, n, d, numbers, gamma };
}

function costOf(
  { values, d, numbers, gamma }: Rows,
  row: number,
  prototypes: Float64Array,
  c: number,
): number {
  let cost = 0;
  for (let j = 0; j < numbers; j++) {
    const away = values[row * d + j]! - prototypes[c * d + j]!;
    cost += away * away;
  }
  for (let j = numbers; j < d; j++) if (values[row * d + j] !== prototypes[c * d + j]) cost += gamma;
  return cost;
}

/** Rows as seeds: each further one the best of 2 + ⌊√k⌋ drawn by what they would cost. */
function drawn(rows: Rows, k: number, random: () => number): Float64Array {
  const { values, n, d } = rows;
  const seeds = new Float64Array(k * d);
  const keep = (c: number, row: number) => seeds.set(values.subarray(row * d, row * d + d), c * d);
  const withSeed = (before: Float64Array, row: number) => {
    const seed = values.subarray(row * d, row * d + d);
    return before.map((cost, i) => Math.min(cost, costOf(rows, i, seed, 0)));
  };
  const first = Math.floor(random() * n);
  keep(0, first);
  let costs = withSeed(new Float64Array(n).fill(Infinity), first);
  for (let c = 1; c < k; c++) {
    let least = Infinity;
    let next = costs;
    const left = sumOf(costs);
    for (let trial = 0; trial < 2 + Math.floor(Math.sqrt(k)); trial++) {
      const row = rowAt(costs, random() * left);
      const tried = withSeed(costs, row);
      const sum = sumOf(tried);
      if (sum >= least) continue;
      [least, next] = [sum, tried];
      keep(c, row);
    }
    costs = next;
  }
  return seeds;
}

/** The best so far with one of its prototypes put where a row is. @see Fränti 2018, Efficiency of random swap clustering. */
function swapped(
  { values, n, d }: Rows,
  { prototypes }: PrototypeAttempt,
  random: () => number,
): Float64Array {
  const row = Math.floor(random() * n);
  const c = Math.floor((random() * prototypes.length) / d);
  const seeds = prototypes.slice();
  seeds.set(values.subarray(row * d, row * d + d), c * d);
  return seeds;
}

const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);

/** Where the running sum passes `target`; the last row with a weight if rounding keeps it below. */
function rowAt(weights: Float64Array, target: number): number {
  let sum = 0;
  let last = 0;
  for (let row = 0; row < weights.length; row++) {
    if (weights[row] === 0) continue;
    sum += weights[row]!;
    last = row;
    if (sum > target) break;
  }
  return last;
}

async function settled(
  rows: Rows,
  seeds: Float64Array,
  work: Work,
  progress: Progress,
): Promise<PrototypeAttempt> {
  const labels = new Uint8Array(rows.n).fill(255);
  const costs = new Float64Array(rows.n);
  const levels = levelsOf(rows);
  let prototypes = seeds;
  for (let round = 0; ; round++) {
    const { cost, moved } = await assign(rows, prototypes, labels, costs, work, progress);
    const filled = fillEmpty(rows, labels, costs, prototypes);
    if ((!moved && !filled) || round + 1 >= ROUNDS) return { cost, prototypes, labels };
    prototypes = middlesOf(rows, labels, prototypes, levels);
  }
}

async function assign(
  rows: Rows,
  prototypes: Float64Array,
  labels: Uint8Array,
  costs: Float64Array,
  work: Work,
  progress: Progress,
): Promise<{ cost: number; moved: boolean }> {
  const k = prototypes.length / rows.d;
  let total = 0;
  let moved = false;
  for (let from = 0; from < rows.n; from += BLOCK) {
    const rest = work.breathe(progress);
    if (rest) await rest;
    let sum = 0;
    for (let row = from; row < Math.min(from + BLOCK, rows.n); row++) {
      let [best, least] = [0, Infinity];
      for (let c = 0; c < k; c++) {
        const cost = costOf(rows, row, prototypes, c);
        if (cost < least) [best, least] = [c, cost];
      }
      moved ||= labels[row] !== best;
      labels[row] = best;
      costs[row] = least;
      sum += least;
    }
    total += sum;
  }
  return { cost: total, moved };
}

/** Gives each prototype without a point the one that costs most; says whether any was given. */
function fillEmpty(
  { n, d }: Rows,
  labels: Uint8Array,
  costs: Float64Array,
  prototypes: Float64Array,
): boolean {
  const sizes = new Uint32Array(prototypes.length / d);
  for (const label of labels) sizes[label]!++;
  let filled = false;
  sizes.forEach((size, c) => {
    if (size > 0) return;
    let far = -1;
    for (let row = 0; row < n; row++)
      if (sizes[labels[row]!]! > 1 && costs[row]! > (far < 0 ? 0 : costs[far]!)) far = row;
    if (far < 0) return;
    sizes[labels[far]!]!--;
    sizes[c] = 1;
    labels[far] = c;
    costs[far] = 0;
    filled = true;
  });
  return filled;
}

/** Of each column how many codes there are; 0 for a number. */
function levelsOf({ values, n, d, numbers }: Rows): number[] {
  const levels = new Array<number>(d).fill(0);
  for (let row = 0; row < n; row++)
    for (let j = numbers; j < d; j++) levels[j] = Math.max(levels[j]!, values[row * d + j]! + 1);
  return levels;
}

/** Means and modes; one without points stays where it was. */
function middlesOf(
  { values, n, d, numbers }: Rows,
  labels: Uint8Array,
  before: Float64Array,
  levels: readonly number[],
): Float64Array {
  const k = before.length / d;
  const middles = before.slice();
  const sizes = new Uint32Array(k);
  for (const label of labels) sizes[label]!++;
  for (let j = 0; j < numbers; j++) {
    const sums = new Float64Array(k);
    for (let row = 0; row < n; row++) sums[labels[row]!]! += values[row * d + j]!;
    sums.forEach((sum, c) => sizes[c]! > 0 && (middles[c * d + j] = sum / sizes[c]!));
  }
  for (let j = numbers; j < d; j++) {
    const counts = new Uint32Array(k * levels[j]!);
    for (let row = 0; row < n; row++) counts[labels[row]! * levels[j]! + values[row * d + j]!]!++;
    for (let c = 0; c < k; c++) {
      const own = counts.subarray(c * levels[j]!, (c + 1) * levels[j]!);
      if (sizes[c]! > 0) middles[c * d + j] = own.indexOf(Math.max(...own));
    }
  }
  return middles;
}
