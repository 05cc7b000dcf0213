import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { acrossNumbers, acrossPeriods, splitHeight, splitSpec } from '../../../src/ui/charts/split-panels';
import { theme } from '../fixtures/theme';

type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));
const panel = (name: string, shares: readonly number[]) => ({
  name,
  side: '10 rows',
  bars: shares.map((share) => ({ share, whole: 0.25, words: `${name} ${share}` })),
});
const panels = [panel('one', [0.1, 0.5, 0.4, 0]), panel('other', [0.25, 0.25, 0.25, 0.25])];
const tick = (share: number) => `${share * 100} %`;

describe('panels of groups', () => {
  const across = acrossNumbers({ edges: [0, 10, 20], log: false, below: 1, above: 2 }, String);

  it('stay within their frame at every width', () => {
    for (const width of [320, 864]) {
      const marks = marksOf(splitSpec(panels, { across, lined: false, tick }, theme, width));
      expect(Math.max(...marks.map(({ x, x2 }) => Number(x2 ?? x)))).toBeLessThanOrEqual(width);
      expect(Math.max(...marks.map(({ y, y2 }) => Number(y2 ?? y)))).toBeLessThanOrEqual(splitHeight(2));
    }
  });

  it('share their bars across, the tails pale; no bar where there is no row', () => {
    const bars = marksOf(splitSpec(panels, { across, lined: false, tick }, theme, 864)).filter(
      ({ fill, y2 }) => y2 !== undefined && (fill === theme.data || fill === theme.context),
    );
    expect(bars.map(({ fill }) => fill === theme.context)).toEqual([
      ...[true, false, false],
      ...[true, false, false, true],
    ]);
    expect(bars.slice(0, 3).map(({ x }) => x)).toEqual(bars.slice(3, 6).map(({ x }) => x));
  });

  it('draw a line for each group and one of all rows', () => {
    const spec = splitSpec(
      panels,
      { across: acrossPeriods(['a', 'b', 'c', 'd']), lined: true, tick },
      theme,
      864,
    );
    const strokes = marksOf(spec).map(({ stroke }) => stroke);
    expect(strokes.filter((stroke) => stroke === theme.data)).toHaveLength(2 * 3);
    expect(strokes.filter((stroke) => stroke === theme.context)).toHaveLength(2 * 3);
  });
});
