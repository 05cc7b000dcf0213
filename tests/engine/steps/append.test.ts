import { describe, expect, it } from 'vitest';
import type { ColumnTable } from 'arquero';
import { append } from '../../../src/engine/steps/append';
import { kindsOf } from '../../../src/engine/recipe/source-table';
import type { KnownSource, SourceTables } from '../../../src/engine/recipe/step';
import { metaOf, withMeta } from '../../../src/engine/table/meta';
import { keep } from '../../../src/engine/table/table';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const october = table({ id: ['a', 'b'], amount: [1, 2], day: [new Date(0), null] });
const november = table({ amount: [3, null], ID: ['b', 'c'], day: [null, new Date(86_400_000)] });

const filesOf = (...tables: ColumnTable[]): SourceTables =>
  new Map(tables.map((one, index) => [index, { name: `file ${index}.csv`, table: one }]));
const known = (...tables: ColumnTable[]): KnownSource[] =>
  tables.map((one) => ({ name: 'other.csv', columns: kindsOf(one) }));
const appended = (first: ColumnTable, other: ColumnTable, params: object = {}) =>
  learnAndApply(append, first, { sources: [1], ...params }, filesOf(first, other));

describe('append', () => {
  it('puts rows below, matching columns by name whatever their order, case, blanks and marks', async () => {
    const { table: after, counts } = await appended(october, november);
    expect(cellsOf(after)).toEqual({
      id: ['a', 'b', 'b', 'c'],
      amount: [1, 2, 3, null],
      day: [new Date(0), null, null, new Date(86_400_000)],
    });
    expect(counts).toEqual({ rows: 2, 'rows:1': 2, blankColumns: 0, newColumns: 0, asText: 0 });
    tableEqual(october, table({ id: ['a', 'b'], amount: [1, 2], day: [new Date(0), null] }));
  });

  it('takes several files in the order given', async () => {
    const [one, two, three] = [table({ n: [1] }), table({ n: [2] }), table({ n: [3] })];
    const files = filesOf(one, two, three);
    const { table: after, counts } = await learnAndApply(append, one, { sources: [2, 1] }, files);
    expect(cellsOf(after)).toEqual({ n: [1, 3, 2] });
    expect(counts).toMatchObject({ rows: 2, 'rows:1': 1, 'rows:2': 1 });
  });

  it('leaves blanks where a file lacks a column, and puts new columns behind', async () => {
    const { table: after, counts } = await appended(
      table({ id: ['a'], shop: ['x'] }),
      table({ id: ['b'], vip: [true] }),
    );
    expect(cellsOf(after)).toEqual({ id: ['a', 'b'], shop: ['x', null], vip: [null, true] });
    expect(counts).toMatchObject({ blankColumns: 2, newColumns: 1 });
  });

  it('makes text of a column whose kind differs, and says which', async () => {
    const {
      table: after,
      counts,
      notes,
    } = await appended(
      table({ id: [17850, 2.5, null], on: [true, false, true] }),
      table({ id: ['A1', null, '7'], on: [new Date(0), null, null] }),
    );
    expect(cellsOf(after)).toEqual({
      id: ['17850', '2.5', null, 'A1', null, '7'],
      on: ['yes', 'no', 'yes', '1970-01-01', null, null],
    });
    expect([counts.asText, notes]).toEqual([2, ['as-text:id', 'as-text:on']]);
  });

  it('lets a column without any value take the kind it has elsewhere', async () => {
    const { table: after, counts } = await appended(table({ n: [null, null] }), table({ n: ['x', 'y'] }));
    expect(cellsOf(after)).toEqual({ n: [null, null, 'x', 'y'] });
    expect(counts.asText).toBe(0);
    const { columns } = append.combines!(
      { sources: [1] },
      kindsOf(table({ n: [null] })),
      known(table({ n: ['x'] })),
    );
    expect(columns).toEqual([{ name: 'n', kind: 'text', blank: false }]);
  });

  it('matches columns that were said to be the same, before those of equal names', async () => {
    const renamed = [{ column: 'buyer', as: 'id' }];
    const { table: after } = await appended(table({ id: ['a'] }), table({ buyer: ['b'], id: ['row 1'] }), {
      renamed,
    });
    expect(cellsOf(after)).toEqual({ id: ['a', 'b'], 'id (2)': [null, 'row 1'] });
  });

  it('does not guess where two names differ only in how they are written', async () => {
    const { table: after } = await appended(table({ 'a b': [1], a_b: [2] }), table({ AB: [3] }));
    expect(cellsOf(after)).toEqual({ 'a b': [1, null], a_b: [2, null], AB: [null, 3] });
  });

  it('says which file each row is from, where it is asked to', async () => {
    const { table: after } = await appended(table({ n: [1, 2] }), table({ n: [3] }), {
      sourceFile: 'source_file',
    });
    expect(cellsOf(after).source_file).toEqual(['file 0.csv', 'file 0.csv', 'file 1.csv']);
    const params = { sources: [1], sourceFile: 'from' };
    expect(append.adds(params)).toEqual(['from']);
    const { faults } = append.combines!(params, kindsOf(table({ n: [1] })), known(table({ from: [1] })));
    expect(faults).toEqual([{ code: 'name-taken', details: { column: 'from' } }]);
  });

  it('keeps grain, key and roles, and takes roles of new columns', async () => {
    const first = withMeta(october, { grain: 'orders', key: 'id', roles: new Map([['id', 'customer']]) });
    const other = withMeta(table({ ID: ['c'], mail: ['c@d.e'] }), {
      roles: new Map([
        ['ID', 'customer'],
        ['mail', 'email'],
      ]),
    });
    const { grain, key, roles, sourceRows } = metaOf((await appended(first, other)).table);
    expect([grain, key, [...roles], sourceRows]).toEqual([
      'orders',
      'id',
      [
        ['id', 'customer'],
        ['mail', 'email'],
      ],
      null,
    ]);
  });

  it('numbers rows as if all sources stood one after the other, also after rows were dropped', async () => {
    const first = table({ n: [1, 2, 3] });
    const dropped = keep(first, Uint8Array.of(1, 0, 1));
    const files = filesOf(first, table({ n: [4, 5] }));
    const { table: after } = await learnAndApply(append, dropped, { sources: [1] }, files);
    expect([...metaOf(after).sourceRows!]).toEqual([0, 2, 3, 4]);
  });

  it('appends to and from empty tables', async () => {
    expect(cellsOf((await appended(table({ n: [] }), table({ n: [1] }))).table)).toEqual({ n: [1] });
    expect(cellsOf((await appended(table({ n: ['a'] }), table({ n: [] }))).table)).toEqual({ n: ['a'] });
  });

  it('refuses a source that is not there', async () => {
    const doing = learnAndApply(append, october, { sources: [3] });
    expect(await refusal(doing)).toEqual({ code: 'missing-source', details: { source: 3 } });
  });

  it('says itself in one line and names what it reads', () => {
    expect(append.describe({ sources: [1] })).toBe('Append another file');
    expect(append.describe({ sources: [1, 2] })).toBe('Append 2 other files');
    expect([append.reads({ sources: [1] }), append.sources!({ sources: [1, 2] })]).toEqual([[], [1, 2]]);
  });
});
