import fc from 'fast-check';
import type { Selection } from '../../src/engine/insight/explore/brush/brush';
import { barsIn, type BrushPicture } from '../../src/engine/insight/explore/brush/bars';
import type { ColumnOverview, ColumnPicture } from '../../src/engine/insight/explore/overview-of';
import { table } from './tables';

/** Small tables with a column of each kind, the cards to brush them by, and selections on these. */
export type BrushedCard = Pick<ColumnOverview, 'name' | 'kind' | 'picture'>;

export const DAY = 86_400_000;
export const MONTHS = [0, 31, 59, 90].map((day) => day * DAY);
const TENTHS: ColumnPicture = {
  shape: 'histogram',
  from: 0,
  to: 1,
  counts: new Array<number>(10).fill(0),
  below: 0,
  above: 1,
};
export const CARDS: readonly BrushedCard[] = [
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
const barsOf = ({ kind, picture }: BrushedCard) => (kind === 'boolean' ? 2 : barsIn(picture));

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
export const brushedRows = fc.array(
  fc.record({
    price: maybe(fc.integer({ min: -2, max: 12 }).map((tenths) => tenths / 10)),
    pieces: maybe(fc.integer({ min: 1, max: 5 })),
    day: maybe(fc.integer({ min: 0, max: 4 * 119 }).map((quarters) => new Date((quarters * DAY) / 4))),
    land: maybe(fc.constantFrom('DE', 'FR', 'IT', 'ES')),
    member: maybe(fc.boolean()),
  }),
  { minLength: 1, maxLength: 60 },
);
export type BrushedRow = {
  price: number | null;
  pieces: number | null;
  day: Date | null;
  land: string | null;
  member: boolean | null;
};

export const brushedTable = (cells: readonly BrushedRow[]) =>
  table({
    price: [0.5, ...cells.map(({ price }) => price)],
    pieces: [1, ...cells.map(({ pieces }) => pieces)],
    day: [new Date(0), ...cells.map(({ day }) => day)],
    land: ['DE', ...cells.map(({ land }) => land)],
    member: [true, ...cells.map(({ member }) => member)],
  });

export const EDGES: BrushPicture = { shape: 'edges', edges: [0.2, 0.5, 0.9] };
export const STEPS: BrushPicture = { shape: 'steps', ends: [0.2, 0.5, 0.9] };
export const DAYS: BrushPicture = { shape: 'days', from: 0, days: 120 };

export const CLOCKS: readonly BrushPicture[] = [{ shape: 'weekdays' }, { shape: 'hours' }];

/** Side by side, where the bars have an order; with the blanks or without them. */
const choiceIn = (column: string, picture: BrushPicture, filled: number, of?: BrushPicture) =>
  fc
    .tuple(fc.nat(filled - 1), fc.nat(filled - 1), fc.constantFrom('filled', 'both', 'blank'))
    .map(([a, b, which]) => ({
      column,
      bars: [
        ...(which === 'blank'
          ? []
          : Array.from({ length: Math.abs(a - b) + 1 }, (_, i) => Math.min(a, b) + i)),
        ...(which === 'filled' ? [] : [barsIn(picture)]),
      ],
      ...(of && { of }),
    }));
/** Larger pictures of some columns. */
const LARGER: Readonly<Record<string, readonly BrushPicture[]>> = {
  price: [EDGES, STEPS],
  day: [DAYS, ...CLOCKS],
};
const choice = (card: BrushedCard) =>
  fc.oneof(
    choiceIn(card.name, card.picture, barsOf(card)),
    ...(LARGER[card.name] ?? []).map((of) => choiceIn(card.name, of, barsIn(of), of)),
  );
export const selections: fc.Arbitrary<Selection> = fc
  .subarray([...CARDS], { minLength: 1, maxLength: 3 })
  .chain((cards) => fc.tuple(...cards.map(choice)));
