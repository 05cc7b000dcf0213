import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { calendarHeight, calendarSpec, dayStep } from '../../../src/ui/charts/calendar';
import { cardPaths } from '../../../src/ui/charts/card-picture';
import { cumulativeSpec } from '../../../src/ui/charts/cumulative';
import { numberBarsSpec, type NumberBars } from '../../../src/ui/charts/number-bars';
import { periodBarsSpec } from '../../../src/ui/charts/period-bars';
import { spacedWords, uprightAxis } from '../../../src/ui/charts/pixel-chart';
import { singleBoxSpec } from '../../../src/ui/charts/single-box';
import { timeLineSpec } from '../../../src/ui/charts/time-line';
import { valueBarsSpec } from '../../../src/ui/charts/value-bars';
import { theme } from '../fixtures/theme';

type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));
const toldOf = (spec: TopLevelSpec) => marksOf(spec).filter(({ words }) => words !== undefined);
const textsOf = (spec: TopLevelSpec) =>
  marksOf(spec).flatMap(({ text }) => (text === undefined ? [] : [String(text)]));

const BAR_WORDS = {
  count: String,
  value: String,
  median: 'Median 3',
  below: 'below',
  above: 'above',
  bar: (from: number, to: number, count: number) => `${from}–${to}: ${count}`,
};
const bars: NumberBars = {
  log: false,
  edges: [0, 1, 2, 3],
  counts: [4, 0, 8],
  below: 0,
  above: 2,
  median: 1.5,
  curve: [],
};

describe('the histogram', () => {
  it('has a bar for each bin that holds something, the tail apart and paler', () => {
    const told = toldOf(numberBarsSpec(bars, BAR_WORDS, theme, 864));
    expect(told.map(({ words }) => words)).toEqual(['0–1: 4', '2–3: 8', 'above']);
    expect(told.map(({ fill }) => fill)).toEqual(['data', 'data', 'context']);
    const [first, second] = told.map(({ y, y2 }) => Number(y2) - Number(y));
    expect(second! / first!).toBeCloseTo(2, 5);
  });

  it('has room for its curve, which follows the scale of the bars', () => {
    const curve = [0, 1.5, 3].map((value, i) => ({ value, rows: [2, 16, 8][i]! }));
    const marks = marksOf(numberBarsSpec({ ...bars, curve }, BAR_WORDS, theme, 864));
    const points = marks.filter(({ order }) => order !== undefined) as Record<string, number>[];
    const full = marks.find(({ words }) => words === '2–3: 8') as Record<string, number>;
    expect(points.map(({ x }) => x)).toEqual([...points.map(({ x }) => x)].sort((a, b) => a! - b!));
    expect(points[2]!.y).toBeCloseTo(full.y!, 5);
    expect(points[1]!.y).toBeGreaterThan(0);
  });

  it('leaves the median out where it is not in sight', () => {
    expect(textsOf(numberBarsSpec(bars, BAR_WORDS, theme, 864))).toContain('Median 3');
    expect(textsOf(numberBarsSpec({ ...bars, median: 9 }, BAR_WORDS, theme, 864))).not.toContain('Median 3');
  });

  it('has bars of equal width on a logarithmic scale, ticks at powers of ten', () => {
    const log = { ...bars, log: true, edges: [1, 10, 100, 1000], counts: [1, 2, 3], above: 0, median: 10 };
    const spec = numberBarsSpec(log, BAR_WORDS, theme, 864);
    const widths = toldOf(spec).map(({ x, x2 }) => Number(x2) - Number(x));
    expect(widths[0]).toBeCloseTo(widths[2]!, 5);
    expect(textsOf(spec)).toEqual(expect.arrayContaining(['1', '10', '100', '1000']));
  });
});

it('bars of periods stand on 0, those below it hang', () => {
  const bar = (value: number, strong = false) => ({ label: 'a', value, strong, words: `${value}` });
  const told = toldOf(periodBarsSpec([bar(-5), bar(10, true)], String, theme, 400));
  expect(told[0]!['y']).toBeCloseTo(Number(told[1]!['y2']), 5);
  expect(told.map(({ fill }) => fill)).toEqual(['context', 'data']);
  expect(toldOf(periodBarsSpec([bar(0)], String, theme, 400))).toHaveLength(1);
});

