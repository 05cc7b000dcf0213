import { compile } from 'vega-lite';
import { expect, it } from 'vitest';
import { intervalsHeight, intervalsSpec } from '../../../src/ui/charts/interval-rows';
import { pairGroupsTitle } from '../../../src/ui/text/pair-groups';
import { theme } from '../fixtures/theme';

const row = (label: string, value: number, low: number | null, high: number | null) => ({ label, value, low, high, words: `${label} told` }); // prettier-ignore
const rows = [row('a', 0.7, 0.6, 0.8), row('a name that does not end where it should end', -0.1, null, null)];

it('has a point on its interval for each row, within the room', () => {
  for (const width of [320, 864]) {
    const spec = intervalsSpec(rows, { whole: 0.5, tick: String }, theme, width);
    const marks = (compile(spec).spec.data ?? []).flatMap((one) =>
      'values' in one ? (one.values as Record<string, number | string>[]) : [],
    );
    const points = marks.filter(({ words }) => words !== undefined);
    expect(points.map(({ words }) => words)).toEqual(rows.map(({ words }) => words));
    const [interval] = marks.filter(({ y, y2, x, x2 }) => y === y2 && x !== x2);
    expect(Number(points[0]!.x)).toBeGreaterThan(Number(interval!.x));
    expect(Number(points[0]!.x)).toBeLessThan(Number(interval!.x2));
    expect(Math.max(...marks.map(({ x2, x }) => Number(x2 ?? x)))).toBeLessThanOrEqual(width);
    expect(Math.max(...marks.map(({ y2, y }) => Number(y2 ?? y)))).toBeLessThanOrEqual(
      intervalsHeight(rows, width),
    );
  }
});

it('says which groups differ only where their intervals lie apart', () => {
  const by = { name: 'Region' };
  expect(pairGroupsTitle(['Age', 'Income'], by, [rows[0]!, row('b', 0.2, 0.1, 0.3)])).toBe(
    'The coefficient of Age and Income is highest in a (0.70), lowest in b (0.20)',
  );
  expect(pairGroupsTitle(['Age', 'Income'], by, rows)).toBe(
    'No Region clearly differs in how Age and Income go together',
  );
});
