import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { EngineError, Stopped } from '../../../../src/engine/errors';
import { labelSource } from '../../../../src/engine/files/label-source';
import { openTable } from '../../../../src/engine/files/open-table';
import type { ReadChoice } from '../../../../src/engine/files/read-delimited';
import { bytesSource, type ByteSource } from '../../../../src/engine/files/source';
import { tableSource } from '../../../../src/engine/files/spreadsheet-source';
import { columnNames, columnOf } from '../../../../src/engine/table/table';
import { unwatched, type Progress, type Work } from '../../../../src/engine/work';
import { columnarFile, compared, expectedFacts, type FileFacts } from '../../../support/columnar';
import { written } from '../../../support/files';

const open = async (source: ByteSource, choice: ReadChoice = {}) =>
  (await openTable(source, choice, unwatched)).read;
const cellsOf = async (source: ByteSource, name: string) => [...columnOf((await open(source)).table, name)];
const refusal = async (source: ByteSource): Promise<unknown> => {
  const thrown: unknown = await open(source).catch((error: unknown) => error);
  return thrown instanceof EngineError ? { code: thrown.code, ...thrown.details } : thrown;
};
type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];
const fileOf = (columnData: Columns, options: Partial<Parameters<typeof parquetWriteBuffer>[0]> = {}) =>
  bytesSource('orders.parquet', new Uint8Array(parquetWriteBuffer({ columnData, ...options })));

const CODECS = ['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4', 'v2'] as const;
const facts = expectedFacts('parquet');

describe('openTable on Parquet', () => {
  // What DuckDB says of the same files: tests/expectations/columnar/make.mjs.
  it.each(CODECS.map((codec) => `kinds-${codec}.parquet`))('reads every kind of column: %s', async (name) => {
    const { table, report } = await open(columnarFile(name));
    const expected = facts[name] as FileFacts;
    expect(report.rows).toBe(expected.rows);
    for (const [column, of] of Object.entries(expected.columns)) {
      if (column === 'address') continue;
      const { wanted, found, ratio } = compared(columnOf(table, column), of);
      expect([column, wanted]).toMatchObject([column, found]);
      expect(ratio).toBeCloseTo(1, 12);
    }
  });

  it('gives the same cells however they are packed', async () => {
    const plain = (await open(columnarFile('kinds-uncompressed.parquet'))).table;
    for (const codec of CODECS.slice(1)) {
      const { table, report } = await open(columnarFile(`kinds-${codec}.parquet`));
      expect(report.stored?.codecs).toEqual([codec === 'v2' ? 'zstd' : codec]);
      for (const name of columnNames(plain))
        expect([name, ...columnOf(table, name)]).toEqual([name, ...columnOf(plain, name)]);
    }
  });

  it('judges texts as in a delimited file, and keeps what names something as text', async () => {
    const { report } = await open(columnarFile('kinds-snappy.parquet'));
    const of = (name: string) => report.columns.find((column) => column.name === name);
    expect(of('iso_text')).toMatchObject({ kind: 'date', format: 'YYYY-MM-DD' });
    expect(of('postcode')).toMatchObject({ kind: 'text', identifier: 'postal-code' });
    expect(of('beyond_exact')).toMatchObject({ kind: 'text', identifier: 'too-many-digits' });
    expect(of('day')).toMatchObject({ kind: 'date', format: 'YYYY-MM-DD' });
    expect(of('midnights')).toMatchObject({ kind: 'date', format: 'YYYY-MM-DD' });
    expect(of('moment_utc')?.format).toBe('YYYY-MM-DD HH:mm:ssZ');
    expect(of('words')).toMatchObject({ kind: 'text', identifier: null, stoppers: null });
  });

  it('makes columns of structs and JSON of lists and maps, leaves bytes out, and says so', async () => {
    const { table, report } = await open(columnarFile('kinds-zstd.parquet'));
    expect([...columnOf(table, 'address.street')].slice(0, 2)).toEqual(['road 0', 'road 1']);
    expect([...columnOf(table, 'address.place.name')].slice(0, 3)).toEqual(['x', null, 'x']);
    const items = [...columnOf(table, 'items')].slice(0, 3);
    expect(items).toEqual([null, '[]', '[2,null,3]']);
    expect(columnOf(table, 'props').at(3)).toBe('{"k3":3}');
    expect(report.stored).toEqual({
      format: 'parquet',
      codecs: ['zstd'],
      rewritten: expect.arrayContaining([
        { column: 'moment_utc', as: 'utc' },
        { column: 'items', as: 'json' },
        { column: 'props', as: 'json' },
      ]) as unknown,
      leftOut: [{ column: 'bytes', reason: 'binary' }],
    });
  });

  it('reads row groups one after another and tells how far it is', async () => {
    const seen: Progress[] = [];
    const work: Work = { now: () => 0, breathe: (progress) => void (progress && seen.push(progress)) };
    const { table } = (await openTable(columnarFile('groups.parquet'), {}, work)).read;
    expect([...columnOf(table, 'id')]).toEqual(Array.from({ length: 5000 }, (_, id) => String(id)));
    expect([...columnOf(table, 'amount')]).toEqual(Array.from({ length: 5000 }, (_, id) => (id % 97) / 4));
    const bytes = seen.filter(({ unit }) => unit === 'bytes').map(({ done }) => done);
    expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
    expect(seen.every(({ done, total }) => done <= total)).toBe(true);
    expect(new Set(bytes).size).toBe(9);
  });

  it('stops where it is told to', async () => {
    let calls = 0;
    const stop = () => {
      if (++calls === 5) throw new Stopped();
      return undefined;
    };
    const opening = openTable(columnarFile('groups.parquet'), {}, { now: () => 0, breathe: stop });
    await expect(opening).rejects.toBeInstanceOf(Stopped);
  });

  it('turns whole numbers into text once one is not exact, in whichever row group', async () => {
    const data = [1n, -7n, null, 9_007_199_254_740_993n, 5n, null];
    const source = fileOf([{ name: 'n', data, type: 'INT64', nullable: true }], { rowGroupSize: 2 });
    expect(await cellsOf(source, 'n')).toEqual(['1', '-7', null, '9007199254740993', '5', null]);
  });

  it('gives a column the kind that a recipe wants, where it can be had', async () => {
    const source = fileOf([
      { name: 'visits', data: [3, 4], type: 'INT32' },
      { name: 'customer_id', data: [17, 18], type: 'INT32' },
      { name: 'paid', data: ['3,5', '4'], type: 'STRING' },
    ]);
    const kinds = new Map([
      ['visits', 'text'],
      ['customer_id', 'number'],
      ['paid', 'number'],
    ] as const);
    const { table } = await open(source, { kinds, options: { decimal: ',' } });
    expect(columnNames(table).map((name) => [...columnOf(table, name)])).toEqual([
      ['3', '4'],
      [17, 18],
      [3.5, 4],
    ]);
  });

  it('takes infinite and missing numbers as missing', async () => {
    const source = fileOf([{ name: 'x', data: [1, NaN, Infinity, -Infinity], type: 'DOUBLE' }]);
    expect(await cellsOf(source, 'x')).toEqual([1, null, null, null]);
  });

  it('makes column names unique', async () => {
    const { report } = await open(
      fileOf([' a ', 'a', ''].map((name) => ({ name, data: ['x'], type: 'STRING' }))),
    );
    expect(report.columns.map(({ name }) => name)).toEqual(['a', 'a (2)', 'Column 3']);
  });

  it('writes labelled rows as CSV', async () => {
    const source = fileOf([
      { name: 'who', data: ['a, b', null], type: 'STRING', nullable: true },
      { name: 'day', data: [new Date('2024-02-29'), new Date('2024-03-01')], type: 'TIMESTAMP' },
      { name: 'paid', data: [0.1, 1e21], type: 'DOUBLE' },
    ]);
    const { report } = await open(source);
    const added = { names: ['segment'], cell: (row: number) => `s${row}` };
    const text = await tableSource(source, report.options, unwatched);
    expect(await written(labelSource(text.source, report.options, added, unwatched))).toBe(
      'who,day,paid,segment\n"a, b",2024-02-29,0.1,s0\n,2024-03-01,1e+21,s1\n',
    );
  });
});

