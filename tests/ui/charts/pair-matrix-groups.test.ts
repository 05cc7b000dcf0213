import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, it } from 'vitest';
import type { Association, MatrixByGroup, PairMatrix } from '../../../src/engine/index';
import { matrixGroupsHeight, matrixGroupsSpec } from '../../../src/ui/charts/pair-matrix-groups';
import { matrixPanels, matrixPanelWords } from '../../../src/ui/screens/explore/matrix-panels';
import { togetherGroupsTable } from '../../../src/ui/screens/explore/together-groups';
import { matrixGroupsTitle } from '../../../src/ui/text/matrix-groups';
import { theme } from '../fixtures/theme';

type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));

const columns = ['age', 'income', 'visits'];
const association = (a: string, b: string, value: number | null) =>
  ({ a, b, measure: 'pearson', value, spearman: null, plain: null, rows: 9 }) as unknown as Association;
const matrix = (
  value: number | null,
  cells: readonly { x: number; y: number; count: number }[],
): PairMatrix => ({
  columns,
  squares: [
    [0, 1],
    [0, 2],
    [1, 2],
  ].map(([across, up]) => ({
    across: across!,
    up: up!,
    cells,
    association: association(columns[across!]!, columns[up!]!, value),
  })),
  bins: [20, 20, 10],
  axes: [20, 20, 10].map((bins) => ({ from: 0, to: bins, bins })),
});
const cell = (x: number) => ({ x, y: 2, count: x + 1 });
const whole = matrix(0.4, [0, 1, 2].map(cell));
const matrices = [matrix(0.7, [cell(0)]), matrix(-0.2, [cell(1)]), matrix(null, [cell(2)])];
const groups = [
  { level: 'north', rows: 120 },
  { level: 'south', rows: 90 },
  { level: null, rows: 40 },
];
const pairs = whole.squares.map(({ association: all }, at) => ({
  all,
  groups: matrices.map(({ squares }) => squares[at]!.association),
  apart: at === 0 ? { most: 0, least: 1 } : null,
}));
const found: MatrixByGroup = { together: { groups, pairs }, matrices };
const by = { name: 'region', kind: 'text', distinct: 3 } as const;
const panels = matrixPanels(found, by);

it('draws the cells of each group over the pale ones of all rows, within the room there is', () => {
  for (const width of [320, 864]) {
    const marks = marksOf(matrixGroupsSpec(panels, whole, matrixPanelWords(panels), theme, width));
    const filled = (fill: string) => marks.filter((mark) => mark.fill === fill && mark.opacity !== undefined);
    expect([filled('line').length, filled('data').length]).toEqual([27, 9]);
    const pale = filled('line').map(({ x, y }) => `${x} ${y}`);
    expect(filled('data').every(({ x, y }) => pale.includes(`${x} ${y}`))).toBe(true);
    expect(filled('data')[0]!.words).toMatch(/^north, age and income: /);
    expect(marks.filter(({ text }) => text === '120 rows')).toHaveLength(1);
    expect(Math.max(...marks.map(({ x2 }) => Number(x2 ?? 0)))).toBeLessThanOrEqual(width);
    expect(Math.max(...marks.map(({ y2 }) => Number(y2 ?? 0)))).toBeLessThanOrEqual(
      matrixGroupsHeight(3, width),
    );
  }
  expect(matrixGroupsHeight(3, 320)).toBeGreaterThan(3 * 320);
});

it('says where groups differ, and has a table of the same numbers', () => {
  expect(matrixGroupsTitle(found.together, by)).toBe(
    'Of these pairs age and income differ most by region: 0.70 for north, \u22120.20 for south',
  );
  expect(matrixGroupsTitle({ groups, pairs: pairs.slice(1) }, by)).toBe(
    'None of these pairs clearly differs by region',
  );
  const table = togetherGroupsTable(found.together, by);
  expect(table.columns.map(({ label }) => label)).toEqual([
    'Columns',
    'All rows',
    'north',
    'south',
    'All others',
  ]);
  expect(table.rows[0]!.slice(1)).toEqual([0.4, 0.7, -0.2, null]);
});
