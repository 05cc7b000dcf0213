import fc from 'fast-check';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { PairMatrix } from '../../../src/engine/index';
import {
  associationHeight,
  associationPlace,
  associationSpec,
  associationWidth,
} from '../../../src/ui/charts/association-heat';
import { axisWords } from '../../../src/ui/charts/axis-words';
import { headNames } from '../../../src/ui/charts/head-names';
import { patternsSpec, patternsWidth } from '../../../src/ui/charts/missing-bars';
import { intervalsHeight, intervalsSpec } from '../../../src/ui/charts/interval-rows';
import { pairBoxesHeight, pairBoxesPlaces, pairBoxesSpec } from '../../../src/ui/charts/pair-boxes';
import { countsHeight, countsPlaces, countsSpec } from '../../../src/ui/charts/pair-counts';
import { matrixSpec } from '../../../src/ui/charts/pair-matrix';
import { pairMosaicSpec } from '../../../src/ui/charts/pair-mosaic';
import { pairViolinsHeight, pairViolinsSpec } from '../../../src/ui/charts/pair-violins';
import { sharePlace, sharesHeight, sharesSpec } from '../../../src/ui/charts/share-heat';
import { splitSpec } from '../../../src/ui/charts/split-panels';
import { fitted, fittedNames, widthOf, wrapped } from '../../../src/ui/charts/text-width';
import { valueBarsHeight, valueBarsPlaces, valueBarsSpec } from '../../../src/ui/charts/value-bars';
import { valueScale } from '../../../src/ui/charts/value-scale';
import { theme } from '../fixtures/theme';

type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));
const namesIn = (spec: TopLevelSpec, fill = theme.ink): string[] =>
  marksOf(spec)
    .filter((one) => one.fill === fill && typeof one.text === 'string')
    .map(({ text }) => text as string);

const NAMES = [
  'Reseller order with negotiated volume discounts A',
  'Reseller order with negotiated volume discounts B',
  'الرياض المنطقة الوسطى',
  '👩‍👩‍👧‍👦 Familie',
];
const [NARROW, WIDE] = [358, 864];

describe('words and their room', () => {
  it('are as wide as the browser draws them, or a little less wide', () => {
    // Drawn by Chromium in Public Sans of 12 px and weight 500.
    for (const [text, drawn] of [
      ['Reseller order 1,234,567', 138.5],
      ['WHITE HANGING', 103],
    ] as const) {
      expect(widthOf([text])).toBeGreaterThanOrEqual(drawn - 1);
      expect(widthOf([text])).toBeLessThan(drawn * 1.15);
    }
    expect(widthOf(['東京都'])).toBeGreaterThan(widthOf(['abc']));
    expect(widthOf(['e\u0301'])).toBe(widthOf(['e']));
  });

  it('fit, with whole letters', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        fc.integer({ min: 24, max: 300 }),
        (text, room) => {
          const cut = fitted(text, room);
          expect(cut === text || widthOf([cut]) <= room || Array.from(cut).length <= 3).toBe(true);
        },
      ),
    );
    expect(fitted('👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 64)).toBe('👩‍👩‍👧‍👦…');
  });

  it('stay different where they are cut', () => {
    expect(fittedNames(NAMES.slice(0, 2), 120)).toEqual(['Reseller…scounts A', 'Reseller…scounts B']);
    const asked = ['003', '107'].map(
      (n) => `Answer to question number ${n} of the yearly survey of customers`,
    );
    expect(fittedNames(asked, 120).map((name) => name.slice(0, 4))).toEqual(['…003', '…107']);
    expect(fittedNames(['Age', 'Income'], 120)).toEqual(['Age', 'Income']);
  });

  it('take several lines at spaces, bars and capitals', () => {
    expect(wrapped('total_number_of_emails_opened', 80, 4)).toEqual([
      'total_',
      'number_of_',
      'emails_',
      'opened',
    ]);
    expect(wrapped('SingleHousehold without children', 100, 2)).toEqual([
      'SingleHousehold',
      'without children',
    ]);
    expect(wrapped('one two three four five six', 60, 2)).toEqual(['one two', 'three fo…']);
  });
});

