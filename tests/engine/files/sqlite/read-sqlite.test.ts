import { describe, expect, it } from 'vitest';
import { EngineError, Stopped } from '../../../../src/engine/errors';
import { openTable } from '../../../../src/engine/files/open-table';
import type { ReadChoice } from '../../../../src/engine/files/read-delimited';
import { bytesSource, type ByteSource } from '../../../../src/engine/files/source';
import { storedFindings } from '../../../../src/engine/insight/stored-findings';
import { columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { columnarFile } from '../../../support/columnar';
import { databaseOf as bytesOf } from '../../../support/database-of';

const databaseOf = (sql: string, name = 'shop.sqlite'): ByteSource => bytesSource(name, bytesOf(sql));

const open = async (source: ByteSource, choice: ReadChoice = {}) =>
  (await openTable(source, choice, unwatched)).read;
const cells = async (source: ByteSource, name: string, choice: ReadChoice = {}) => {
  const column = columnOf((await open(source, choice)).table, name);
  return [column.kind, ...column];
};
const refusal = async (source: ByteSource, choice: ReadChoice = {}): Promise<unknown> => {
  const thrown: unknown = await open(source, choice).catch((error: unknown) => error);
  return thrown instanceof EngineError ? { code: thrown.code, ...thrown.details } : thrown;
};

const SHOP = `
  create table customers (id text, name text);
  insert into customers values ('c1', 'Ann'), ('c2', 'Bo');
  create table orders (no integer, customer text, day text, amount real);
  insert into orders values (1, 'c1', '2024-02-28', 5), (2, 'c1', '2024-03-01', 7.25), (3, 'c2', null, null);
  create table empty (a);
  create view spent as select customer, sum(amount) as total from orders group by customer;
  create view lost as select * from nowhere;`;

describe('openTable on SQLite', () => {
  it('reads the largest table and lists the others that hold rows, views too', async () => {
    const { report } = await open(databaseOf(SHOP));
    expect(report.rows).toBe(3);
    expect(report.sheet).toEqual({
      format: 'sqlite',
      name: 'orders',
      preview: [
        ['no', 'customer', 'day', 'amount'],
        ['1', 'c1', '2024-02-28', '5'],
        ['2', 'c1', '2024-03-01', '7.25'],
        ['3', 'c2', '', ''],
      ],
      others: [
        {
          name: 'customers',
          rows: 2,
          preview: [['id', 'name'], ...['c1 Ann', 'c2 Bo'].map((of) => of.split(' '))],
        },
        {
          name: 'spent',
          rows: 2,
          preview: [
            ['customer', 'total'],
            ['c1', '12.25'],
            ['c2', ''],
          ],
        },
      ],
      errors: 0,
    });
    expect(report.options).toMatchObject({ sheet: 'orders', header: true, delimiter: ',' });
    const kinds = report.columns.map(({ name, kind, identifier }) => [name, kind, identifier]);
    expect(kinds).toEqual([
      ['no', 'text', 'named-identifier'],
      ['customer', 'text', 'named-identifier'],
      ['day', 'date', null],
      ['amount', 'number', null],
    ]);
  });

  it('reads another table or a view where it is chosen', async () => {
    const options = { sheet: 'spent' };
    expect(await cells(databaseOf(SHOP), 'total', { options })).toEqual(['number', 12.25, null]);
    const other = { options: { sheet: 'customers' } };
    expect(await cells(databaseOf(SHOP), 'name', other)).toEqual(['text', 'Ann', 'Bo']);
  });

  it('takes the only filled table where none has the name of last month', async () => {
    const source = databaseOf('create table march (a); insert into march values (1), (2)');
    expect((await open(source, { options: { sheet: 'february' } })).report.sheet?.name).toBe('march');
    expect(await refusal(databaseOf(SHOP), { options: { sheet: 'april' } })).toEqual({
      code: 'unreadable-file',
      file: 'shop.sqlite',
      format: 'sqlite',
      reason: 'no-such-sheet',
      sheet: 'april',
    });
  });

  it('judges a column as a whole, whatever single cells are', async () => {
    const source = databaseOf(`
      create table t (mixed, small integer, big integer, odd real, pieces blob);
      insert into t values (1, 1, 9007199254740993, 1.5, x'00ff');
      insert into t values (2.5, 2, 1, 9e999, x'01'), ('three', null, -1, -2, null);`);
    const { table, report } = await open(source);
    expect([...columnOf(table, 'mixed')]).toEqual(['1', '2.5', 'three']);
    expect(report.columns[0]?.stoppers).toEqual({
      kind: 'number',
      count: 1,
      first: [{ row: 3, value: 'three' }],
    });
    expect([...columnOf(table, 'small')]).toEqual([1, 2, null]);
    expect([...columnOf(table, 'big')]).toEqual(['9007199254740993', '1', '-1']);
    expect([...columnOf(table, 'odd')]).toEqual([1.5, null, -2]);
    expect(report.stored).toMatchObject({
      format: 'sqlite',
      leftOut: [{ column: 'pieces', reason: 'binary' }],
    });
  });

  it('turns numbers met before the first text into text, across blocks', async () => {
    const source = databaseOf(`
      create table t (v); with recursive n(i) as (select 1 union all select i + 1 from n where i < 5000)
      insert into t select case when i = 4000 then 'x' else i * 0.5 end from n`);
    const values = await cells(source, 'v');
    expect(values.length).toBe(5001);
    expect([values[1], values[3999], values[4000], values[5000]]).toEqual(['0.5', '1999.5', 'x', '2500']);
  });

  it('reads moments as texts, seconds, milliseconds and Julian days, and truth values as declared', async () => {
    const source = databaseOf(`
      create table t (iso text, s datetime, ms timestamp, j date, plain integer, ok boolean);
      insert into t values ('2024-02-29 13:00:00', 1709211600, 1709211600500, 2460370.0, 1709211600, 1);
      insert into t values ('2024-03-01 00:00:00', 1709251200, 1709251200000, 2460370.5, 1709251200, 0)`);
    const moment = (text: string) => new Date(`${text}Z`);
    const of = (name: string) => cells(source, name);
    expect(await of('iso')).toEqual(['date', moment('2024-02-29T13:00'), moment('2024-03-01T00:00')]);
    expect(await of('s')).toEqual(await of('iso'));
    expect((await of('ms'))[1]).toEqual(moment('2024-02-29T13:00:00.500'));
    expect(await of('j')).toEqual(['date', moment('2024-02-29T12:00'), moment('2024-03-01T00:00')]);
    expect((await of('plain'))[0]).toBe('number');
    expect(await of('ok')).toEqual(['boolean', true, false]);
    expect((await open(source)).report.stored?.rewritten).toEqual([
      { column: 's', as: 'unix' },
      { column: 'ms', as: 'unix' },
      { column: 'j', as: 'julian' },
    ]);
  });

  it('reads tables and columns of any name, without rowid, and with generated columns', async () => {
    const source = databaseOf(`
      create table "a ""b'" ("x y" text primary key, n int, twice int generated always as (n * 2)) without rowid;
      insert into "a ""b'" ("x y", n) values ('k', 4), ('l', 5)`);
    expect(await cells(source, 'twice')).toEqual(['number', 8, 10]);
    expect((await open(source)).report.sheet?.name).toBe(`a "b'`);
  });

  it('stops where it is told to', async () => {
    const stopped = { now: () => 0, breathe: () => Promise.reject(new Stopped()) };
    await expect(openTable(databaseOf(SHOP), {}, stopped)).rejects.toBeInstanceOf(Stopped);
  });

  // As they lay on the disk while they were written: tests/expectations/columnar/wal.py.
  it('says that newer rows may lie beside a database that is written through a -wal file', async () => {
    const { report } = await open(columnarFile('newer-rows-in-wal.sqlite'));
    expect([report.rows, report.stored?.wal]).toEqual([2, true]);
    expect(storedFindings(report.stored)).toContainEqual({
      code: 'stored-wal',
      count: 1,
      details: {},
      rows: null,
    });
  });

  it('says where the tables are if all of them lie in the -wal file', async () => {
    expect(await refusal(columnarFile('all-in-wal.sqlite'))).toEqual({
      code: 'unreadable-file',
      file: 'all-in-wal.sqlite',
      reason: 'wal-only',
      format: 'sqlite',
    });
  });
});

describe('openTable on SQLite that cannot be read', () => {
  it('says that there is no table, or none with rows', async () => {
    const none = { code: 'unreadable-file', reason: 'no-tables', format: 'sqlite' };
    expect(await refusal(databaseOf('create table t (a); drop table t'))).toMatchObject(none);
    const bare = { code: 'header-only', file: 'shop.sqlite', table: 't', format: 'sqlite' };
    expect(await refusal(databaseOf('create table t (a)'))).toEqual(bare);
  });

  it('says that it is cut off', async () => {
    const whole = databaseOf(SHOP);
    for (const length of [16, 99, 4096, whole.size - 1]) {
      const cut = bytesSource('shop.sqlite', await whole.read(0, length));
      expect(await refusal(cut)).toMatchObject({
        code: 'unreadable-file',
        reason: 'damaged',
        format: 'sqlite',
      });
    }
  });

  it('says that a file named as a database is none, or encrypted', async () => {
    const noise = Uint8Array.from({ length: 1024 }, (_, at) => (at * 197 + 254) % 256);
    expect(await refusal(bytesSource('shop.db', noise))).toEqual({
      code: 'unreadable-file',
      file: 'shop.db',
      reason: 'not-sqlite',
    });
  });

  it('says so of one that is named as a database but hides all of it, whatever its size', async () => {
    const noise = Uint8Array.from({ length: 1000 }, (_, at) =>
      at < 16 ? 0x41 + at : (at * 197 + 254) % 256,
    );
    const hidden = { code: 'unreadable-file', reason: 'not-sqlite' };
    expect(await refusal(bytesSource('shop.sqlite3', noise))).toMatchObject(hidden);
    const text = new TextEncoder().encode('a,b\n1,2\n3,4\n');
    expect((await open(bytesSource('shop.db', text))).report.rows).toBe(2);
    const utf16 = Uint8Array.from('\ufeffa,b\n1,2\n3,4\n', (letter) => letter.charCodeAt(0) & 0xff);
    const wide = new Uint8Array(utf16.length * 2).map((_, at) => (at % 2 === 0 ? utf16[at / 2]! : 0));
    wide[1] = 0xfe;
    expect((await open(bytesSource('shop.db', wide))).report.options.encoding).toBe('utf-16le');
  });

  it('counts the faults of a table that opens all the same', async () => {
    const source = databaseOf(SHOP);
    expect((await open(source)).report.stored?.faults).toBeUndefined();
    const bytes = await source.read(0, source.size);
    const page = bytes.findIndex((_, at) => at % 4096 === 0 && at >= 4096 * 2 && bytes[at] === 13);
    // One row fewer than the page holds: the third is lost.
    expect(bytes[page + 4]).toBe(3);
    bytes[page + 4] = 2;
    const { report } = await open(bytesSource('shop.sqlite', bytes), { options: { sheet: 'orders' } });
    expect([report.rows, report.stored?.faults]).toEqual([2, 1]);
    expect(storedFindings(report.stored)).toContainEqual({
      code: 'stored-faults',
      count: 1,
      details: {},
      rows: null,
    });
  });

  it('never throws anything else, whatever bytes were changed', { timeout: 60_000 }, async () => {
    const whole = databaseOf(SHOP);
    let state = 7;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    for (let round = 0; round < 60; round++) {
      const bytes = new Uint8Array(await whole.read(0, whole.size));
      for (let change = 0; change <= random(6); change++) bytes[16 + random(bytes.length - 16)] = random(256);
      const thrown: unknown = await open(bytesSource('shop.sqlite', bytes)).catch((error: unknown) => error);
      expect(thrown instanceof EngineError || !(thrown instanceof Error)).toBe(true);
    }
  });
});
