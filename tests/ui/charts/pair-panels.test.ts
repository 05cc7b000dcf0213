import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { PairPanels } from '../../../src/engine/index';
import { panelsHeight, panelsSpec } from '../../../src/ui/charts/pair-panels';
import { panelsTable, panelWords } from '../../../src/ui/screens/explore/panel-words';
import { panelsTitle } from '../../../src/ui/text/pair-groups';
import { theme } from '../fixtures/theme';

type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));

const group = (level: string | null, points: PairPanels['groups'][number]['points'] = null) => ({
  level,
  rows: 3,
  cells: [
    { x: 0, y: 0, count: 1 },
    { x: 3, y: 1, count: 2 },
  ],
  points,
});
const panels = (groups: PairPanels['groups']): PairPanels => ({
  x: { from: 0, to: 40, bins: 4 },
  y: { from: 0, to: 10, bins: 2 },
  groups,
  within: 3 * groups.length,
  beyond: 0,
});
const writer = { plain: String, axis: String };
const write = { a: writer, b: writer };
const names = ['a', 'b', 'c', 'd', null];
const five = panels(names.map((level) => group(level)));
const shown = names.map((name) => ({ name: name ?? 'All others', rows: 3 }));
const spec = (of: PairPanels, width: number) =>
  panelsSpec(of, panelWords(['age', 'income'], shown, write), theme, width);

describe('panels of two numbers', () => {
  it('stay within their frame, and are as large as each other', () => {
    for (const width of [320, 864]) {
      const marks = marksOf(spec(five, width));
      expect(Math.max(...marks.map(({ x, x2 }) => Number(x2 ?? x)))).toBeLessThanOrEqual(width);
      expect(Math.max(...marks.map(({ y, y2 }) => Number(y2 ?? y)))).toBeLessThanOrEqual(
        panelsHeight(5, width),
      );
      const cells = marks.filter(({ words: told }) => told !== undefined);
      expect(new Set(cells.map(({ x, x2 }) => (Number(x2) - Number(x)).toFixed(6))).size).toBe(1);
      expect(cells.map(({ words: told }) => told).slice(0, 2)).toEqual([
        'a: 0 to 10, 0 to 5: 1 row',
        'a: 30 to 40, 5 to 10: 2 rows',
      ]);
    }
  });

  it('draw the rows themselves where they are given', () => {
    const points = { x: Float64Array.of(0, 40, 40), y: Float64Array.of(0, 10, 7) };
    const told = marksOf(spec(panels([group('a', points)]), 864)).flatMap(({ words: one }) => one ?? []);
    expect(told).toHaveLength(3);
    expect(told[1]).toContain('40');
  });

  it('have a table of every cell', () => {
    const { rows, shown: written } = panelsTable(five, ['age', 'income'], shown, write);
    expect(rows).toHaveLength(10);
    expect(rows[1]).toEqual(['a', 30, 40, 5, 10, 2]);
    expect(written[9]![0]).toBe('All others');
  });

  it('say what differs beyond chance, and nothing else', () => {
    const row = (label: string, value: number) => ({ label, value, low: value - 0.05, high: value + 0.05 });
    const title = (...rows: ReturnType<typeof row>[]) =>
      panelsTitle(['Age', 'Income'], { name: 'Job' }, rows);
    expect(title(row('PhD', 0.8), row('Basic', 0.02))).toBe(
      'Income rises strongly with Age in PhD, hardly changes in Basic',
    );
    expect(title(row('PhD', -0.95), row('Basic', -0.75))).toBe(
      'Income falls strongly with Age, most closely in PhD, least in Basic',
    );
    expect(title(row('PhD', 0.42), row('Basic', 0.4))).toBe(
      'How Income goes with Age does not clearly differ by Job',
    );
  });
});
