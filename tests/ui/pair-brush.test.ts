import { describe, expect, it } from 'vitest';
import { brushFor, type Selection } from '../../src/engine/insight/explore/brush/brush';
import { selectionStep } from '../../src/engine/insight/explore/brush/selection-step';
import { overviewOf } from '../../src/engine/insight/explore/overview-of';
import { pairView, type PairView } from '../../src/engine/insight/explore/pair/pair-view';
import { generator } from '../../src/engine/stats/random';
import { columnOf } from '../../src/engine/table/table';
import { unwatched } from '../../src/engine/work';
import { boxSteps, stepSpans } from '../../src/ui/charts/pair-boxes';
import { cellPaths, lineAsPlane, nearestSpan, pointsPath, sharePath } from '../../src/ui/charts/plane-places';
import { byColumns, pairBrush, type SideBrush } from '../../src/ui/screens/explore/pair-brush';
import { rangeSteps } from '../../src/ui/screens/explore/pair-specs';
import { table } from '../support/tables';

const random = generator(7);
const many = Array.from({ length: 400 }, (_, i) => i);
const blanks = <T>(value: T): T | null => (random() < 0.1 ? null : value);
const of = table({
  age: [40, ...many.map(() => blanks(18 + Math.floor(random() * 60)))],
  spent: [1.5, ...many.map(() => blanks(random() * 900))],
  land: ['DE', ...many.map(() => blanks(`L${Math.floor(random() ** 2 * 20)}`))],
  member: [true, ...many.map(() => blanks(random() < 0.3))],
  day: [new Date(0), ...many.map((i) => blanks(new Date(i * 86_400_000)))],
});
const write = { a: String, b: String };

type Bins = Extract<PairView['picture'], { shape: 'bins' }>;

/** @param unseen rows of a scatter that are not drawn, so that it is drawn in cells */
async function brushed(a: string, b: string, unseen = 0) {
  const cards = await overviewOf(of, { roles: new Map(), identifiers: new Set() }, unwatched);
  const view = await pairView(of, a, b, unwatched);
  if (view.picture.shape === 'bins') view.picture.points.of += unseen;
  const by = pairBrush(view, cards, write, 'mean', rangeSteps(view, cards))!;
  const brush = await brushFor(of, cards, unwatched);
  const rowsOf = (counts: Uint32Array) =>
    by.cells.map((bars) => bars.reduce((sum, bar) => sum + counts[bar]!, 0));
  const [all] = await brush.look([by.look], unwatched);
  const chosen = async (...sides: [SideBrush, number][]) => {
    const choices = sides.map(([{ column, of: picture }, bar]) => ({
      column,
      bars: [bar],
      ...(picture && { of: picture }),
    }));
    await brush.select(choices, unwatched);
    return rowsOf((await brush.look([by.look], unwatched))[0]!);
  };
  const picked = (range: readonly number[], levels: readonly number[]): Selection => [
    { column: by.across!.column, bars: range, of: by.across!.of! },
    { column: by.down!.column, bars: levels, ...(by.down!.of && { of: by.down!.of }) },
  ];
  const rangeOf = async (...of: Parameters<typeof picked>) => {
    await brush.select(picked(...of), unwatched);
    return rowsOf((await brush.look([by.look], unwatched))[0]!);
  };
  const step = (...of: Parameters<typeof picked>) => selectionStep(picked(...of), cards);
  return { view, by, all: rowsOf(all!), chosen, rangeOf, step };
}
const only = (cells: readonly number[], kept: (at: number) => boolean) =>
  cells.map((rows, at) => (kept(at) ? rows : 0));

