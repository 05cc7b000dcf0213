import { pointsOf, type Points } from '../../../src/engine/stats/points';

/** Uniform numbers, the same stream as `uniforms` in tests/expectations/clustering/clustering.py. */
export function uniforms(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (1103515245n * state + 12345n) % 2147483648n;
    return Number(state) / 2147483648;
  };
}

/** About normal: twelve uniforms less six. */
const normal = (draw: () => number): number => {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += draw();
  return sum - 6;
};

/** `each` points around every centre, centre after centre. */
export function planted(
  centres: readonly (readonly number[])[],
  each: number,
  spread: number,
  seed: number,
): number[][] {
  const draw = uniforms(seed);
  return centres.flatMap((centre) =>
    Array.from({ length: each }, () => centre.map((at) => at + spread * normal(draw))),
  );
}

/** Whole numbers from 1 to 5 in two columns: many equal rows, many points exactly between centroids. */
export function tied(n: number, seed: number): number[][] {
  const draw = uniforms(seed);
  return Array.from({ length: n }, () => [1 + Math.floor(draw() * 5), 1 + Math.floor(draw() * 5)]);
}

export const BLOBS = [
  [0, 0],
  [10, 0],
  [0, 10],
  [10, 10],
] as const;

export const MANY = Array.from({ length: 12 }, (_, i) => [(i % 3) * 4, Math.floor(i / 3) * 4, (i % 4) * 3]);

/** Rows as points, column by column. */
export const pointsFrom = (rows: readonly (readonly number[])[]): Points =>
  pointsOf(rows[0]!.map((_, j) => Float64Array.from(rows, (row) => row[j]!)));

/** The numbers 0 to n − 1 in an order drawn from the seed. */
export function shuffled(n: number, seed: number): number[] {
  const draw = uniforms(seed);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const other = Math.floor(draw() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
}
