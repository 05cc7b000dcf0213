import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  Brush,
  brushFor,
  brushOver,
  type Selection,
} from '../../../../src/engine/insight/explore/brush/brush';
import { barsIn, type BrushPicture } from '../../../../src/engine/insight/explore/brush/bars';
import type { AxesLook, Look } from '../../../../src/engine/insight/explore/brush/coded-pictures';
import { selectionStep } from '../../../../src/engine/insight/explore/brush/selection-step';
import type { ColumnPicture } from '../../../../src/engine/insight/explore/overview-of';
import { boxOf } from '../../../../src/engine/stats/box';
import { generator } from '../../../../src/engine/stats/random';
import { filterRows } from '../../../../src/engine/steps/filter-rows';
import { unwatched } from '../../../../src/engine/work';
import { columnOf } from '../../../../src/engine/table/table';
import { readTable } from '../../../../src/engine/files/read-table';
import { overviewOf } from '../../../../src/engine/insight/explore/overview-of';
import {
  brushedRows,
  brushedTable,
  CARDS,
  DAY,
  EDGES,
  MONTHS,
  STEPS,
  selections,
  type BrushedCard,
} from '../../../support/brush-cards';
import { hasRealFiles, realFile } from '../../../support/files';
import { table } from '../../../support/tables';

/** Which bar each filled cell is in, one cell at a time and without codes. */
const filledBar: Record<string, (cell: unknown) => number> = {
  price: (cell) =>
    (cell as number) < 0
      ? 0
      : (cell as number) >= 1
        ? 11
        : Math.min(9, Math.round((cell as number) * 10)) + 1,
  pieces: (cell) => Math.min(4, cell as number) - 1,
  day: (cell) => MONTHS.filter((start) => start <= (cell as Date).getTime()).length - 1,
  land: (cell) => (cell === 'DE' ? 0 : cell === 'FR' ? 1 : 2),
  member: Number,
};
const edgeBar = (cell: unknown): number => {
  const value = cell as number;
  return value < 0.2 ? 0 : value < 0.5 ? 1 : value <= 0.9 ? 2 : 3;
};
const stepBar = (cell: unknown): number => [0.2, 0.5, 0.9].filter((end) => (cell as number) > end).length;
const largerBar: Record<string, (cell: unknown) => number> = {
  edges: edgeBar,
  steps: stepBar,
  days: (cell) => Math.floor((cell as Date).getTime() / DAY),
  weekdays: (cell) => ((cell as Date).getUTCDay() + 6) % 7,
  hours: (cell) => (cell as Date).getUTCHours(),
};
const naiveBar = (card: BrushedCard, cell: unknown, of?: BrushPicture): number =>
  cell === null ? barsIn(of ?? card.picture) : of ? largerBar[of.shape]!(cell) : filledBar[card.name]!(cell);

/** What a plain filter leaves, row by row. */
function naively(of: ReturnType<typeof brushedTable>, chosen: Selection) {
  const cells = CARDS.map(({ name }) => [...columnOf(of, name)]);
  const passes = (row: number) =>
    chosen.every(({ column, bars, of: picture }) => {
      const at = CARDS.findIndex(({ name }) => name === column);
      return bars.includes(naiveBar(CARDS[at]!, cells[at]![row], picture));
    });
  const left = Array.from({ length: of.numRows() }, (_, row) => row).filter(passes);
  const tally = (length: number, barOf: (row: number) => number) =>
    Uint32Array.from({ length }, (_, bar) => left.filter((row) => barOf(row) === bar).length);
  return {
    selected: left.length,
    counts: CARDS.map((card, at) => ({
      column: card.name,
      counts: tally(barsIn(card.picture) + 1, (row) => naiveBar(card, cells[at]![row])),
    })),
    edges: tally(barsIn(EDGES) + 1, (row) => naiveBar(CARDS[0]!, cells[0]![row], EDGES)),
    steps: tally(barsIn(STEPS) + 1, (row) => naiveBar(CARDS[0]!, cells[0]![row], STEPS)),
    weekdays: tally(8, (row) => (cells[2]![row] ? ((cells[2]![row] as Date).getUTCDay() + 6) % 7 : 7)),
    hours: tally(25, (row) => (cells[2]![row] as Date | null)?.getUTCHours() ?? 24),
    cells: tally(barsIn(EDGES) * 3 + 1, (row) => {
      const [price, land] = [cells[0]![row], cells[3]![row]];
      const blank = price === null || land === null;
      return blank ? barsIn(EDGES) * 3 : filledBar.land!(land) * barsIn(EDGES) + edgeBar(price);
    }),
  };
}

