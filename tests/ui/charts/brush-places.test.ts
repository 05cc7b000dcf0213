import { describe, expect, it } from 'vitest';
import {
  nearestGroup,
  risingShares,
  selectedPath,
  sharesOf,
  type BrushPlaces,
} from '../../../src/ui/charts/brush-places';
import { calendarPlaces, calendarSpec } from '../../../src/ui/charts/calendar';
import { cumulativePlaces } from '../../../src/ui/charts/cumulative';
import { periodBarsPlaces, periodBarsSpec } from '../../../src/ui/charts/period-bars';
import { pairBoxesPlaces, pairBoxesSpec } from '../../../src/ui/charts/pair-boxes';
import { pairCellsPlaces, pairCellsSpec } from '../../../src/ui/charts/pair-cells';
import { countsPlaces, countsSpec } from '../../../src/ui/charts/pair-counts';
import { boxPaths } from '../../../src/ui/charts/single-box';
import { numberBarsPlaces, numberBarsSpec, type NumberBars } from '../../../src/ui/charts/number-bars';
import { timeLinePlaces, timeLineSpec } from '../../../src/ui/charts/time-line';
import { valueBarsPlaces, valueBarsSpec } from '../../../src/ui/charts/value-bars';
import { theme } from '../fixtures/theme';

const WIDTH = 600;
const bars: NumberBars = {
  log: false,
  edges: [0, 1, 2, 3],
  counts: [4, 2, 8],
  below: 1,
  above: 3,
  median: 1,
  curve: [],
};
const words = {
  count: String,
  value: String,
  median: 'm',
  below: 'below',
  above: 'above',
  bar: (from: number) => String(from),
};
const values = [
  { label: 'DE', value: 9, words: 'DE', rest: false },
  { label: 'FR', value: 3, words: 'FR', rest: false },
];
const points = [2, 6, 4].map((value, i) => ({ label: String(i), value, words: String(i) }));

/** Where the marks with words stand in a drawing, left to right or top to bottom. */
function drawn(spec: unknown): Record<string, number>[] {
  const { layer } = spec as { layer: { data: { values: Record<string, unknown>[] } }[] };
  const all = layer.flatMap(({ data }) => data.values).filter((mark) => mark.words && mark.y2 !== undefined);
  return all.map(({ x, x2, y, y2 }) => ({ x, x2, y, y2 }) as Record<string, number>);
}

describe('the places of marks that rows are chosen by', () => {
  it('are those of the drawing', () => {
    expect(numberBarsPlaces(bars, String, WIDTH)).toEqual({
      grow: 'up',
      bars: drawn(numberBarsSpec(bars, words, theme, WIDTH)),
    });
    expect(valueBarsPlaces(values, String, WIDTH)).toEqual({
      grow: 'right',
      bars: drawn(valueBarsSpec(values, String, theme, WIDTH)),
    });
    const days = { from: Date.UTC(2024, 11, 30), counts: [1, 0, 5] };
    const calendar = { months: [], weekdays: ['', '', ''] as [string, string, string], day: () => 'day' };
    expect(calendarPlaces(days, WIDTH)).toEqual({
      grow: 'tiles',
      bars: drawn(calendarSpec(days, calendar, theme, WIDTH)),
    });
    const weekdays = points.map((point) => ({ ...point, strong: false }));
    expect(periodBarsPlaces(weekdays, String, WIDTH)).toEqual({
      grow: 'up',
      bars: drawn(periodBarsSpec(weekdays, String, theme, WIDTH)),
    });
    const { layer } = timeLineSpec(points, String, theme, WIDTH) as unknown as {
      layer: { data: { values: { x: number; y: number; words?: string }[] } }[];
    };
    const line = layer.map(({ data }) => data.values).find(([first]) => first?.words)!;
    const places = timeLinePlaces(points, String, WIDTH) as Extract<BrushPlaces, { grow: 'line' }>;
    expect(places.points).toEqual(line.map(({ x, y }) => ({ x, y })));
    expect(places.ground).toBeGreaterThan(Math.max(...line.map(({ y }) => y)));
  });

  it('are found by the nearest, also between and beyond them', () => {
    const ends = (x: number) => ({ x, x2: x + 10, y: 5, y2: 50 });
    const places: BrushPlaces = { grow: 'up', bars: [ends(0), ends(20), ends(40)] };
    expect([-9, 4, 14, 16, 99].map((x) => nearestGroup(places, x, 0))).toEqual([0, 0, 0, 1, 2]);
    const line: BrushPlaces = { grow: 'line', ground: 9, points: [1, 5, 9].map((x) => ({ x, y: 1 })) };
    expect([0, 4, 20].map((x) => nearestGroup(line, x, 0))).toEqual([0, 1, 2]);
    const lying: BrushPlaces = { grow: 'right', bars: [5, 25].map((y) => ({ x: 0, x2: 9, y, y2: y + 10 })) };
    const tiles: BrushPlaces = { grow: 'tiles', bars: [ends(0), { ...ends(0), y: 60, y2: 70 }] };
    expect([20, 66].map((y) => nearestGroup(tiles, 5, y))).toEqual([0, 1]);
    expect([0, 24].map((y) => nearestGroup(lying, 500, y))).toEqual([0, 1]);
  });
});

