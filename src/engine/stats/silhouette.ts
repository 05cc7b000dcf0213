import { doAll, type Trade } from '../crew/crew';
import { eights, placePoints, type PlacedPoints } from '../kernels/placed-points';
import { closeRoom, openRoom } from '../kernels/room';
import { withBreaths, type Pieces } from '../pieces';
import type { Progress, Work } from '../work';
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
/** Rows of a piece: their scores are added up before they are added to those of others. */
const SPAN = 256;

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
  const progress: Progress = { phase: 'judging', done: 0, total: 1, unit: 'rounds' };
  const cells = await withBreaths(cellsOf(points.n, labellings), work, progress);
  const rows = Uint32Array.from(cells.flatMap((cell) => [...cell.rows]));
  const sizes = cells.map(({ labels, size, rows: own }) => ({ labels, size, measured: own.length }));
  const ground = { sample: takePoints(points, rows), cells: sizes, labellings: labellings.length };
  const pieces: Span[] = [];
  for (let from = 0; from < rows.length; from += SPAN)
    pieces.push({ from, to: Math.min(rows.length, from + SPAN) });
  progress.total = pieces.length;
  const found = await doAll(scoring, ground, pieces, work, progress);
  return labellings.map((_, l) => {
    const used = sizesOf(cells, l).filter((count) => count > 0).length;
    const total = found.reduce((sum, totals) => sum + totals[l]!, 0);
    return used < 2 ? null : { mean: total / points.n, sample: rows.length };
  });
}

/** Rows with the same labels, side by side in the sample; without their numbers. */
type MeasuredCell = Pick<Cell, 'labels' | 'size'> & { measured: number };

interface Ground {
  /** The measured rows, cell by cell. */
  sample: Points;
  cells: readonly MeasuredCell[];
  labellings: number;
}

/** Rows of the sample. */
interface Span {
  from: number;
  to: number;
}

/** For each labelling the sum of the scores of some rows, each weighted with the rows it stands for. */
export const scoring: Trade<Ground, Span, number[]> = {
  name: 'scoring',
  begin: ({ sample, cells, labellings }) => {
    const room = openRoom();
    const placed = placePoints(sample, room);
    const areas = areasFor(placed, cells);
    const scores = Array.from({ length: labellings }, (_, l) => scoringOf(cells, l));
    const cellOf = cells.flatMap(({ measured }, cell) => new Array<number>(measured).fill(cell));
    return {
      do: async ({ from, to }, work, progress) => {
        const totals = new Array<number>(labellings).fill(0);
        for (let row = from; row < to; row++) {
          const own = cellOf[row]!;
          const weight = cells[own]!.size / cells[own]!.measured;
          const toCells = sumsByCell(placed, row, areas, cells, own);
          scores.forEach((score, l) => (totals[l]! += weight * scoreOf(score, own, toCells)));
          const rest = work.breathe(progress);
          if (rest) await rest;
        }
        return totals;
      },
      end: () => closeRoom(room),
    };
  },
};

/** Byte offsets of what `Kernels.apart` works on. */
interface Areas {
  ends: number;
  sums: number;
  scratch: number;
}

function areasFor({ points: { n }, room }: PlacedPoints, cells: readonly MeasuredCell[]): Areas {
  const ends = room.take(cells.length * 4);
  const areas = { ends, sums: room.take(cells.length * 8), scratch: room.take(eights(n) * 8) };
  const written = room.words(ends, cells.length);
  let end = 0;
  cells.forEach((cell, c) => (written[c] = end += cell.measured));
  return areas;
}

/** Sums of distances from one row to all rows of each cell, the row itself not counted; a view of the room. */
function sumsByCell(
  { at, stride, points: { d }, room }: PlacedPoints,
  row: number,
  { ends, sums, scratch }: Areas,
  cells: readonly MeasuredCell[],
  own: number,
): Float64Array {
  room.kernels.apart(at, stride, d, row, ends, cells.length, sums, scratch);
  const found = room.numbers(sums, cells.length);
  for (let c = 0; c < cells.length; c++) {
    const { measured, size } = cells[c]!;
    const self = c === own ? 1 : 0;
    const others = measured - self;
    found[c] = others > 0 ? (found[c]! / others) * (size - self) : 0;
  }
  return found;
}

/** One labelling while its rows are scored. */
interface Scoring {
  /** Label of each cell. */
  labels: Uint8Array;
  /** Points by label. */
  counts: readonly number[];
  /** Working memory: sums of distances by label. */
  sums: Float64Array;
}

function scoringOf(cells: readonly MeasuredCell[], labelling: number): Scoring {
  const counts = sizesOf(cells, labelling);
  const labels = Uint8Array.from(cells, (cell) => cell.labels[labelling]!);
  return { labels, counts, sums: new Float64Array(counts.length) };
}

/** (b − a) ÷ max(a, b) for one row of a cell and one labelling. */
function scoreOf({ labels, counts, sums }: Scoring, cell: number, toCells: Float64Array): number {
  const own = labels[cell]!;
  if (counts[own]! < 2) return 0;
  sums.fill(0);
  for (let c = 0; c < labels.length; c++) sums[labels[c]!]! += toCells[c]!;
  const a = sums[own]! / (counts[own]! - 1);
  let b = Infinity;
  for (let label = 0; label < counts.length; label++) {
    if (label === own || counts[label] === 0) continue;
    b = Math.min(b, sums[label]! / counts[label]!);
  }
  const larger = Math.max(a, b);
  return larger > 0 && larger < Infinity ? (b - a) / larger : 0;
}

/** Rows with the same labels everywhere, in the order in which such rows first appear. */
function* cellsOf(n: number, labellings: readonly Uint8Array[]): Pieces<Cell[]> {
  const cellOf = new Uint32Array(n);
  let count = 1;
  for (const labels of labellings) {
    count = refine(cellOf, count, labels);
    yield;
  }
  const rows = rowsByCell(cellOf, count);
  yield;
  const cells = rows.map((own) => ({
    labels: labellings.map((labels) => labels[own[0]!]!),
    size: own.length,
    rows: own,
  }));
  return n <= EXACT ? cells : thinned(cells, n, labellings.length);
}

/** The rows of each cell, rising. */
function rowsByCell(cellOf: Uint32Array, count: number): Uint32Array[] {
  const sizes = new Uint32Array(count);
  for (let row = 0; row < cellOf.length; row++) sizes[cellOf[row]!]!++;
  const rows = Array.from(sizes, (size) => new Uint32Array(size));
  const filled = new Uint32Array(count);
  for (let row = 0; row < cellOf.length; row++) rows[cellOf[row]!]![filled[cellOf[row]!]!++] = row;
  return rows;
}

/** Splits the cells by one more labelling; gives how many there are then. */
function refine(cellOf: Uint32Array, count: number, labels: Uint8Array): number {
  let most = 0;
  for (let row = 0; row < labels.length; row++) if (labels[row]! > most) most = labels[row]!;
  const width = most + 1;
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
function sizesOf(cells: readonly Pick<Cell, 'labels' | 'size'>[], labelling: number): number[] {
  const sizes: number[] = [];
  for (const { labels, size } of cells) {
    const label = labels[labelling]!;
    while (sizes.length <= label) sizes.push(0);
    sizes[label]! += size;
  }
  return sizes;
}