describe('brush', () => {
  it('counts as a naive filter does, in every picture, whatever was chosen before', async () => {
    const edges: AxesLook = [{ column: 'price', of: EDGES }];
    const steps: AxesLook = [{ column: 'price', of: STEPS }];
    const clocks: AxesLook[] = (['weekdays', 'hours'] as const).map((shape) => [
      { column: 'day', of: { shape } },
    ]);
    const cells: AxesLook = [
      { column: 'price', of: EDGES },
      { column: 'land', of: CARDS[3]!.picture },
    ];
    await fc.assert(
      fc.asyncProperty(
        brushedRows,
        fc.array(selections, { minLength: 1, maxLength: 4 }),
        async (filled, moves) => {
          const of = brushedTable(filled);
          const brush = await brushFor(of, CARDS, unwatched);
          for (const chosen of moves) {
            const found = await brush.select(chosen, unwatched);
            const looks = [edges, cells, steps, ...clocks];
            const [along, both, rising, weekdays, hours] = await brush.look(looks, unwatched);
            expect({ ...found, edges: along, cells: both, steps: rising, weekdays, hours }).toEqual({
              rows: of.numRows(),
              ...naively(of, chosen),
            });
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('answers with the columns read so far, and counts the others as soon as they are read', async () => {
    await fc.assert(
      fc.asyncProperty(brushedRows, selections, selections, async (cells, before, chosen) => {
        const of = brushedTable(cells);
        const brush = brushOver(of, CARDS);
        const first = await brush.select(before, unwatched);
        const { counts: all, ...rows } = await (
          await brushFor(of, CARDS, unwatched)
        ).select(before, unwatched);
        const read = first.counts.map(({ column }) => column);
        expect(first).toEqual({ ...rows, counts: all.filter(({ column }) => read.includes(column)) });
        const asked = before.filter(({ of: picture, bars }) => !picture && bars.length > 0);
        expect(read.sort()).toEqual(asked.map(({ column }) => column).sort());
        await brush.readAll(unwatched);
        expect(brush.whole).toBe(true);
        expect((await brush.select(before, unwatched)).counts).toEqual(all);
        const after = await (await brushFor(of, CARDS, unwatched)).select(chosen, unwatched);
        expect(await brush.select(chosen, unwatched)).toEqual(after);
      }),
      { numRuns: 60 },
    );
  });

  it('does not wait for pictures that are not read, nor for what they need', async () => {
    const of = brushedTable([{ price: 0.3, pieces: 2, day: new Date(0), land: 'FR', member: false }]);
    const brush = await brushFor(of, CARDS, unwatched);
    const day = { column: 'day', of: CARDS[2]!.picture };
    const looks: Look[] = [[{ column: 'price', of: EDGES }], [day, 'money'], ['blanks']];
    expect(await brush.lookAtReady(looks, unwatched, {})).toEqual([null, null, null]);
    await brush.ready(looks, unwatched);
    const money = Float64Array.of(8, 4);
    const [prices, sums, blanks] = await brush.lookAtReady(looks, unwatched, { money });
    const beside = { money, blanks: null };
    expect([prices, sums]).toEqual(await brush.look(looks.slice(0, 2), unwatched, beside));
    expect(blanks).toBeNull();
    expect(await brush.lookAtReady([[{ column: 'gone', of: EDGES }]], unwatched, {})).toEqual([
      new Uint32Array(0),
    ]);
  });

  it('becomes a step that keeps the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(brushedRows, selections, async (cells, chosen) => {
        const of = brushedTable(cells);
        const brush = await brushFor(of, CARDS, unwatched);
        const { selected } = await brush.select(chosen, unwatched);
        const step = selectionStep(chosen, CARDS);
        const kept = step ? (await filterRows.apply(of, step, null, unwatched)).table : of;
        expect(kept.numRows()).toBe(selected);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the box of the selected numbers', async () => {
    await fc.assert(
      fc.asyncProperty(brushedRows, selections, async (cells, chosen) => {
        const of = brushedTable(cells);
        const brush = await brushFor(of, CARDS, unwatched);
        await brush.select(chosen, unwatched);
        const step = selectionStep(chosen, CARDS);
        const kept = step ? (await filterRows.apply(of, step, null, unwatched)).table : of;
        const left = [...columnOf(kept, 'price')].filter((cell) => cell !== null) as number[];
        const rising = Float64Array.from(left).sort();
        expect(await brush.box('price', unwatched)).toEqual(rising.length > 0 ? boxOf(rising) : null);
      }),
      { numRuns: 60 },
    );
    const brush = await brushFor(brushedTable([]), CARDS, unwatched);
    expect(await brush.box('land', unwatched)).toBeNull();
    expect(await brush.look([[{ column: 'gone', of: EDGES }]], unwatched)).toEqual([new Uint32Array(0)]);
  });

  it('gives all rows back when nothing is chosen any more', async () => {
    const of = brushedTable([{ price: 0.2, pieces: 2, day: null, land: 'FR', member: false }]);
    const brush = await brushFor(of, CARDS, unwatched);
    const left = async (chosen: Selection) => (await brush.select(chosen, unwatched)).selected;
    expect(await left([{ column: 'land', bars: [1] }])).toBe(1);
    expect(await left([])).toBe(2);
    expect(brush.tell()).toEqual([]);
    expect(await left([{ column: 'gone', bars: [1] }])).toBe(2);
  });

  it('makes no step of bars that do not lie side by side, or of nothing', () => {
    expect(selectionStep([{ column: 'price', bars: [1, 3] }], CARDS)).toBeNull();
    expect(selectionStep([{ column: 'price', bars: [] }], CARDS)).toBeNull();
    expect(selectionStep([{ column: 'gone', bars: [1] }], CARDS)).toBeNull();
    expect(selectionStep([{ column: 'price', bars: [0, 2], of: EDGES }], CARDS)).toBeNull();
  });

  it('asks for weekdays and hours', () => {
    const day = (shape: 'weekdays' | 'hours', bars: readonly number[]) =>
      selectionStep([{ column: 'day', bars, of: { shape } }], CARDS)?.conditions;
    expect(day('weekdays', [6, 5])).toEqual([{ column: 'day', is: 'weekdays', values: [6, 7] }]);
    expect(day('hours', [9, 8, 10])).toEqual([{ column: 'day', is: 'hours', values: [8, 9, 10] }]);
    const blank = { column: 'day', is: 'blank' };
    const midnight = { column: 'day', is: 'hours', values: [0] };
    expect(day('hours', [0, 24])).toEqual([{ match: 'any', conditions: [midnight, blank] }]);
  });

  it('says all others and blanks as conditions', () => {
    const conditionsOf = (column: string, bars: number[]) =>
      selectionStep([{ column, bars }], CARDS)?.conditions;
    expect(conditionsOf('land', [2])).toEqual([
      { column: 'land', is: 'not-text', value: 'DE' },
      { column: 'land', is: 'not-text', value: 'FR' },
    ]);
    expect(conditionsOf('land', [3])).toEqual([{ column: 'land', is: 'blank' }]);
    expect(conditionsOf('land', [1, 3])).toEqual([
      {
        match: 'any',
        conditions: [
          { column: 'land', is: 'one-of', values: ['FR'] },
          { column: 'land', is: 'blank' },
        ],
      },
    ]);
  });
});

describe('what is told of a selection', () => {
  const random = generator(11);
  const many = 4000;
  const group = Array.from({ length: many }, () => (random() < 0.25 ? 'DE' : 'IT'));
  const of = table({
    price: group.map((land) => random() * (land === 'DE' ? 1 : 0.5)),
    pieces: group.map(() => 1 + Math.floor(random() * 3)),
    land: group,
    member: group.map((land) => random() < (land === 'DE' ? 0.8 : 0.3)),
  });
  const cards = CARDS.filter(({ name }) => name !== 'day');

  it('names what was planted, and nothing else', async () => {
    const brush = await brushFor(of, cards, unwatched);
    const { selected } = await brush.select([{ column: 'land', bars: [0] }], unwatched);
    const told = brush.tell();
    expect(told.map(({ column, is }) => [column, is])).toEqual([
      ['price', 'mean'],
      ['member', 'frequent'],
    ]);
    const member = [...columnOf(of, 'member')];
    const share = member.filter((yes, row) => yes && group[row] === 'DE').length / selected;
    const overall = member.filter((yes) => yes).length / many;
    expect(told[1]).toMatchObject({ bar: 1, share, overall, times: share / overall });
  });

  it('names a column that nearly repeats the one chosen by, and does not praise it', async () => {
    const days = group.map(() => Math.floor(random() * 119));
    const land = days.map((day) => (random() < (day < 31 ? 0.6 : 0.2) ? 'DE' : 'IT'));
    const dated = table({
      day: days.map((day) => new Date(day * DAY)),
      sent: days.map((day) => new Date((day + Math.floor(random() * 3)) * DAY)),
      code: land.map((name) => `code ${name}`),
      land,
    });
    const picture = CARDS[2]!.picture;
    const bars = (values: string[]): ColumnPicture => ({
      shape: 'bars',
      bars: values.map((value) => ({ value, count: 0 })),
      others: 0,
    });
    const brush = await brushFor(
      dated,
      [
        { name: 'day', picture },
        { name: 'sent', picture },
        { name: 'land', picture: bars(['IT', 'DE']) },
        { name: 'code', picture: bars(['code IT', 'code DE']) },
      ],
      unwatched,
    );
    await brush.select([{ column: 'day', bars: [0] }], unwatched);
    expect(brush.tell().map(({ is, column }) => [is, column])).toEqual([
      ['frequent', 'land'],
      ['frequent', 'code'],
      ['copy', 'sent'],
    ]);
    await brush.select([{ column: 'land', bars: [1] }], unwatched);
    expect(brush.tell()).toContainEqual({ is: 'copy', column: 'code', of: 'land' });
  });

  it('tells nothing of what only names things', async () => {
    const brush = await brushFor(
      of,
      cards.map((card) => ({ ...card, identifier: card.name === 'member' })),
      unwatched,
    );
    await brush.select([{ column: 'land', bars: [0] }], unwatched);
    expect(brush.tell().map(({ column }) => column)).toEqual(['price']);
  });

  it('says nothing of a selection by chance', async () => {
    const noise = table({
      land: group.map(() => (random() < 0.5 ? 'DE' : 'IT')),
      price: group.map(() => random()),
      member: group.map(() => random() < 0.4),
    });
    const brush = await brushFor(
      noise,
      cards.filter(({ name }) => name !== 'pieces'),
      unwatched,
    );
    await brush.select([{ column: 'land', bars: [0] }], unwatched);
    expect(brush.tell()).toEqual([]);
  });

  it('has room for more than 255 bars', async () => {
    const starts = Array.from({ length: 300 }, (_, day) => day * DAY);
    const days = table({ day: starts.map((start) => new Date(start)) });
    const picture: ColumnPicture = { shape: 'time', unit: 'day', starts, counts: starts.map(() => 1) };
    const brush = await brushFor(days, [{ name: 'day', picture }], unwatched);
    expect(brush).toBeInstanceOf(Brush);
    const { selected } = await brush.select([{ column: 'day', bars: [260, 261] }], unwatched);
    expect(selected).toBe(2);
  });
});

describe.skipIf(!hasRealFiles)('the bars of real files (skipped where ../shared/data is absent)', () => {
  it.each(['customers/attrition.csv', 'customers/credit_data.csv', 'campaigns/hillstrom.csv'])(
    '%s: the brush counts as the cards do',
    async (file) => {
      const { table: read } = await readTable(realFile(file), {}, unwatched);
      const cards = await overviewOf(read, { roles: new Map(), identifiers: new Set() }, unwatched);
      const { counts } = await (await brushFor(read, cards, unwatched)).select([], unwatched);
      const drawn = cards.map(({ name, picture, missing }) => ({
        column: name,
        counts: Uint32Array.from([...countsIn(picture), missing]),
      }));
      expect(counts).toEqual(drawn);
    },
  );
});

function countsIn(picture: ColumnPicture): readonly number[] {
  switch (picture.shape) {
    case 'histogram':
      return [picture.below, ...picture.counts, picture.above];
    case 'bars':
      return [...picture.bars.map(({ count }) => count), picture.others];
    case 'time':
      return picture.counts;
    case 'none':
      return [];
  }
}
