import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import {
  associationHeight,
  associationPlace,
  associationSpec,
  associationStep,
} from '../../../src/ui/charts/association-heat';
import {
  barGroups,
  barsBetween,
  brushedPath,
  isChosen,
  rowsIn,
  seenBars,
  wholeCounts,
} from '../../../src/ui/charts/brushed-bars';
import { cardPaths } from '../../../src/ui/charts/card-picture';
import { pairBoxesSpec } from '../../../src/ui/charts/pair-boxes';
import { drawsPoints, pairCellsSpec, type Cells } from '../../../src/ui/charts/pair-cells';
import { countsSpec, timesStep } from '../../../src/ui/charts/pair-counts';
import { theme } from '../fixtures/theme';

type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));
const toldOf = (spec: TopLevelSpec) => marksOf(spec).filter(({ words }) => words !== undefined);

describe('the heat map of columns', () => {
  const names = ['age', 'income', 'a column with a very long name that does not end'];
  const square = (a: string, b: string, value: number | null) => ({
    a,
    b,
    value,
    text: String(value),
    words: `${a} ${b}`,
  });
  const squares = [
    square('age', 'income', 0.9),
    square('income', 'age', 0.9),
    square('age', names[2]!, null),
  ];

  it('stays within its width at every size', () => {
    for (const width of [320, 864]) {
      const placed = toldOf(associationSpec(names, squares, theme, width));
      expect(placed).toHaveLength(3);
      expect(Math.max(...placed.map(({ x2 }) => Number(x2)))).toBeLessThanOrEqual(width);
      expect(Math.max(...placed.map(({ y2 }) => Number(y2)))).toBeLessThanOrEqual(
        associationHeight(names, width),
      );
    }
  });

  it('has the keyboard ring where the square is', () => {
    const [first] = toldOf(associationSpec(names, squares, theme, 864));
    const { x, y, size } = associationPlace(names, 864, 0, 1);
    expect([x, y, x + size, y + size]).toEqual([first!.x, first!.y, first!.x2, first!.y2]);
  });

  it('colours from −1 to 1 in seven steps, and nothing where nothing is known', () => {
    expect([-1, -0.5, 0, 0.5, 1].map(associationStep)).toEqual([0, 1, 3, 5, 6]);
    const [strong, , unknown] = toldOf(associationSpec(names, squares, theme, 864));
    expect([strong!.fill, unknown!.fill]).toEqual([theme.heat[6], theme.paper]);
  });
});

describe('two numbers', () => {
  const said = { x: 'x', y: 'y', xTick: String, yTick: String, cell: () => 'cell', point: () => 'point' };
  const cells: Cells = {
    shape: 'bins',
    x: { from: 0, to: 10, bins: 10 },
    y: { from: 0, to: 4, bins: 2 },
    cells: [
      { x: 0, y: 0, count: 1 },
      { x: 9, y: 1, count: 99 },
    ],
    beyond: 0,
    points: { x: Float64Array.of(1, 9), y: Float64Array.of(1, 3), of: 100 },
  };

  it('are cells where rows are too many, the fuller the darker', () => {
    const [one, full] = toldOf(pairCellsSpec(cells, said, theme, 864));
    expect([drawsPoints(cells), one!.words, full!.opacity]).toEqual([false, 'cell', 1]);
    expect(Number(one!.opacity)).toBeLessThan(0.6);
    expect(Number(one!.x)).toBeLessThan(Number(full!.x));
    expect(Number(one!.y)).toBeGreaterThan(Number(full!.y));
  });

  it('have no tick where the axis has no word', () => {
    const whole = (value: number) => (Number.isInteger(value) ? `year ${value}` : '');
    const years = { ...cells, x: { from: 2003, to: 2005, bins: 2 }, y: { from: 0, to: 1, bins: 1 } };
    const spec = pairCellsSpec(years, { ...said, xTick: whole, yTick: whole }, theme, 864);
    const words = marksOf(spec).map(({ text }) => String(text ?? ''));
    expect(words.filter((text) => text.startsWith('year')).sort()).toEqual([
      'year 0',
      'year 1',
      'year 2003',
      'year 2004',
      'year 2005',
    ]);
  });

  it('are points where all have room', () => {
    const few = { ...cells, points: { ...cells.points, of: 2 } };
    expect(toldOf(pairCellsSpec(few, said, theme, 864)).map(({ words }) => words)).toEqual([
      'point',
      'point',
    ]);
  });
});