describe('the places of cells of two columns', () => {
  const x = { from: 0, to: 4, bins: 2 };
  const y = { from: 0, to: 30, bins: 3 };
  const said = { x: 'x', y: 'y', xTick: String, yTick: String, cell: () => 'cell', point: () => 'point' };
  /** A cell as two spans. */
  const spanned = ({ x, x2, y, y2 }: Record<string, number>) => [
    [x, x2],
    [y, y2],
  ];

  it('are those of the drawing, the highest at the top', () => {
    const points = { x: Float64Array.of(1, 3), y: Float64Array.of(10, 25), of: 9 };
    const cells = { shape: 'bins', x, y, cells: [{ x: 1, y: 2, count: 4 }], beyond: 0, points } as const;
    const { across, down } = pairCellsPlaces(cells, String, WIDTH);
    const [cell] = drawn(pairCellsSpec(cells, said, theme, WIDTH));
    expect([across[1], down[0]]).toEqual(spanned(cell!));
    expect([across.length, down.length]).toEqual([2, 3]);
    const few = { ...cells, points: { ...points, of: 2 } };
    const { layer } = pairCellsSpec(few, said, theme, WIDTH) as unknown as {
      layer: { data: { values: { x: number; y: number; words?: string }[] } }[];
    };
    const dots = layer.map(({ data }) => data.values).find(([first]) => first?.words === 'point')!;
    expect(pairCellsPlaces(few, String, WIDTH).points).toEqual(dots.map(({ x, y }) => ({ x, y })));
  });

  it('are those of counts and of boxes', () => {
    const cell = { count: 3, times: 1, text: '3', words: 'told' };
    const grid = { down: ['a', 'b'], across: ['c', 'd'], cells: [cell, cell, cell, cell] };
    const counts = countsPlaces(grid, WIDTH);
    const told = drawn(countsSpec(grid, theme, WIDTH));
    expect([counts.across[1], counts.down[1]]).toEqual(spanned(told[3]!));
    const box = { low: 0, lower: 2, median: 3, upper: 5, high: 9, beyond: 0 };
    const rows = ['a', 'b'].map((label) => ({ label, box, words: 'told', rest: false }));
    const boxes = drawn(pairBoxesSpec(rows, { tick: String, name: 'income', long: false }, theme, WIDTH));
    const { down } = pairBoxesPlaces(rows, WIDTH);
    expect(boxes.map(({ y, y2 }, i) => down[i]![0] < y! && y2! < down[i]![1])).toEqual([true, true]);
    const steps = { edges: [0, 3, 9], below: false, above: false, long: false };
    const { across, strips, cells } = pairBoxesPlaces(rows, WIDTH, steps);
    const [{ x, x2 }] = boxes as [{ x: number; x2: number }];
    expect(across[0]![1]).toBeCloseTo(x + (x2 - x) / 3);
    expect([strips.across![0] > down[1]![1], cells]).toEqual([true, [[across[0]![0], across[1]![1]]]]);
  });

  it('are those of a box over another one', () => {
    const box = { low: 0, lower: 25, median: 50, upper: 75, high: 100, beyond: 0 };
    const paths = boxPaths({ ...box, lower: 50, high: 75 }, { box, outliers: [], long: false }, 148);
    expect(paths).toEqual({
      lines: 'M24 48H74M99 48H99M24 43v10M99 43v10',
      box: 'M74 38h25v20h-25z',
      median: 'M74 34v28',
    });
  });
});

describe('the selected part of a mark', () => {
  const bar = { x: 10, x2: 20, y: 0, y2: 40 };

  it('is as long as its share of the rows, and nothing without any', () => {
    expect(sharesOf([4, 0, 8], [1, 0, 9])).toEqual([0.25, 0, 1]);
    expect(selectedPath({ grow: 'up', bars: [bar, bar] }, [0.25, 0])).toBe('M10 40v-10h10v10z');
    expect(selectedPath({ grow: 'right', bars: [bar] }, [0.5])).toBe('M10 0h5v40H10z');
  });

  it('is seen where it is small, and follows a line', () => {
    expect(selectedPath({ grow: 'up', bars: [bar] }, [0.001])).toBe('M10 40v-1h10v1z');
    const line: BrushPlaces = { grow: 'line', ground: 100, points: [0, 5].map((x) => ({ x, y: 20 })) };
    expect(selectedPath(line, [0.5, 0])).toBe('M0 60L5 100');
  });

  it('rises in steps to all of the selected rows', () => {
    expect([risingShares([1, 0, 3]), risingShares([0, 0])]).toEqual([
      [0.25, 0.25, 1],
      [0, 0],
    ]);
    const ecdf = [1, 2].map((value, i) => ({ value, share: (i + 1) / 2 }));
    const places = cumulativePlaces(ecdf, false, String, WIDTH);
    expect(places).toMatchObject({ grow: 'steps' });
    const steps = { grow: 'steps', ground: 100, top: 0, points: [5, 9].map((x) => ({ x, y: 0 })) } as const;
    expect(selectedPath(steps, [0.25, 1])).toBe('M5 100V75H9V0');
  });
});
