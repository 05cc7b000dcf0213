import type { ColumnTable } from 'arquero';
import { worthOf } from '../../insight/worth';
import { withBreaths } from '../../pieces';
import { silhouettes } from '../../stats/silhouette';
import { takePoints } from '../../stats/points';
import type { Progress, Work } from '../../work';
import { learnBaseline } from '../segment/baseline';
import { groupedRows, type GroupedRows } from '../segment/grouped-rows';
import { centroidsOf } from '../../stats/centroids';
import type { EditFit } from './fit';
import { nameNew } from './name-new';
import type { SegmentsThere } from './segments-there';

const STILL: Progress = { phase: 'grouping', done: 0, total: 1, unit: 'rounds' };

/** What becomes one segment. */
export interface Piece {
  /** The segment before whose name it keeps; null for one that is new. */
  keeps: number | null;
  /** A name of the person's own for one that is new. */
  name?: string | undefined;
  overlap: number | null;
  /** The id it is to have, whatever it is worth. */
  pin?: number;
}

/** The customers that are in a segment, in canonical order, and the piece of each. */
export interface PiecesOf {
  grouped: GroupedRows;
  /** One index per point. */
  pieceOf: Uint8Array;
  /** Whether the pieces stay in the order given; else they go by worth. */
  asTheyStand?: boolean;
}

/** The customers that are in a segment, in an order that does not hang on that of the file. @throws EngineError as `segment` does */
export async function customersOf(
  table: ColumnTable,
  { features, ids }: Pick<SegmentsThere, 'features' | 'ids'>,
  work: Work,
): Promise<PiecesOf['grouped']> {
  const all = await groupedRows(table, features, { k: 1, seed: 1 }, work);
  await work.breathe(STILL);
  const { points, rows } = all;
  if (rows.every((row) => ids[row] !== 0)) return all;
  const within = Uint32Array.from(rows.keys()).filter((at) => ids[rows[at]!] !== 0);
  return { ...all, points: takePoints(points, within), rows: within.map((at) => rows[at]!) };
}

/**
 * Numbers the pieces by what their customers are worth and names those that are new.
 * Equal ones stay in the order given, so that nothing hangs on chance.
 */
export async function learnEdit(
  table: ColumnTable,
  there: SegmentsThere,
  pieces: readonly Piece[],
  { grouped, pieceOf, asTheyStand = false }: PiecesOf,
  work: Work,
): Promise<EditFit> {
  const { points, rows } = grouped;
  await work.breathe(STILL);
  const worth = asTheyStand
    ? pieces.map((_, piece) => piece)
    : byWorth(table, there.money, grouped.rows, pieceOf, pieces.length);
  const fixed = pieces.map(
    ({ pin, keeps }) => pin ?? (keeps !== null && pinnedIn(there, keeps) ? keeps : null),
  );
  const order = inPlace(worth, fixed);
  const ids = pieces.map((_, piece) => order.indexOf(piece) + 1);
  const labels = pieceOf.map((piece) => ids[piece]! - 1);
  const byRow = new Uint8Array(table.numRows());
  for (let i = 0; i < rows.length; i++) byRow[rows[i]!] = labels[i]! + 1;
  await work.breathe(STILL);
  const ordered = order.map((piece) => pieces[piece]!);
  const kept = ordered.map(({ keeps }) => (keeps === null ? null : there.names[keeps - 1]!));
  const given = ordered.map(({ name }) => name ?? null);
  const named = await withBreaths(nameNew(table, there.features, byRow, kept, given), work, STILL);
  const [apart] = await silhouettes(points, [labels], work);
  const pinned = ids.filter((_, piece) => fixed[piece] !== null).sort((a, b) => a - b);
  const centroids = centroidsOf(points, labels, pieces.length);
  await work.breathe(STILL);
  return {
    k: pieces.length,
    ids,
    keeps: ordered.map(({ keeps }) => keeps),
    ...named,
    overlaps: ordered.map(({ overlap }) => overlap),
    ...(pinned.length > 0 && { pinned }),
    centroids,
    silhouette: apart?.mean ?? null,
    silhouetteSample: apart?.sample ?? 0,
    baseline: await learnBaseline(table, there.features, grouped, labels, centroids, work),
  };
}

const pinnedIn = ({ pinned = [] }: SegmentsThere, id: number): boolean => pinned.includes(id);

/** The order with each piece that has an id fixed in that place, if there are so many; the others in between as they come. */
function inPlace(order: readonly number[], fixed: readonly (number | null)[]): number[] {
  const held = new Map(
    fixed.flatMap((id, piece) => (id !== null && id <= order.length ? [[id - 1, piece]] : [])),
  );
  const taken = new Set(held.values());
  const others = order.filter((piece) => !taken.has(piece));
  return order.map((_, place) => held.get(place) ?? others.shift()!);
}

/** The pieces by falling mean money, else by falling size. */
function byWorth(
  table: ColumnTable,
  columns: readonly string[],
  rows: Uint32Array,
  pieceOf: Uint8Array,
  pieces: number,
): number[] {
  const money = columns.length > 0 ? worthOf(table, columns) : null;
  const sizes = new Float64Array(pieces);
  const sums = new Float64Array(pieces);
  for (let i = 0; i < rows.length; i++) {
    sizes[pieceOf[i]!]!++;
    sums[pieceOf[i]!]! += money?.[rows[i]!] ?? 0;
  }
  const mean = (piece: number) => sums[piece]! / Math.max(1, sizes[piece]!);
  return Array.from({ length: pieces }, (_, piece) => piece).sort(
    (a, b) => mean(b) - mean(a) || sizes[b]! - sizes[a]! || a - b,
  );
}