describe('long names of rows', () => {
  const bars = NAMES.map((label, i) => ({ label, value: 10 - i, words: label, rest: false }));
  const box = { low: 0, lower: 2, median: 3, upper: 5, high: 9, beyond: 0 };
  const boxes = NAMES.map((label) => ({ label, box, density: null, words: label, rest: false }));
  const values = NAMES.map((label) => ({ label, value: 0.5, low: 0.4, high: 0.6, words: label }));
  const across = ['SingleHouseholdWithoutChildrenInALargeCity', 'FamilyWithTwoOrMoreChildren'];
  const counts = {
    down: NAMES,
    across,
    cells: NAMES.flatMap(() => across.map(() => ({ count: 5, times: 1, text: '5', words: 'five' }))),
  };
  const grid = {
    down: NAMES.map((name) => ({
      name,
      all: '10 %',
      cells: across.map(() => ({ share: 0.1, text: '10', words: 'ten' })),
    })),
    across,
    all: 'All',
    inOrder: false,
  };
  const said = { tick: String, long: false, name: 'income' };

  it('stand whole above their rows where a picture is narrow', () => {
    const drawn = [
      valueBarsSpec(bars, String, theme, NARROW),
      pairBoxesSpec(boxes, said, theme, NARROW),
      pairViolinsSpec(boxes, said, theme, NARROW),
      intervalsSpec(values, { whole: null, tick: String }, theme, NARROW),
      countsSpec(counts, theme, NARROW),
      sharesSpec(grid, theme, NARROW),
    ];
    for (const spec of drawn) expect(namesIn(spec)).toEqual(expect.arrayContaining(NAMES));
    const higher = [valueBarsHeight(bars, NARROW), pairBoxesHeight(boxes, NARROW), pairViolinsHeight(boxes, NARROW), intervalsHeight(values, NARROW), countsHeight(counts, NARROW), sharesHeight(grid, NARROW)];
    const wide = [valueBarsHeight(bars, WIDE), pairBoxesHeight(boxes, WIDE), pairViolinsHeight(boxes, WIDE), intervalsHeight(values, WIDE), countsHeight(counts, WIDE), sharesHeight(grid, WIDE)];
    higher.forEach((height, i) => expect(height).toBeGreaterThan(wide[i]!));
  }); // prettier-ignore

  it('leave the places where rows are chosen on the rows', () => {
    const placed = valueBarsPlaces(bars, String, NARROW);
    const ends = placed.grow === 'right' ? placed.bars : [];
    const drawn = marksOf(valueBarsSpec(bars, String, theme, NARROW)).filter(({ words }) => words);
    expect(ends.map(({ y, y2 }) => [y, y2])).toEqual(drawn.map(({ y, y2 }) => [y, y2]));
    const [first] = pairBoxesPlaces(boxes, NARROW).down;
    const lying = marksOf(pairBoxesSpec(boxes, said, theme, NARROW)).find(({ words }) => words === NAMES[0])!;
    expect([first![0] < Number(lying.y), first![1] > Number(lying.y2)]).toEqual([true, true]);
    const cells = marksOf(countsSpec(counts, theme, NARROW)).filter(({ words }) => words === 'five');
    const { down, strips } = countsPlaces(counts, NARROW);
    expect(down.map(([y]) => y)).toEqual(cells.filter((_, i) => i % 2 === 0).map(({ y }) => y));
    expect(strips.down![1]).toBeGreaterThan(0);
    const share = marksOf(sharesSpec(grid, theme, NARROW)).find(({ words }) => words === 'ten')!;
    expect(sharePlace(grid, NARROW, 0, 0).y).toBe(share.y);
  });

  it('are told apart in panels, a mosaic and a matrix', () => {
    const panel = (name: string) => ({ name, side: '1,234 rows', bars: [{ share: 1, whole: 1, words: '' }] });
    const layout = (left: number, right: number) => ({ spans: [[left, right] as const], tails: [false, false] as const, ticks: [] });
    const panels = namesIn(splitSpec(NAMES.slice(0, 2).map(panel), { across: layout, lined: false, tick: String }, theme, NARROW));
    expect(new Set(panels).size).toBe(2);
    const two = { down: NAMES.slice(0, 2), across, cells: counts.cells.slice(0, 4) };
    const mosaic = namesIn(pairMosaicSpec(two, theme, NARROW)).join(' ');
    expect(mosaic).toContain('discounts A');
    expect(mosaic).toContain('discounts B');
    const columns = ['total_number_of_marketing_emails', 'Huge', 'Conversion probability of last winter'];
    const matrix = { columns, squares: [], bins: [1, 1, 1], axes: [] } as unknown as PairMatrix;
    const words = namesIn(matrixSpec(matrix, { value: () => '', told: () => '' }, theme, WIDE));
    expect(words.join('').replaceAll(' ', '')).toBe(columns.join('').replaceAll(' ', ''));
    expect(words.length).toBeGreaterThan(columns.length);
  }); // prettier-ignore

  it('stand in lines above wide columns, upright above narrow ones', () => {
    expect(headNames(across, 120)).toMatchObject({ upright: false, height: 58 });
    const turned = headNames(across, 60);
    expect(turned).toMatchObject({ upright: true, height: 130 });
    expect(turned.lines.every(([name]) => widthOf([name!]) <= 118)).toBe(true);
    expect(headNames(['a', 'b'], 60)).toMatchObject({ upright: false, height: 28, lines: [['a'], ['b']] });
  });
});