describe('openTable on Parquet that cannot be read', () => {
  it('says that it is encrypted', async () => {
    expect(await refusal(columnarFile('encrypted.parquet'))).toMatchObject({ reason: 'encrypted' });
  });

  it('says that it has no rows', async () => {
    expect(await refusal(columnarFile('no-rows.parquet'))).toMatchObject({ code: 'header-only' });
  });

  it('names a compression it does not know', async () => {
    const keep = (bytes: Uint8Array) => bytes;
    const source = fileOf([{ name: 'n', data: [1, 2], type: 'INT32' }], {
      codec: 'LZO',
      compressors: { LZO: keep },
    });
    expect(await refusal(source)).toEqual({
      code: 'unreadable-file',
      file: 'orders.parquet',
      reason: 'unknown-codec',
      codec: 'lzo',
    });
  });

  it('gives the number of a compression that has no name', async () => {
    const source = fileOf([{ name: 'n', data: [1, 2], type: 'INT32' }]);
    const bytes = await source.read(0, source.size);
    // The name of the column as a list of one text, then the compression, numbered by zigzag: snappy is 1.
    const place = Buffer.from(bytes).lastIndexOf(Buffer.from([0x19, 0x18, 1, 0x6e, 0x15, 2]));
    expect(place).toBeGreaterThan(0);
    bytes[place + 5] = 84;
    expect(await refusal(bytesSource('orders.parquet', bytes))).toMatchObject({
      reason: 'unknown-codec',
      codec: 'compression no. 42',
    });
  });

  it.each([4, 8, 100, 10_000, 13_900])('says that it is cut off after %i bytes', async (length) => {
    const whole = columnarFile('kinds-snappy.parquet');
    const cut = bytesSource('orders.parquet', await whole.read(0, length));
    const damaged = { code: 'unreadable-file', file: 'orders.parquet', reason: 'damaged', format: 'parquet' };
    expect(await refusal(cut)).toEqual(damaged);
  });

  it('never throws anything else, nor hangs, whatever bytes were changed', { timeout: 60_000 }, async () => {
    const names = ['kinds-uncompressed', 'kinds-v2', 'kinds-snappy', 'kinds-brotli', 'kinds-lz4'];
    let state = 1;
    const random = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
      return (state >>> 8) % below;
    };
    for (let round = 0; round < 150; round++) {
      const source = columnarFile(`${names[round % names.length]!}.parquet`);
      const bytes = await source.read(0, source.size);
      for (let change = 0; change <= random(4); change++) bytes[4 + random(bytes.length - 8)] = random(256);
      const thrown: unknown = await open(source).catch((error: unknown) => error);
      expect(thrown instanceof EngineError || !(thrown instanceof Error)).toBe(true);
    }
  });
});