describe('boxes and counts of a pair', () => {
  const box = { low: 0, lower: 2, median: 3, upper: 5, high: 9, beyond: 0 };

  it('has a box for each value, all others paler', () => {
    const rows = [false, true].map((rest) => ({ label: `rest ${rest}`, box, words: 'told', rest }));
    const told = toldOf(pairBoxesSpec(rows, { tick: String, name: 'income', long: false }, theme, 864));
    expect(told.map(({ fill }) => fill)).toEqual([theme.data, theme.context]);
  });

  it('reaches all values where every whisker ends at one', () => {
    const flat = { low: 0, lower: 0, median: 0, upper: 0, high: 0, beyond: 9 };
    const texts = (one: typeof box) =>
      marksOf(
        pairBoxesSpec(
          [{ label: 'good', box: one, words: 'told', rest: false }],
          { tick: String, name: 'income', long: false, all: [0, 3000] },
          theme,
          864,
        ),
      ).flatMap(({ text }) => (text === undefined || text === 'good' ? [] : [String(text)]));
    expect(texts(flat)).toEqual(expect.arrayContaining(['0', '3000']));
    expect(texts(box)).not.toContain('3000');
  });

  it('colours cells by how many times as many rows they have as chance would give', () => {
    expect([0, 0.25, 1, 4, 100].map(timesStep)).toEqual([0, 0, 3, 6, 6]);
    const cell = (times: number | null) => ({ count: 1, times, text: '1', words: 'told' });
    const grid = { down: ['a'], across: ['b', 'c'], cells: [cell(4), cell(null)] };
    const told = toldOf(countsSpec(grid, theme, 864));
    expect(told.map(({ fill }) => fill)).toEqual([theme.heat[6], theme.paper]);
  });
});

describe('the bars of a selection', () => {
  const tails = { shape: 'histogram', from: 0, to: 3, counts: [4, 0, 8], below: 2, above: 0 } as const;

  it('stand where those of the card stand', () => {
    expect(seenBars(tails, 0)).toEqual([0, 1, 2, 3]);
    const { inside, tails: tail } = cardPaths(tails);
    expect(brushedPath(tails, wholeCounts(tails))).toBe(tail + inside);
    expect(brushedPath(tails, [0, 0, 0, 8])).toMatch(/^M75 40v-40h/);
  });

  it('are as many values as there is room for, and periods all', () => {
    const values = {
      shape: 'bars',
      bars: 'abcdef'.split('').map((value) => ({ value, count: 1 })),
      others: 3,
    } as const;
    expect(seenBars(values, 4)).toEqual([0, 1, 2, 3]);
    expect(wholeCounts(values)).toEqual([1, 1, 1, 1, 1, 1, 3]);
    const months = { shape: 'time', unit: 'month', starts: [0, 1], counts: [5, 6] } as const;
    expect([seenBars(months, 0), wholeCounts(months)]).toEqual([
      [0, 1],
      [5, 6],
    ]);
    expect([seenBars({ shape: 'none' }, 4), wholeCounts({ shape: 'none' })]).toEqual([[], []]);
  });

  it('are a group of their own where they have no line, with all other values', () => {
    const bars = 'abcdef'.split('').map((value) => ({ value, count: 2 }));
    const values = { shape: 'bars', bars, others: 3 } as const;
    const groups = barGroups(values, 4);
    expect(groups).toEqual([[0], [1], [2], [3], [4, 5, 6]]);
    expect(groups.map((group) => rowsIn(wholeCounts(values), group))).toEqual([2, 2, 2, 2, 7]);
    expect(barGroups({ ...values, others: 0 }, 6)).toHaveLength(6);
    expect([isChosen([6, 5, 4], groups[4]!), isChosen([4, 5], groups[4]!)]).toEqual([true, false]);
  });

  it('are chosen from one to another, whichever came first', () => {
    expect(barsBetween([[0], [1], [2], [4, 5]], 3, 1)).toEqual([1, 2, 4, 5]);
  });
});
