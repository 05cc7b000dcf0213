import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Brush, brushFor, type Selection } from '../../../../src/engine/insight/explore/brush/brush';
import { barsIn } from '../../../../src/engine/insight/explore/brush/bars';
import { selectionStep } from '../../../../src/engine/insight/explore/brush/selection-step';
import type { ColumnOverview, ColumnPicture } from '../../../../src/engine/insight/explore/overview-of';
import { generator } from '../../../../src/engine/stats/random';
import { filterRows } from '../../../../src/engine/steps/filter-rows';
import { unwatched } from '../../../../src/engine/work';
import { columnOf } from '../../../../src/engine/table/table';
import { readTable } from '../../../../src/engine/files/read-table';
import { overviewOf } from '../../../../src/engine/insight/explore/overview-of';
import { hasRealFiles, realFile } from '../../../support/files';
import { table } from '../../../support/tables';

type Card = Pick<ColumnOverview, 'name' | 'kind' | 'picture'>;

const DAY = 86_400_000;
const MONTHS = [0, 31, 59, 90].map((day) => day * DAY);
const TENTHS: ColumnPicture = {
  shape: 'histogram',
  from: 0,
  to: 1,
  counts: new Array<number>(10).fill(0),
  below: 0,
  above: 1,
};
const CARDS: readonly Card[] = [
  { name: 'price', kind: 'number', picture: TENTHS },
  {
    name: 'pieces',
    kind: 'number',
    picture: {
      shape: 'bars',
      bars: [1, 2, 3].map((value) => ({ value: String(value), count: 0 })),
      others: 0,
    },
  },
  {
    name: 'day',
    kind: 'date',
    picture: { shape: 'time', unit: 'month', starts: MONTHS, counts: [0, 0, 0, 0] },
  },
  {
    name: 'land',
    kind: 'text',
    picture: { shape: 'bars', bars: ['DE', 'FR'].map((value) => ({ value, count: 0 })), others: 0 },
  },
  {
    name: 'member',
    kind: 'boolean',
    picture: { shape: 'bars', bars: ['no', 'yes'].map((value) => ({ value, count: 0 })), others: 0 },
  },
];
/** So many of each card are bars to choose from; of the answers two. */
const barsOf = ({ kind, picture }: Card) => (kind === 'boolean' ? 2 : barsIn(picture));

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const rows = fc.array(
  fc.record({
    price: maybe(fc.integer({ min: -2, max: 12 }).map((tenths) => tenths / 10)),
    pieces: maybe(fc.integer({ min: 1, max: 5 })),
    day: maybe(fc.integer({ min: 0, max: 4 * 119 }).map((quarters) => new Date((quarters * DAY) / 4))),
    land: maybe(fc.constantFrom('DE', 'FR', 'IT', 'ES')),
    member: maybe(fc.boolean()),
  }),
  { minLength: 1, maxLength: 60 },
);
type Row = {
  price: number | null;
  pieces: number | null;
  day: Date | null;
  land: string | null;
  member: boolean | null;
};

const tableOf = (cells: readonly Row[]) =>
  table({
    price: [0.5, ...cells.map(({ price }) => price)],
    pieces: [1, ...cells.map(({ pieces }) => pieces)],
    day: [new Date(0), ...cells.map(({ day }) => day)],
    land: ['DE', ...cells.map(({ land }) => land)],
    member: [true, ...cells.map(({ member }) => member)],
  });

/** Side by side, where the bars have an order. */
const choice = (card: Card) =>
  fc
    .tuple(fc.nat(barsOf(card) - 1), fc.nat(barsOf(card) - 1))
    .map(([a, b]) => Array.from({ length: Math.abs(a - b) + 1 }, (_, i) => Math.min(a, b) + i))
    .map((bars) => ({ column: card.name, bars }));
const selection: fc.Arbitrary<Selection> = fc
  .subarray([...CARDS], { minLength: 1, maxLength: 3 })
  .chain((cards) => fc.tuple(...cards.map(choice)));

/** Which bar each cell is in, one cell at a time and without codes; null for none. */
const naiveBar: Record<string, (cell: unknown) => number | null> = {
  price: (cell) =>
    cell === null
      ? null
      : (cell as number) < 0
        ? 0
        : (cell as number) >= 1
          ? 11
          : Math.min(9, Math.round((cell as number) * 10)) + 1,
  pieces: (cell) => (cell === null ? null : Math.min(4, cell as number) - 1),
  day: (cell) =>
    cell === null ? null : MONTHS.filter((start) => start <= (cell as Date).getTime()).length - 1,
  land: (cell) => (cell === null ? null : cell === 'DE' ? 0 : cell === 'FR' ? 1 : 2),
  member: (cell) => (cell === null ? null : Number(cell)),
};

