import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, it } from 'vitest';
import type { Association, PairMatrix } from '../../../src/engine/index';
import { matrixHeight, matrixPlace, matrixSpec } from '../../../src/ui/charts/pair-matrix';
import { matrixTitle } from '../../../src/ui/text/pairs';
import { theme } from '../fixtures/theme';

type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));

const names = ['age', 'income', 'a column with a very long name that does not end'];
const pair = (across: number, up: number, value: number | null) => ({
  across,
  up,
  cells: [
    { x: 0, y: 0, count: 1 },
    { x: 19, y: 9, count: 9 },
  ],
  association: { a: names[across]!, b: names[up]!, value, spearman: null } as Association,
});
const matrix: PairMatrix = {
  columns: names,
  squares: [pair(0, 1, 0.6), pair(0, 2, -0.2), pair(1, 2, null)],
  bins: [20, 20, 10],
  axes: [20, 20, 10].map((bins) => ({ from: 0, to: bins, bins })),
};

it('has a square of cells below the names and one with the number above, each leading to its two columns', () => {
  for (const width of [320, 864]) {
    const marks = marksOf(matrixSpec(matrix, { value: () => 'r', told: () => 'told' }, theme, width));
    const picked = marks.filter(({ a, b, x2 }) => a === 'age' && b === 'income' && x2 !== undefined);
    expect(picked.map(({ fill }) => fill)).toEqual(['paper', 'heat-5', 'data', 'data']);
    const [below, above, first] = picked as Record<string, number>[];
    expect([below!.y, below!.x]).toEqual([above!.x, above!.y]);
    expect(first!.y2).toBeLessThan(below!.y2!);
    const { x, y, size } = matrixPlace(3, width, 1, 0);
    expect([x, y, x + size, y + size]).toEqual([below!.x, below!.y, below!.x2, below!.y2]);
    expect(Math.max(...marks.map(({ x2 }) => Number(x2 ?? 0)))).toBeLessThanOrEqual(width);
    expect(Math.max(...marks.map(({ y2 }) => Number(y2 ?? 0)))).toBeLessThanOrEqual(matrixHeight(width));
  }
});

it('says the strongest of the pairs, and does not praise what is weak', () => {
  expect(matrixTitle(matrix)).toBe('income rises clearly with age, the strongest of these 3 pairs');
  expect(matrixTitle({ ...matrix, squares: matrix.squares.slice(1) })).toBe(
    'No two of these go together more than weakly',
  );
});
