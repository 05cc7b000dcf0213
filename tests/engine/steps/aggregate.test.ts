import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { readTable } from '../../../src/engine/files/read-table';
import { kindsOf } from '../../../src/engine/recipe/source-table';
import { aggregate } from '../../../src/engine/steps/aggregate';
import { MEASURES } from '../../../src/engine/steps/aggregate/measures';
import type { Measure } from '../../../src/engine/steps/aggregate/params';
import { rfm } from '../../../src/engine/steps/rfm';
import { metaOf, withMeta } from '../../../src/engine/table/meta';
import { columnOf, take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/aggregate/aggregate.json';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

type Params = Parameters<typeof aggregate.describe>[0];
const { lines } = expected;
const small = () =>
  table({
    ...lines,
    date: lines.date.map((text) => text && new Date(text.includes('T') ? `${text}Z` : text)),
  });
const params = (measures: Measure[], more: Partial<Params> = {}): Params => ({
  customer: 'customer', date: 'date', order: 'order', amount: null, quantity: 'Quantity', price: 'price', measures, ...more,
}); // prettier-ignore

/** Every measure there is, of a column of words with one of its values and of a column of numbers. */
const all = (product: string, value: string, number: string): Measure[] => {
  const plain = ['recency', 'frequency', 'monetary', 'last-purchase', 'first-purchase', 'tenure', 'purchase-days', 'mean-gap', 'median-gap', 'deviation-gap', 'order-value', 'basket-size', 'trend', 'returned-share', 'favourite-weekday', 'weekend-share', 'repeats', 'repeat-span', 'seen-days', 'repeat-value', 'rows'] as const; // prettier-ignore
  const ofNumber = ['sum', 'mean', 'median', 'deviation', 'min', 'max', 'first', 'last'] as const;
  return [
    ...plain.map((measure) => ({ measure })),
    ...[30, 90, 365].flatMap((days): Measure[] => [
      { measure: 'spend-last', days },
      { measure: 'orders-last', days },
    ]),
    ...(['distinct', 'favourite', 'first', 'last'] as const).map((measure) => ({ measure, column: product })),
    ...(['share', 'money-share'] as const).map((measure) => ({ measure, column: product, value })),
    ...ofNumber.map((measure) => ({ measure, column: number })),
  ];
};
/** As the expectations have them: dates as days, numbers to 12 digits. */
const plain = (cell: unknown): unknown =>
  cell instanceof Date
    ? cell.toISOString().slice(0, 10)
    : typeof cell === 'number'
      ? Number(cell.toPrecision(12))
      : cell;
/** Equal but for the last digits of a sum. */
function alike(found: readonly unknown[], wanted: readonly unknown[]): void {
  expect(found.length).toBe(wanted.length);
  found.forEach((cell, i) => {
    const other = wanted[i];
    if (typeof cell === 'number' && typeof other === 'number')
      expect(Math.abs(cell - other)).toBeLessThan(1e-9 + 1e-9 * Math.abs(other));
    else expect(plain(cell)).toEqual(other);
  });
}

describe('aggregate', () => {
  it('measures what pandas measures, every measure there is', async () => {
    const measures = all('product', 'Tea', 'Quantity');
    expect(new Set(measures.map(({ measure }) => measure))).toEqual(new Set(Object.keys(MEASURES)));
    const before = small();
    const { table: after, counts, notes } = await learnAndApply(aggregate, before, params(measures));
    const cells = cellsOf(after);
    expect(new Set(Object.keys(cells))).toEqual(new Set(Object.keys(expected.small)));
    for (const [name, wanted] of Object.entries(expected.small)) alike(cells[name]!, wanted);
    expect(counts).toMatchObject({
      customers: 6,
      returnsOnly: 1,
      returnedRows: 2,
      withoutCustomer: 1,
      withoutDate: 1,
      withoutMoney: 1,
      withoutOrder: 2,
    });
    expect(notes).toEqual([]);
    tableEqual(before, small());
  });

  it('gives the figures of rfm, to the last digit', async () => {
    const three = params(
      [
        { measure: 'recency' },
        { measure: 'frequency' },
        { measure: 'monetary' },
        { measure: 'last-purchase' },
      ],
      { keep: ['product'] },
    );
    const { measures: _, ...same } = three;
    const [made, other] = [
      await learnAndApply(aggregate, small(), three),
      await learnAndApply(rfm, small(), { ...same, date: 'date' }),
    ];
    tableEqual(made.table, other.table);
    expect(made.fit).toEqual(other.fit);
    expect(made.counts).toEqual(other.counts);
    const { grain, key, roles } = metaOf(other.table);
    expect(metaOf(made.table)).toMatchObject({ grain, key, roles });
  });

  it('makes columns of the kinds and names it says, whatever the order of rows', async () => {
    const measures = all('product', 'Tea', 'Quantity');
    const said = params([
      ...measures,
      { measure: 'min', column: 'date' },
      { measure: 'first', column: 'product', as: 'first thing' },
    ]);
    const before = small();
    const { table: after } = await learnAndApply(aggregate, before, said);
    expect(after.columnNames()).toEqual(aggregate.adds(said));
    const made = new Map(
      aggregate.makes!(said, new Map(kindsOf(before).map(({ name, kind }) => [name, kind]))),
    );
    for (const { name, kind } of kindsOf(after))
      expect([name, kind]).toEqual([name, made.get(name) ?? 'number']);
    const turned = take(
      small(),
      Uint32Array.from({ length: 18 }, (_, i) => 17 - i),
    );
    const { table: backwards } = await learnAndApply(
      aggregate,
      turned,
      params(measures.filter(({ measure }) => !['first', 'last'].includes(measure))),
    );
    const at = cellsOf(backwards).customer!.map((who) => expected.small.customer.indexOf(String(who)));
    for (const [name, cells] of Object.entries(cellsOf(backwards)))
      alike(
        cells,
        at.map((i) => expected.small[name as 'frequency'][i]),
      );
  });

  it('counts an order’s total once, in every measure of money', async () => {
    const rows = {
      customer: ['a', 'a', 'a', 'b', 'b', 'a'],
      order: ['1', '1', '2', '3', '3', 'C1'],
      date: [1, 1, 40, 41, 41, 1].map((day) => new Date(Date.UTC(2024, 0, day))),
      paid: [10, 10, 5, 7, 7, -10],
      what: ['x', 'y', 'x', 'x', 'y', 'x'],
    };
    const choice = params(
      [
        { measure: 'monetary' },
        { measure: 'order-value' },
        { measure: 'spend-last', days: 30 },
        { measure: 'returned-share' },
      ],
      { amount: 'paid', quantity: null, price: null },
    );
    const { table: after, notes } = await learnAndApply(aggregate, table(rows), choice);
    const { customer: _, ...cells } = cellsOf(after);
    expect(cells).toEqual({
      monetary: [5, 7],
      mean_order_value: [7.5, 7],
      spend_30d: [5, 7],
      returned_share: [10 / 15, 0],
    });
    expect(notes).toEqual(['order-totals']);
  });

  it('takes rows without a date or money, where nothing asks for them', async () => {
    const rows = { customer: ['a', 'b', 'a', null], what: ['x', 'y', 'y', 'x'], size: [1, 2, 4, 8] };
    const choice = params(
      [
        { measure: 'rows' },
        { measure: 'sum', column: 'size' },
        { measure: 'last', column: 'what' },
        { measure: 'favourite', column: 'what' },
      ],
      { date: null, order: null, quantity: null, price: null },
    );
    const { table: after, fit, counts, notes } = await learnAndApply(aggregate, table(rows), choice);
    expect(cellsOf(after)).toEqual({
      customer: ['a', 'b'],
      rows: [2, 1],
      size_sum: [5, 2],
      what_last: ['y', 'y'],
      what_favourite: ['x', 'y'],
    });
    expect([fit, notes]).toEqual([{ referenceDate: null, orderTotals: false }, []]);
    expect(counts).toEqual({
      customers: 2,
      returnsOnly: 0,
      returnedMoney: 0,
      returnedRows: 0,
      withoutCustomer: 1,
      withoutDate: 0,
      afterReference: 0,
    });
  });

  it('counts to the day it is given, and on reuse to the day learnt or after the last', async () => {
    const choice = params([{ measure: 'spend-last', days: 30 }, { measure: 'tenure' }]);
    const given = { ...choice, referenceDate: '2024-03-05' };
    const { table: early } = await learnAndApply(aggregate, small(), given);
    // The day counted to is not among the days before it.
    expect(cellsOf(early).spend_30d).toEqual([25.5, 12, 0, 0, 0, 0]);
    const fit = { referenceDate: '2024-03-01', orderTotals: false };
    const moved = await aggregate.apply(small(), choice, fit, unwatched);
    expect([moved.used, moved.notes]).toEqual([
      { referenceDate: '2024-03-10', orderTotals: false },
      ['reference-moved'],
    ]);
    const kept = await aggregate.apply(small(), choice, { ...fit, referenceDate: '2024-12-31' }, unwatched);
    expect(cellsOf(kept.table).spend_30d).toEqual([0, 0, 0, 0, 0, 0]);
    const none = aggregate.apply(
      small(),
      choice,
      { ...fit, referenceDate: null },
      unwatched,
    ) as Promise<unknown>;
    expect((await refusal(none)).code).toBe('not-learnt');
  });

  it('knows what its columns are counted in and which are recency, frequency and money', async () => {
    const pounds = withMeta(small(), { units: new Map([['price', '£'], ['Quantity', 'kg']]), roles: new Map([['product', 'product']]) }); // prettier-ignore
    const said = params(
      [
        { measure: 'monetary', as: 'spent' },
        { measure: 'trend' },
        { measure: 'sum', column: 'Quantity' },
        { measure: 'frequency' },
        { measure: 'share', column: 'product', value: 'Tea' },
      ],
      { keep: ['product'] },
    );
    const { table: after } = await learnAndApply(aggregate, pounds, said);
    expect([...metaOf(after).units]).toEqual([
      ['spent', '£'],
      ['spend_trend', '£'],
      ['Quantity_sum', 'kg'],
    ]);
    expect([...metaOf(after).roles]).toEqual([
      ['customer', 'customer'],
      ['spent', 'monetary'],
      ['frequency', 'frequency'],
      ['product', 'product'],
    ]);
  });

  it.each<[string, Measure[], Partial<Params>, object]>([
    ['a measure without its column', [{ measure: 'sum' }], {}, { code: 'bad-params', details: { path: 'params.measures.0', reason: 'a column is missing' } }],
    ['a column it does not measure', [{ measure: 'rows', column: 'price' }], {}, { code: 'bad-params', details: { path: 'params.measures.0', reason: 'this measure is of no column' } }],
    ['a share of no value', [{ measure: 'share', column: 'product' }], {}, { code: 'bad-params', details: { path: 'params.measures.0', reason: 'a value is missing' } }],
    ['days without a number', [{ measure: 'rows' }, { measure: 'spend-last' }], {}, { code: 'bad-params', details: { path: 'params.measures.1', reason: 'a number of days is missing' } }],
    ['days where none are counted', [{ measure: 'rows', days: 3 }], {}, { code: 'bad-params', details: { path: 'params.measures.0', reason: 'this measure takes no days' } }],
    ['money where none is known', [{ measure: 'monetary' }], { price: null }, { code: 'no-money', details: {} }],
    ['days where rows have no date', [{ measure: 'tenure' }], { date: null }, { code: 'no-date', details: {} }],
    ['orders that nothing tells apart', [{ measure: 'frequency' }], { date: null, order: null }, { code: 'no-date', details: {} }],
    ['a name twice', [{ measure: 'rows' }, { measure: 'frequency', as: 'rows' }], {}, { code: 'name-taken', details: { column: 'rows' } }],
    ['the name of the key', [{ measure: 'rows', as: 'customer' }], {}, { code: 'name-taken', details: { column: 'customer' } }],
    ['no day', [{ measure: 'recency' }], { referenceDate: '2024-02-30' }, { code: 'bad-reference-date', details: { value: '2024-02-30' } }],
  ])('refuses %s', (_, measures, more, fault) => {
    expect(aggregate.refuses!(params(measures, more))).toEqual(fault);
  }); // prettier-ignore

  it('refuses a table without rows, a day before all purchases and a column that is not there', async () => {
    const choice = params([{ measure: 'rows' }]);
    const none = take(small(), new Uint32Array(0));
    expect((await refusal(learnAndApply(aggregate, none, choice))).code).toBe('no-rows-left');
    const early = learnAndApply(aggregate, small(), { ...choice, referenceDate: '2001-01-01' });
    expect((await refusal(early)).code).toBe('bad-reference-date');
    const absent = learnAndApply(aggregate, small(), params([{ measure: 'sum', column: 'weight' }]));
    expect(await refusal(absent)).toEqual({ code: 'missing-column', details: { column: 'weight' } });
    const words = learnAndApply(aggregate, small(), params([{ measure: 'sum', column: 'product' }]));
    expect((await refusal(words)).code).toBe('wrong-kind');
  });

  it('takes one row', async () => {
    const one = await learnAndApply(
      aggregate,
      take(small(), Uint32Array.of(2)),
      params(all('product', 'Tea', 'Quantity')),
    );
    const { days_between_mean: gap, spend_trend: trend, product_Tea_share: share, rows } = cellsOf(one.table);
    expect([gap, trend, share, rows]).toEqual([[null], [null], [1], [1]]);
  });

  it('says itself in one line, with all it reads', () => {
    const choice = params([
      { measure: 'sum', column: 'price' },
      { measure: 'last', column: 'product' },
    ]);
    expect(aggregate.describe(choice)).toBe('Add up orders per customer: 2 columns');
    expect(aggregate.describe(params([{ measure: 'rows' }]))).toBe('Add up orders per customer: rows');
    expect(aggregate.reads(choice)).toEqual(['customer', 'date', 'order', 'Quantity', 'price', 'product']);
    expect(v.is(aggregate.params, { ...choice, measures: [{ measure: 'average' }] })).toBe(false);
  });
});

const FILES: [file: keyof typeof expected.files, choice: Params][] = [
  [
    'online_retail_2010-2011.csv',
    params(all('StockCode', '85123A', 'UnitPrice'), {
      customer: 'CustomerID',
      date: 'InvoiceDate',
      order: 'InvoiceNo',
      price: 'UnitPrice',
    }),
  ],
  [
    'Retail_Data_Transactions.csv',
    params(
      all('tran_amount', '', 'tran_amount')
        .filter(({ column, value }) => column === undefined || value === undefined)
        .filter(
          ({ measure }, i, list) =>
            measure !== 'distinct' &&
            measure !== 'favourite' &&
            list.findIndex((one) => one.measure === measure && !['first', 'last'].includes(measure)) <= i,
        ),
      {
        customer: 'customer_id',
        date: 'trans_date',
        order: null,
        amount: 'tran_amount',
        quantity: null,
        price: null,
      },
    ),
  ],
];

describe.skipIf(!hasRealFiles)('aggregate on real orders (skipped where ../shared/data is absent)', () => {
  it.each(FILES)('gives the customers of %s what pandas gives', { timeout: 60_000 }, async (file, choice) => {
    const { table: read } = await readTable(realFile(`transactions/${file}`), {}, unwatched);
    const { table: after } = await learnAndApply(aggregate, read, choice);
    const { customers, ...columns } = expected.files[file];
    expect(after.numRows()).toBe(customers);
    for (const [name, wanted] of Object.entries(
      columns as Record<string, { sum: number; blank: number; some: unknown[] }>,
    )) {
      const cells = [...columnOf(after, name)].map(plain);
      const there = cells.filter((cell) => cell !== null);
      alike(
        cells.filter((_, i) => i % 97 === 0),
        wanted.some,
      );
      const isDay = columnOf(after, name).kind === 'date';
      const total = there.reduce<number>(
        (sum, cell) =>
          sum +
          (typeof cell === 'number'
            ? cell
            : isDay
              ? Date.parse(String(cell)) / 86_400_000
              : String(cell).length),
        0,
      );
      expect([name, cells.length - there.length]).toEqual([name, wanted.blank]);
      expect(Math.abs(total / wanted.sum - 1) < 1e-9 || total === wanted.sum).toBe(true);
    }
  });
});
