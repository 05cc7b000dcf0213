import type { Work } from '../work';
import { takePoints, type Points } from './points';

/** How far apart the clusters of one labelling stand. */
export interface Silhouette {
  /** Mean over all points, −1 to 1. */
  mean: number;
  /** Points whose distances were measured; n where it is exact. */
  sample: number;
}

/** Up to so many rows every pair is measured. */
const EXACT = 10_000;
/** Rows measured in larger tables, and the least of each cluster. */
const SAMPLE = 5_000;
const LEAST = 50;

/** Rows that have the same label in every labelling, and how many of them are measured. */
interface Cell {
  /** Label in each labelling. */
  labels: number[];
  size: number;
  rows: Uint32Array;
}

/**
 * Mean silhouette of several labellings of the same points at once, so that each distance is measured once. Exact for
 * at most 10,000 points; else from a sample drawn evenly within each cluster, at least 50 of each, weighted back.
 * A point alone in its cluster scores 0. Points must be in canonical order, where the first rows are a random sample.
 * @param labellings each n labels, 0 to 255, at least two of them in use; null for a labelling with a single label
 * @see Rousseeuw 1987; scikit-learn, silhouette_score.
 */
export async function silhouettes(
  points: Points,
  labellings: readonly Uint8Array[],
  work: Work,
): Promise<(Silhouette | null)[]> {
  const cells = cellsOf(points.n, labellings);
  const counts = labellings.map((_, l) => sizesOf(cells, l));
  const rows = Uint32Array.from(cells.flatMap((cell) => [...cell.rows]));
  const sample = takePoints(points, rows);
  const totals = new Float64Array(labellings.length);
  const toCells = new Float64Array(cells.length);
  const distances = new Float64Array(rows.length);
  let done = 0;
  for (const [own, cell] of cells.entries()) {
    const weight = cell.size / cell.rows.length;
    for (let i = 0; i < cell.rows.length; i++, done++) {
      distancesFrom(sample, done, distances);
      meansByCell(cells, distances, own, toCells);
      for (let l = 0; l < labellings.length; l++) {
        totals[l]! += weight * scoreOf(cells, cell.labels[l]!, counts[l]!, l, toCells);
      }
      const rest = work.breathe({ phase: 'judging', done, total: rows.length, unit: 'rows' });
      if (rest) await rest;
    }
  }
  return labellings.map((_, l) => {
    const used = counts[l]!.filter((count) => count > 0).length;
    return used < 2 ? null : { mean: totals[l]! / points.n, sample: rows.length };
  });
}

/** Sums of distances from one row to all rows of each cell, the row itself not counted. */
function meansByCell(cells: readonly Cell[], distances: Float64Array, own: number, into: Float64Array): void {
  let at = 0;
  cells.forEach((cell, c) => {
    let sum = 0;
    for (const end = at + cell.rows.length; at < end; at++) sum += distances[at]!;
    const measured = cell.rows.length - (c === own ? 1 : 0);
    const others = cell.size - (c === own ? 1 : 0);
    into[c] = measured > 0 ? (sum / measured) * others : 0;
  });
}

/** (b − a) ÷ max(a, b) for one row and one labelling. */
function scoreOf(
  cells: readonly Cell[],
  own: number,
  counts: readonly number[],
  labelling: number,
  toCells: Float64Array,
): number {
  if (counts[own]! < 2) return 0;
  const sums = new Float64Array(counts.length);
  cells.forEach((cell, c) => (sums[cell.labels[labelling]!]! += toCells[c]!));
  const a = sums[own]! / (counts[own]! - 1);
  let b = Infinity;
  counts.forEach((count, label) => {
    if (label !== own && count > 0) b = Math.min(b, sums[label]! / count);
  });
  const larger = Math.max(a, b);
  return larger > 0 && larger < Infinity ? (b - a) / larger : 0;
}

function distancesFrom({ columns, n, d }: Points, row: number, into: Float64Array): void {
  into.fill(0);
  for (let j = 0; j < d; j++) {
    const column = columns[j]!;
    const here = column[row]!;
    for (let i = 0; i < n; i++) {
      const away = column[i]! - here;
      into[i] = into[i]! + away * away;
    }
  }
  for (let i = 0; i < n; i++) into[i] = Math.sqrt(into[i]!);
}

/** Rows with the same labels everywhere, in the order in which such rows first appear. */
function cellsOf(n: number, labellings: readonly Uint8Array[]): Cell[] {
  const cellOf = new Uint32Array(n);
  let count = 1;
  for (const labels of labellings) count = refine(cellOf, count, labels);
  const rows = Array.from({ length: count }, (): number[] => []);
  cellOf.forEach((cell, row) => rows[cell]!.push(row));
  const cells = rows.map((own) => ({
    labels: labellings.map((labels) => labels[own[0]!]!),
    size: own.length,
    rows: Uint32Array.from(own),
  }));
  return n <= EXACT ? cells : thinned(cells, n, labellings.length);
}

/** Splits the cells by one more labelling; gives how many there are then. */
function refine(cellOf: Uint32Array, count: number, labels: Uint8Array): number {
  const width = labels.reduce((most, label) => (label > most ? label : most), 0) + 1;
  const known = new Int32Array(count * width).fill(-1);
  let cells = 0;
  for (let row = 0; row < cellOf.length; row++) {
    const at = cellOf[row]! * width + labels[row]!;
    if (known[at] === -1) known[at] = cells++;
    cellOf[row] = known[at]!;
  }
  return cells;
}

/** Keeps the first rows of each cell: its share of the sample, more where a cluster would have fewer than 50. */
function thinned(cells: readonly Cell[], n: number, labellings: number): Cell[] {
  const sizes = Array.from({ length: labellings }, (_, l) => sizesOf(cells, l));
  return cells.map((cell) => {
    const smallest = Math.min(...cell.labels.map((label, l) => sizes[l]![label]!));
    const rate = Math.min(1, Math.max(SAMPLE / n, LEAST / smallest));
    const kept = Math.min(cell.size, Math.max(2, Math.ceil(rate * cell.size)));
    return { ...cell, rows: cell.rows.subarray(0, kept) };
  });
}

/** Points by label in one labelling. */
function sizesOf(cells: readonly Cell[], labelling: number): number[] {
  const sizes: number[] = [];
  for (const { labels, size } of cells) {
    const label = labels[labelling]!;
    while (sizes.length <= label) sizes.push(0);
    sizes[label]! += size;
  }
  return sizes;
}
