import { describe, expect, it } from 'vitest';
import type { ColumnTable } from 'arquero';
import { join } from '../../../src/engine/steps/join';
import { kindsOf } from '../../../src/engine/recipe/source-table';
import { metaOf, withMeta } from '../../../src/engine/table/meta';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const cells = { customer: ['a', 'b', null, 'a', 'x'], amount: [1, 2, 3, 4, 5] };
const orders = table(cells);
const customers = table({
  id: ['b', 'a', 'c'],
  mail: ['b@d.e', null, 'c@d.e'],
  age: [30, 40, 50],
  since: [new Date(0), new Date(0), null],
  vip: [true, false, true],
});
type Params = Parameters<typeof join.apply>[1];
const by = { source: 1, left: 'customer', right: 'id', matching: 'exact', how: 'left' } as const;
const same = (...names: string[]) => names.map((column) => ({ column, as: column }));
const joined = (params: Partial<Params>, first: ColumnTable = orders, other: ColumnTable = customers) =>
  learnAndApply(
    join,
    first,
    { ...by, columns: [], ...params },
    new Map([
      [0, { name: 'orders.csv', table: first }],
      [1, { name: 'customers.csv', table: other }],
    ]),
  );

describe('join', () => {
  it('brings columns of every kind to the rows whose key it has, blanks to the others', async () => {
    const { table: after, counts } = await joined({ columns: same('mail', 'age', 'since', 'vip') });
    expect(cellsOf(after)).toEqual({
      ...cells,
      mail: [null, 'b@d.e', null, null, null],
      age: [40, 30, null, 40, null],
      since: [new Date(0), new Date(0), null, new Date(0), null],
      vip: [false, true, null, false, null],
    });
    expect(counts).toEqual({
      matched: 3,
      unmatched: 2,
      unmatchedKeys: 1,
      dropped: 0,
      unused: 1,
      repeated: 0,
    });
    tableEqual(orders, table(cells));
  });

  it('drops rows without a match where only matches are wanted, and knows where the others came from', async () => {
    const { table: after, counts } = await joined({ how: 'inner', columns: same('age') });
    expect(cellsOf(after)).toEqual({ customer: ['a', 'b', 'a'], amount: [1, 2, 4], age: [40, 30, 40] });
    expect(counts.dropped).toBe(2);
    expect([...metaOf(after).sourceRows!]).toEqual([0, 1, 3]);
  });

  it('gives columns the names they are to have', async () => {
    const { table: after } = await joined({ columns: [{ column: 'age', as: 'age of the customer' }] });
    expect(cellsOf(after)['age of the customer']).toEqual([40, 30, null, 40, null]);
  });

  it('finds numbers and the same digits as text, and more only where keys may differ in writing', async () => {
    const numbers = table({ customer: [17850, 12, 7, null, 3] });
    const texts = table({ id: ['17850', ' 12', '7.0', 'A'], age: [1, 2, 3, 4] });
    const params = { columns: same('age') };
    expect(cellsOf((await joined(params, numbers, texts)).table).age).toEqual([1, null, null, null, null]);
    const alike = await joined({ ...params, matching: 'alike' }, numbers, texts);
    expect(cellsOf(alike.table).age).toEqual([1, 2, 3, null, null]);
    const letters = await joined({ ...params, matching: 'alike' }, table({ customer: ['a '] }), texts);
    expect(cellsOf(letters.table).age).toEqual([4]);
  });

  it('refuses keys that stand more than once, unless the first row of each is wanted', async () => {
    const twice = table({ id: ['a', 'a', 'b', 'b', 'c', null, null], age: [1, 2, 3, 4, 5, 6, 7] });
    expect(await refusal(joined({ columns: same('age') }, orders, twice))).toEqual({
      code: 'repeated-key',
      details: { column: 'id', source: 'customers.csv', value: 'a', count: 2 },
    });
    const { table: after, counts } = await joined({ columns: same('age'), repeated: 'first' }, orders, twice);
    expect(cellsOf(after).age).toEqual([1, 3, null, 1, null]);
    expect(counts.repeated).toBe(2);
  });

  it('carries roles that no column has yet, never that of the customer', async () => {
    const first = withMeta(orders, {
      grain: 'orders',
      key: 'customer',
      roles: new Map([['amount', 'amount']]),
    });
    const roles = new Map([
      ['id', 'customer'],
      ['mail', 'email'],
      ['age', 'amount'],
    ] as const);
    const { table: after } = await joined(
      { columns: same('id', 'mail', 'age') },
      first,
      withMeta(customers, { roles }),
    );
    expect(metaOf(after)).toMatchObject({ grain: 'orders', key: 'customer' });
    expect([...metaOf(after).roles]).toEqual([
      ['amount', 'amount'],
      ['mail', 'email'],
    ]);
  });

  it('joins empty tables and one row', async () => {
    const none = await joined({ columns: same('age') }, table({ customer: [] }));
    expect(cellsOf(none.table)).toEqual({ customer: [], age: [] });
    const empty = await joined({ columns: same('age') }, orders, table({ id: [], age: [] }));
    expect(cellsOf(empty.table).age).toEqual([null, null, null, null, null]);
    const one = await joined({ columns: same('age') }, table({ customer: ['b'] }));
    expect(cellsOf(one.table).age).toEqual([30]);
  });

  it('reports columns the other source lacks, and knows the kinds of those it has', () => {
    const params = { ...by, right: 'key', columns: same('mail', 'gone') };
    const { faults, columns } = join.combines!(params, kindsOf(orders), [
      { name: 'c.csv', columns: kindsOf(customers) },
    ]);
    expect(faults).toEqual([
      { code: 'missing-column', details: { column: 'key', file: 'c.csv' } },
      { code: 'missing-column', details: { column: 'gone', file: 'c.csv' } },
    ]);
    expect(columns.slice(0, 3)).toEqual([...kindsOf(orders), { name: 'mail', kind: 'text', blank: false }]);
  });

  it('refuses a source and a key that are not there', async () => {
    expect(await refusal(joined({ source: 2 }))).toEqual({ code: 'missing-source', details: { source: 2 } });
    expect(await refusal(joined({ left: 'gone' }))).toEqual({
      code: 'missing-column',
      details: { column: 'gone' },
    });
  });

  it('says itself in one line and names what it reads and adds', () => {
    const params = { ...by, columns: [{ column: 'age', as: 'years' }] };
    expect(join.describe(params)).toBe('Join another file by customer and id');
    expect(join.describe({ ...params, left: 'id', how: 'inner' })).toBe(
      'Join another file by id, matches only',
    );
    expect([join.reads(params), join.adds(params), join.sources!(params)]).toEqual([
      ['customer'],
      ['years'],
      [1],
    ]);
  });
});