describe('brush', () => {
  it('counts as a naive filter does, whatever was chosen before', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.array(selection, { minLength: 1, maxLength: 4 }), async (cells, moves) => {
        const of = tableOf(cells);
        const brush = await brushFor(of, CARDS, unwatched);
        const bars = CARDS.map(({ name }) => [...columnOf(of, name)].map(naiveBar[name]!));
        for (const chosen of moves) {
          const passes = (row: number, but: string) =>
            chosen.every(({ column, bars: wanted }) => {
              const bar = bars[CARDS.findIndex(({ name }) => name === column)]![row]!;
              return column === but || (bar !== null && wanted.includes(bar));
            });
          const every = Array.from({ length: of.numRows() }, (_, row) => row);
          const counts = CARDS.map((card, c) => ({
            column: card.name,
            counts: Uint32Array.from(
              { length: barsIn(card.picture) },
              (_, bar) => every.filter((row) => bars[c]![row] === bar && passes(row, card.name)).length,
            ),
          }));
          const found = brush.select(chosen);
          expect(found.counts).toEqual(counts);
          expect(found.selected).toBe(every.filter((row) => passes(row, '')).length);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('becomes a step that keeps the same rows', async () => {
    await fc.assert(
      fc.asyncProperty(rows, selection, async (cells, chosen) => {
        const of = tableOf(cells);
        const brush = await brushFor(of, CARDS, unwatched);
        const { selected } = brush.select(chosen);
        const kept = await filterRows.apply(of, selectionStep(chosen, CARDS)!, null, unwatched);
        expect(kept.table.numRows()).toBe(selected);
      }),
      { numRuns: 200 },
    );
  });

  it('gives all rows back when nothing is chosen any more', async () => {
    const of = tableOf([{ price: 0.2, pieces: 2, day: null, land: 'FR', member: false }]);
    const brush = await brushFor(of, CARDS, unwatched);
    expect(brush.select([{ column: 'land', bars: [1] }]).selected).toBe(1);
    expect(brush.select([]).selected).toBe(2);
    expect(brush.tell()).toEqual([]);
    expect(brush.select([{ column: 'gone', bars: [1] }]).selected).toBe(2);
  });

  it('makes no step of bars that do not lie side by side, or of nothing', () => {
    expect(selectionStep([{ column: 'price', bars: [1, 3] }], CARDS)).toBeNull();
    expect(selectionStep([{ column: 'price', bars: [] }], CARDS)).toBeNull();
    expect(selectionStep([{ column: 'gone', bars: [1] }], CARDS)).toBeNull();
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
    const { selected } = brush.select([{ column: 'land', bars: [0] }]);
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

  it('tells nothing of what only names things', async () => {
    const brush = await brushFor(
      of,
      cards.map((card) => ({ ...card, identifier: card.name === 'member' })),
      unwatched,
    );
    brush.select([{ column: 'land', bars: [0] }]);
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
    brush.select([{ column: 'land', bars: [0] }]);
    expect(brush.tell()).toEqual([]);
  });

  it('has room for more than 255 bars', async () => {
    const starts = Array.from({ length: 300 }, (_, day) => day * DAY);
    const days = table({ day: starts.map((start) => new Date(start)) });
    const picture: ColumnPicture = { shape: 'time', unit: 'day', starts, counts: starts.map(() => 1) };
    const brush = await brushFor(days, [{ name: 'day', picture }], unwatched);
    expect(brush).toBeInstanceOf(Brush);
    expect(brush.select([{ column: 'day', bars: [260, 261] }]).selected).toBe(2);
  });
});

describe.skipIf(!hasRealFiles)('the bars of real files (skipped where ../shared/data is absent)', () => {
  it.each(['customers/attrition.csv', 'customers/credit_data.csv', 'campaigns/hillstrom.csv'])(
    '%s: the brush counts as the cards do',
    async (file) => {
      const { table: read } = await readTable(realFile(file), {}, unwatched);
      const cards = await overviewOf(read, { roles: new Map(), identifiers: new Set() }, unwatched);
      const { counts } = (await brushFor(read, cards, unwatched)).select([]);
      const drawn = cards.map(({ name, picture }) => ({
        column: name,
        counts: Uint32Array.from(countsIn(picture)),
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