describe('choosing rows in a picture of two columns', () => {
  it('counts as the picture of two categories does, and takes one of its cells', async () => {
    const { by, all, chosen } = await brushed('member', 'land');
    expect([by.across!.names.at(-1), by.down!.names]).toEqual(['All others', ['no', 'yes']]);
    expect(all).toEqual(by.whole);
    const width = by.across!.bars.length;
    const cell = await chosen([by.across!, by.across!.bars[2]!], [by.down!, by.down!.bars[1]!]);
    expect(cell).toEqual(only(all, (at) => at === width + 2));
    const rest = await chosen([by.across!, by.across!.bars.at(-1)!]);
    expect(rest).toEqual(only(all, (at) => at % width === width - 1));
  });

  it('takes whole columns of a mosaic', async () => {
    const { by, all } = await brushed('member', 'land');
    const columns = byColumns(by);
    const width = by.across!.bars.length;
    expect([columns.down, columns.cells.length, columns.cells[1]]).toEqual([
      null,
      width,
      [...by.cells[1]!, ...by.cells[width + 1]!],
    ]);
    expect(columns.whole).toEqual(Array.from({ length: width }, (_, c) => all[c]! + all[width + c]!));
  });

  it('counts as the boxes of a number do, over the rows with both', async () => {
    for (const category of ['land', 'member']) {
      const { by, all, chosen } = await brushed('spent', category);
      expect([by.across!.column, all]).toEqual(['spent', by.whole]);
      expect(await chosen([by.down!, by.down!.bars[0]!])).toEqual(only(all, (at) => at === 0));
    }
  });

  it('takes a range of a number in a box, in several or in all of them', async () => {
    const { by, all, rangeOf, step } = await brushed('spent', 'land');
    const { across, down } = by;
    const [spent, lands] = [columnOf(of, 'spent'), columnOf(of, 'land')];
    const rows = Array.from({ length: of.numRows() }, (_, row) => row);
    const { edges } = across!.of as { edges: readonly number[] };
    const within = (row: number) =>
      Number(spent.at(row)) >= edges[9]! && Number(spent.at(row)) < edges[20]! && spent.at(row) !== null;
    const seen = (land: string) => rows.filter((row) => within(row) && lands.at(row) === land).length;
    const bars = Array.from({ length: 11 }, (_, i) => i + 10);
    const one = await rangeOf(bars, [down!.bars[1]!]);
    expect(one).toEqual(only(all, (at) => at === 1).map((all, at) => all && seen(down!.names[at]!)));
    const every = await rangeOf(bars, []);
    expect(every.slice(0, 3)).toEqual(down!.names.slice(0, 3).map(seen));
    expect(step(bars, [down!.bars[1]!])?.conditions).toEqual([
      { column: 'spent', is: 'at-least', value: edges[9] },
      { column: 'spent', is: 'less', value: edges[20] },
      { column: 'land', is: 'one-of', values: [down!.names[1]] },
    ]);
  });

  it('takes what is beyond the whiskers with the steps at their ends', async () => {
    const cards = await overviewOf(of, { roles: new Map(), identifiers: new Set() }, unwatched);
    const view = await pairView(of, 'spent', 'land', unwatched);
    const steps = { edges: [10, 20, 30], below: false, above: true, long: false };
    const { across } = pairBrush(view, cards, write, 'mean', steps)!;
    expect([across!.bars, across!.names, across!.range]).toEqual([
      [1, 2, 3],
      ['10 to 20', '20 to 30', 'above 30'],
      true,
    ]);
    const whiskers = [{ box: { low: 10, lower: 12, median: 15, upper: 20, high: 30, beyond: 2 } }];
    const found = boxSteps(whiskers, { all: [10, 99], long: false, whole: true })!;
    expect([found.edges.at(-1), found.below, found.above]).toEqual([30, false, true]);
    expect(stepSpans(found, [100, 300], [10, 16]).at(-1)).toEqual([300, 316]);
    expect(
      boxSteps([{ box: { ...whiskers[0]!.box, high: 10 } }], { all: [10, 10], long: false, whole: true }),
    ).toBeNull();
  });

  it('counts as the cells of two numbers do, the highest at the top', async () => {
    const { by, all, view, chosen } = await brushed('age', 'spent', 9);
    const picture = view.picture as Bins;
    const { x, y } = picture;
    const drawn = new Array<number>(x.bins * y.bins).fill(0);
    for (const cell of picture.cells) drawn[(y.bins - 1 - cell.y) * x.bins + cell.x] = cell.count;
    expect([by.whole, all]).toEqual([null, drawn]);
    const top = await chosen([by.down!, by.down!.bars[0]!]);
    expect(top).toEqual(only(all, (at) => at < x.bins));
  });

  it('marks the points of two numbers that are selected', async () => {
    const cards = await overviewOf(of, { roles: new Map(), identifiers: new Set() }, unwatched);
    const view = await pairView(of, 'age', 'spent', unwatched);
    const { look, across } = pairBrush(view, cards, write, 'sum')!;
    const { points } = view.picture as Bins;
    const brush = await brushFor(of, cards, unwatched);
    await brush.select(
      [{ column: 'age', bars: [1, 2, 3], ...(across!.of && { of: across!.of }) }],
      unwatched,
    );
    const [marks] = await brush.look([look], unwatched);
    const { edges } = across!.of as { edges: readonly number[] };
    expect([...marks!]).toEqual(Array.from(points.x, (age) => Number(age < edges[3]!)));
    expect(marks!.some((mark) => mark === 1)).toBe(true);
  });

  it('counts rows along a date; moments beside moments have no step to say it', async () => {
    const { by, all, chosen } = await brushed('day', 'spent');
    const first = await chosen([by.across!, by.across!.bars[0]!]);
    expect([by.down, all]).toEqual([null, by.whole]);
    expect(first).toEqual(only(all, (at) => at === 0));
    const moments = await pairView(of, 'day', 'day', unwatched);
    expect(pairBrush(moments, [], write, 'sum')).toBeNull();
  });
});

describe('the places of cells', () => {
  const places = {
    across: [
      [0, 10],
      [12, 22],
    ],
    down: [
      [0, 10],
      [20, 30],
    ],
    strips: { across: null, down: null },
  } as const;

  it('are found by the nearest', () => {
    expect([-5, 9, 11.5, 99].map((at) => nearestSpan(places.across, at))).toEqual([0, 0, 1, 1]);
  });

  it('are filled by how many rows are selected, and lined by their share', () => {
    const paths = cellPaths(places, [0, 1, 0, 100]);
    expect(paths.filter((path) => path !== '')).toEqual(['M12 0H22V10H12z', 'M12 20H22V30H12z']);
    expect(paths.at(-1)).toBe('M12 20H22V30H12z');
    const points = [1, 2, 3].map((x) => ({ x, y: 9 }));
    expect(pointsPath({ ...places, points }, [1, 0, 1])).toBe('M1 9h0M3 9h0');
    expect(sharePath(places, [0.5, 0, 0, 1])).toBe('M3 7h2v3h-2zM15 27h4v3h-4z');
  });

  it('lie between the points of a line', () => {
    const line = { grow: 'line', ground: 50, points: [10, 20, 40].map((x) => ({ x, y: 5 })) } as const;
    expect(lineAsPlane(line).across).toEqual([
      [5, 15],
      [15, 30],
      [30, 45],
    ]);
  });
});
