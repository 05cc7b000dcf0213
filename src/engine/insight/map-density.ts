import type { Trade } from '../crew/crew';
import type { Points } from '../stats/points';
import { medianByOrder } from '../stats/select';
import type { Work } from '../work';

/** A face of the map, two components: customers counted in equal cells, empty ones left out. */
export interface MapPlane {
  /** Components, 0 the first. */
  across: number;
  up: number;
  /** Middle of each cell, in scores. */
  x: Float64Array;
  y: Float64Array;
  customers: Uint32Array;
  /** The segment that most of its customers are in, of two as large the more valuable one, and how many are. */
  segment: Uint8Array;
  most: Uint32Array;
  /** Median of its customers by feature, unscaled. */
  values: Readonly<Record<string, Float64Array>>;
}

/** At most 864 marks in a drawing. */
const ACROSS = 36;
const UP = 24;

/** What is counted: scores by component, segments 1 to k, and unscaled values by feature, all in the order of the points. */
export interface Counted {
  along: readonly Float64Array[];
  labels: Uint8Array;
  k: number;
  features: readonly { column: string; values: Points['columns'][number] }[];
}

/** Two components of the map. */
export type Face = Pick<MapPlane, 'across' | 'up'>;

/** Counts customers on the faces of a piece. */
export const countingPlanes: Trade<Counted, readonly Face[], MapPlane[]> = {
  name: 'counting-planes',
  begin: (counted) => ({ do: (faces, work) => planesOf(counted, faces, work), end: () => undefined }),
};

/** The planes of these faces, in their order. */
export async function planesOf(counted: Counted, faces: readonly Face[], work: Work): Promise<MapPlane[]> {
  const planes: MapPlane[] = [];
  for (const { across, up } of faces) planes.push(await planeOf(counted, across, up, work));
  return planes;
}

/** Counts the customers of one face, in 36 × 24 cells between the least and the greatest scores. No blanks. */
export async function planeOf(
  { along, labels, k, features }: Counted,
  across: number,
  up: number,
  work: Work,
): Promise<MapPlane> {
  const column = binned(along[across]!, ACROSS);
  const row = binned(along[up]!, UP);
  await work.breathe();
  const { order, starts, filled } = byCell(labels.length, (i) => row.bin(i) * ACROSS + column.bin(i));
  await work.breathe();
  const each = <T>(of: (from: number, to: number) => T): T[] =>
    Array.from(filled, (cell) => of(starts[cell]!, starts[cell + 1]!));
  await work.breathe();
  const leading = each((from, to) => leader(order.subarray(from, to), labels, k));
  const values: Record<string, Float64Array> = {};
  for (const { column: name, values: own } of features) {
    await work.breathe();
    const sorted = new Float64Array(order.length);
    for (let i = 0; i < order.length; i++) sorted[i] = own[order[i]!]!;
    await work.breathe();
    values[name] = Float64Array.from(each((from, to) => medianByOrder(sorted.subarray(from, to))));
  }
  return {
    across,
    up,
    x: Float64Array.from(filled, (cell) => column.middle(cell % ACROSS)),
    y: Float64Array.from(filled, (cell) => row.middle(Math.floor(cell / ACROSS))),
    customers: Uint32Array.from(each((from, to) => to - from)),
    segment: Uint8Array.from(leading, ({ segment }) => segment),
    most: Uint32Array.from(leading, ({ most }) => most),
    values,
  };
}

/** The points by cell; `filled` are the cells that hold any. */
function byCell(n: number, cellOf: (i: number) => number) {
  const starts = new Uint32Array(ACROSS * UP + 1);
  const cells = new Uint16Array(n);
  for (let i = 0; i < n; i++) {
    const cell = cellOf(i);
    cells[i] = cell;
    starts[cell + 1]!++;
  }
  for (let cell = 0; cell < ACROSS * UP; cell++) starts[cell + 1]! += starts[cell]!;
  const order = new Uint32Array(n);
  const next = starts.slice();
  for (let i = 0; i < n; i++) order[next[cells[i]!]!++] = i;
  const filled = Uint16Array.from(starts.subarray(1).keys()).filter(
    (cell) => starts[cell + 1]! > starts[cell]!,
  );
  return { order, starts, filled };
}

function binned(values: Float64Array, bins: number) {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const width = (high - low) / bins || 1;
  return {
    bin: (i: number) => Math.min(bins - 1, Math.floor((values[i]! - low) / width)),
    middle: (bin: number) => low + (bin + 0.5) * width,
  };
}

function leader(within: Uint32Array, labels: Uint8Array, k: number): { segment: number; most: number } {
  const sizes = new Uint32Array(k + 1);
  for (const i of within) sizes[labels[i]!]!++;
  let segment = 1;
  for (let id = 2; id <= k; id++) if (sizes[id]! > sizes[segment]!) segment = id;
  return { segment, most: sizes[segment]! };
}
