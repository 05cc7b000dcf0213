import { describe, expect, it } from 'vitest';
import { firstRows } from '../../../src/engine/files/first-rows';
import { readTable } from '../../../src/engine/files/read-table';
import type { ByteSource } from '../../../src/engine/files/source';
import { packCells } from '../../../src/engine/table/packed';
import { columnNames, columnOf } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { fileOf } from '../../support/files';

const look = (source: ByteSource) => firstRows(source, {}, unwatched);

/** An order file of so many rows: 40 goods, a customer for every 20 rows, an order for every 2. */
function orders(rows: number): ByteSource {
  const line = (at: number) =>
    `O${at >> 1},${(at * 7) % 40} things,2024-01-${String((at % 28) + 1).padStart(2, '0')},${at % 9}.5,C-${((at * 0x9e3779b1) >>> 0) % Math.ceil(rows / 20)}`;
  return fileOf(
    `order,thing,date,amount,customer\n${Array.from({ length: rows }, (_, at) => line(at)).join('\n')}\n`,
  );
}

describe('firstRows', () => {
  it('shows the first 50 rows, the names and what the columns are taken for', async () => {
    const found = await look(orders(200));
    expect(found.names).toEqual(['order', 'thing', 'date', 'amount', 'customer']);
    expect(found.kinds).toEqual(['text', 'text', 'date', 'number', 'text']);
    expect(found.rows).toHaveLength(50);
    expect(found.rows[0]).toEqual(['O0', '0 things', '2024-01-01', '0.5', 'C-0']);
    expect(found.estimatedRows).toBe(200);
    expect(found.options.delimiter).toBe(',');
  });

  it('makes names up where the file has none', async () => {
    const found = await look(fileOf('5;2,5\n6;3,5\n7;4,5\n'));
    expect(found.names).toEqual(['Column 1', 'Column 2']);
    expect(found.rows).toEqual([
      ['5', '2,5'],
      ['6', '3,5'],
      ['7', '4,5'],
    ]);
    expect(found.kinds).toEqual(['number', 'number']);
  });

  it('reads the first megabyte and the last 64 kB only, and foretells rows and memory of the rest', async () => {
    const source = orders(150_000);
    let fetched = 0;
    const watchedSource: ByteSource = {
      ...source,
      read: (start, end) => {
        fetched += end - start;
        return source.read(start, end);
      },
    };
    const found = await look(watchedSource);
    expect(fetched).toBeLessThanOrEqual((1 << 20) + (1 << 16) + 1);
    const { table } = await readTable(source, {}, unwatched);
    const cells = columnNames(table).flatMap((name) => packCells(columnOf(table, name)));
    const bytes = cells.reduce((sum, part) => sum + part.length, 0);
    expect(Math.abs(found.estimatedRows / 150_000 - 1)).toBeLessThan(0.05);
    expect(found.expectedBytes / bytes).toBeGreaterThan(0.9);
    expect(found.expectedBytes / bytes).toBeLessThan(1.3);
  });

  it('knows the memory of a small file exactly', async () => {
    const { table } = await readTable(orders(300), {}, unwatched);
    const cells = columnNames(table).flatMap((name) => packCells(columnOf(table, name)));
    const bytes = cells.reduce((sum, part) => sum + part.length, 0);
    const { expectedBytes } = await look(orders(300));
    // One more offset per dictionary of text: three here.
    expect(expectedBytes).toBe(bytes - 3 * 4);
  });

  it('refuses what is no table', async () => {
    await expect(look(fileOf('%PDF-1.7 …'))).rejects.toMatchObject({ code: 'not-a-table' });
    await expect(look(fileOf(''))).rejects.toMatchObject({ code: 'empty-file' });
  });
});