it('a line has a point for each period', () => {
  const points = Array.from({ length: 90 }, (_, i) => ({ label: `Week ${i}`, value: i, words: `${i}` }));
  expect(new Set(toldOf(timeLineSpec(points, String, theme, 600)).map(({ x }) => x)).size).toBe(90);
});

it('a box has its whiskers, its median and each different outlier', () => {
  const box = { low: 1, lower: 2, median: 3, upper: 4, high: 6, beyond: 3 };
  const said = { tick: String, box: 'half', outlier: (value: number) => `out ${value}` };
  const told = toldOf(singleBoxSpec({ box, outliers: [40, 40, 90], long: true }, said, theme, 600));
  expect(told.map(({ words }) => words)).toEqual(['half', 'out 40', 'out 90']);
});

it('cumulative shares rise from 0 to all', () => {
  const points = [
    { value: 1, share: 0.5 },
    { value: 9, share: 1 },
  ];
  const said = { share: String, value: String, point: ({ value }: { value: number }) => `at ${value}` };
  const told = toldOf(cumulativeSpec(points, false, said, theme, 600));
  expect(Number(told.at(-1)!['y'])).toBe(12);
});

it('values are as long as they are frequent', () => {
  const bar = (label: string, value: number, rest = false) => ({ label, value, rest, words: label });
  const told = toldOf(valueBarsSpec([bar('a', 8), bar('b', 2), bar('others', 4, true)], String, theme, 600));
  const [a, b] = told.map(({ x, x2 }) => Number(x2) - Number(x));
  expect(a! / b!).toBeCloseTo(4, 5);
  expect(told[2]!['fill']).toBe('context');
});

describe('the calendar', () => {
  const said = {
    months: Array.from({ length: 12 }, (_, i) => `M${i}`),
    weekdays: ['a', 'b', 'c'] as const,
    day: (ms: number) => new Date(ms).toISOString().slice(0, 10),
  };

  it('puts each day into its week, Monday on top', () => {
    // 29 Dec 2025 is a Monday.
    const days = { from: Date.parse('2025-12-29'), counts: [1, 2, 0, 4] };
    const told = toldOf(calendarSpec(days, { ...said, weekdays: [...said.weekdays] }, theme, 1000));
    expect(told.map(({ words }) => words)).toEqual(['2025-12-29', '2025-12-30', '2025-12-31', '2026-01-01']);
    expect(told[0]!['x']).toBe(told[2]!['x']);
    expect(Number(told[1]!['y']) - Number(told[0]!['y'])).toBe(16);
    expect(told[2]!['fill']).toBe('low-0');
    expect(calendarHeight(days, 1000)).toBe(2 * (40 + 7 * 16 + 16));
  });

  it('shades by how many days have fewer rows', () => {
    const rising = [1, 2, 3, 4, 100];
    expect([0, 1, 3, 100].map((count) => dayStep(rising, count))).toEqual([0, 1, 3, 5]);
  });
});

it('an upright axis keeps to its room; words below keep apart', () => {
  const { place } = uprightAxis([0, 100], [10, 210], 400, String, theme);
  expect([place(0), place(100)]).toEqual([210, 10]);
  const all = Array.from({ length: 40 }, (_, i) => ({ x: i * 10, text: 'Sep 2025' }));
  expect(spacedWords(all)).toHaveLength(6);
});

it('small pictures have their tails apart; nothing is drawn of nothing', () => {
  const picture = { shape: 'histogram', from: 0, to: 2, counts: [1, 0], below: 0, above: 4 } as const;
  const { inside, tails } = cardPaths(picture);
  expect(inside.match(/M/g)).toHaveLength(1);
  expect(tails).toContain('v-40');
  expect(cardPaths({ shape: 'none' })).toEqual({ inside: '', tails: '' });
});
