import { compile, type TopLevelSpec } from 'vega-lite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesSpec, type SizeSeries } from '../../../src/ui/charts/size-areas';
import { theme } from '../fixtures/theme';

type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));

const DAYS = [Date.UTC(2025, 0, 31), Date.UTC(2025, 1, 28), Date.UTC(2025, 2, 9)];
const SERIES: SizeSeries[] = [
  { id: 1, name: 'Champions', values: [10, 20, 30] },
  { id: 2, name: 'Hibernating', values: [30, 40, 30] },
  { id: null, name: 'Promising', values: [5, 0, 0] },
];
const WORDS = {
  day: (ms: number) => String(ms),
  value: String,
  mark: ({ name }: SizeSeries, at: number) => `${name} ${at}`,
};
const LOOK = { chosen: null, width: 864, height: 360, narrow: false };
const areasOf = (spec: TopLevelSpec, key: number) =>
  marksOf(spec).filter((mark) => mark['key'] === key && 'fill' in mark) as unknown as {
    y: number;
    y2: number;
    fill: string;
  }[];

describe('sizesSpec', () => {
  const spec = sizesSpec({ days: DAYS, series: SERIES }, WORDS, LOOK, theme);

  it('lays areas on top of one another, the first at the bottom', () => {
    const [first, second] = [areasOf(spec, 0), areasOf(spec, 1)];
    expect(first.map(({ y }) => y)).toEqual([332, 332, 332]);
    expect(second.map(({ y }) => y)).toEqual(first.map(({ y2 }) => y2));
    const heights = (areas: typeof first) => areas.map(({ y, y2 }) => y - y2);
    expect(heights(first)[1]! / heights(first)[0]!).toBeCloseTo(2);
    expect(heights(second)[1]! / heights(first)[1]!).toBeCloseTo(2);
    expect([first[0]!.fill, second[0]!.fill, areasOf(spec, 2)[0]!.fill]).toEqual([
      'segment-a',
      'segment-b',
      'context',
    ]);
  });

  it('writes letters and names of those that have somebody at the end, with the words of each point', () => {
    const texts = marksOf(spec).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['A', 'B', 'Champions', 'Hibernating', String(DAYS[2])]));
    expect(texts).not.toContain('Promising');
    const narrow = marksOf(
      sizesSpec({ days: DAYS, series: SERIES }, WORDS, { ...LOOK, width: 358, narrow: true }, theme),
    );
    expect(narrow.map(({ text }) => text)).not.toContain('Champions');
    expect(marksOf(spec).filter(({ words, id }) => words === 'Hibernating 2' && id === 2)).toHaveLength(1);
  });

  it('turns the others grey where one is chosen', () => {
    const chosen = sizesSpec({ days: DAYS, series: SERIES }, WORDS, { ...LOOK, chosen: 2 }, theme);
    expect([areasOf(chosen, 0)[0]!.fill, areasOf(chosen, 1)[0]!.fill]).toEqual(['context', 'segment-b']);
  });

  it('keeps ten letters apart and above the foot, whatever the sizes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 10, maxLength: 10 }), (sizes) => {
        const series = sizes.map((size, i) => ({ id: i + 1, name: `s${i}`, values: [1, size] }));
        const drawn = marksOf(sizesSpec({ days: DAYS.slice(0, 2), series }, WORDS, LOOK, theme));
        const at = series.map(({ name }) => Number(drawn.find(({ text }) => text === name)!['y']));
        const gaps = at.slice(1).map((y, i) => at[i]! - y);
        expect(Math.min(...gaps)).toBeGreaterThan(19.99);
        expect(Math.max(...at)).toBeLessThanOrEqual(332);
      }),
      { numRuns: 40, seed: 1 },
    );
  });

  it('draws money below nothing as nothing', () => {
    const series = [{ id: 1, name: 'Loss', values: [-50, -20, 40] }];
    const heights = areasOf(sizesSpec({ days: DAYS, series }, WORDS, LOOK, theme), 0).map(
      ({ y, y2 }) => y - y2,
    );
    expect(heights.map((height) => height > 0)).toEqual([false, false, true]);
  });
});
