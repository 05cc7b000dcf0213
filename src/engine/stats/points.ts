import { float64 } from '../table/buffers';

/** n points in d dimensions, column by column; no value is missing. */
export interface Points {
  readonly columns: readonly Float64Array[];
  readonly n: number;
  readonly d: number;
}

/** Columns of one length as points; the arrays are shared, not copied. */
export const pointsOf = (columns: readonly Float64Array[]): Points => ({
  columns,
  n: columns[0]?.length ?? 0,
  d: columns.length,
});

/** The given rows, in that order, as points of their own, in shared memory where the host has it. */
export function takePoints(points: Points, rows: Uint32Array): Points {
  const columns = points.columns.map((column) => {
    const taken = float64(rows.length);
    for (let i = 0; i < rows.length; i++) taken[i] = column[rows[i]!]!;
    return taken;
  });
  return { columns, n: rows.length, d: points.d };
}

/** The first `n` points, sharing memory with the whole. */
export const firstPoints = (points: Points, n: number): Points =>
  n >= points.n ? points : pointsBetween(points, 0, n);

/** Points `from` up to but not including `to`, sharing memory with the whole. */
export const pointsBetween = (points: Points, from: number, to: number): Points => ({
  columns: points.columns.map((column) => column.subarray(from, to)),
  n: to - from,
  d: points.d,
});

/** The first `n` points in memory of their own, which can be handed to others without the rest. */
export const copyFirst = (points: Points, n: number): Points => {
  const columns = points.columns.map((column) => column.slice(0, n));
  return { columns, n: Math.min(n, points.n), d: points.d };
};