describe('the heat map of sixty columns', () => {
  const names = Array.from(
    { length: 60 },
    (_, i) => `Answer to question number ${100 + i} of the survey of customers`,
  );

  it('is wider than a phone, and no name touches the next', () => {
    expect(associationWidth(names, WIDE)).toBe(WIDE);
    const width = associationWidth(names, NARROW);
    expect(width).toBeGreaterThan(NARROW);
    expect(associationWidth(names, width)).toBe(width);
    const last = associationPlace(names, width, 59, 59);
    expect([last.x + last.size <= width, last.y + last.size <= associationHeight(names, width)]).toEqual([
      true,
      true,
    ]);
    expect(last.size).toBeGreaterThanOrEqual(11);
    expect(new Set(namesIn(associationSpec(names, [], theme, width))).size).toBe(2 * 60);
    expect(associationWidth(['Age', 'Income'], NARROW)).toBe(NARROW);
  });
});

it('has room for numbers that are farther apart than the greatest number', () => {
  const { place, ticks } = valueScale([-1e308, 1e308], false, [0, 800], 100);
  expect([place(-1e308), place(0), place(1e308)]).toEqual([0, 400, 800]);
  expect(ticks).toContain(0);
  expect(ticks.every((tick) => Number.isFinite(tick) && Math.abs(tick) <= 1e308)).toBe(true);
  expect(ticks.length).toBeGreaterThan(2);
});

it('keeps the words of an axis inside, and apart', () => {
  const said = (value: number) => `${value} × 10 and more`;
  const { data } = axisWords(valueScale([0, 400], false, [0, 300], 40), said, { y: 9, width: 300 }, theme);
  const ends = data.values.map(({ x, text }) => [x - widthOf([text]) / 2, x + widthOf([text]) / 2] as const);
  expect(ends.length).toBeGreaterThan(1);
  expect(ends[0]![0]).toBeGreaterThanOrEqual(0);
  expect(ends.at(-1)![1]).toBeLessThanOrEqual(300);
  ends.slice(1).forEach(([from], i) => expect(from).toBeGreaterThan(ends[i]![1]));
  const even = axisWords(
    { place: (x) => 50 + x, ticks: [0, 60, 120, 180, 240] },
    () => '13 Mar 2011',
    { y: 9, width: 400 },
    theme,
  );
  expect(even.data.values.map(({ x }) => x)).toEqual([50, 170, 290]);
  const bent = axisWords(
    { place: (x) => x, ticks: [60, 80, 200] },
    () => '100 k',
    { y: 9, width: 400 },
    theme,
  );
  expect(bent.data.values.map(({ x }) => x)).toEqual([60, 200]);
  const one = axisWords({ place: (x) => x, ticks: [60] }, String, { y: 9, width: 400 }, theme);
  expect(one.data.values.map(({ text }) => text)).toEqual(['60']);
});

it('has blanks of many columns wider than a phone', () => {
  const names = Array.from({ length: 24 }, (_, i) => `Answer to question number ${100 + i}`);
  const patterns = [{ columns: new Set(names.slice(0, 2)), rows: 5, text: '5', words: 'five' }];
  const width = patternsWidth(names, patterns, NARROW);
  expect([
    width > NARROW,
    patternsWidth(names, patterns, WIDE),
    patternsWidth(['Age'], patterns, NARROW),
  ]).toEqual([true, WIDE, NARROW]);
  const ends = marksOf(patternsSpec(names, patterns, theme, width)).map(({ x2 }) => Number(x2 ?? 0));
  expect(Math.max(...ends)).toBeLessThan(width);
});
