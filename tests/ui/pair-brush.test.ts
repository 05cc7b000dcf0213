import { describe, expect, it } from 'vitest';
import { brushFor } from '../../src/engine/insight/explore/brush/brush';
import { overviewOf } from '../../src/engine/insight/explore/overview-of';
import { pairView, type PairView } from '../../src/engine/insight/explore/pair/pair-view';
import { generator } from '../../src/engine/stats/random';
import { unwatched } from '../../src/engine/work';
import { cellPaths, lineAsPlane, nearestSpan, pointsPath, sharePath } from '../../src/ui/charts/plane-places';
import { byColumns, pairBrush, type SideBrush } from '../../src/ui/screens/explore/pair-brush';
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
  const by = pairBrush(view, cards, write, 'mean')!;
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
  return { view, by, all: rowsOf(all!), chosen };
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
      expect([by.across, all]).toEqual([null, by.whole]);
      expect(await chosen([by.down!, by.down!.bars[0]!])).toEqual(only(all, (at) => at === 0));
    }
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
