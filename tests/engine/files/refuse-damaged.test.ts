import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { EngineError } from '../../../src/engine/errors';
import { bytesSource } from '../../../src/engine/files/source';
import { tableSource } from '../../../src/engine/files/spreadsheet-source';
import { generator } from '../../../src/engine/stats/random';
import { unwatched } from '../../../src/engine/work';

/** A workbook of 400 rows, packed as Excel packs it. */
function workbook(bookType: 'xlsx' | 'ods'): Uint8Array {
  const rows = Array.from({ length: 400 }, (_, row) => ({
    customer: `C-${row % 50}`,
    amount: (row * 37) % 91,
    note: `line ${row}`,
  }));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.json_to_sheet(rows), 'Orders');
  return new Uint8Array(XLSX.write(book, { bookType, type: 'array', compression: true }) as ArrayBuffer);
}

/** What becomes of the bytes: the reason they are refused for, or that they open. */
const fate = (bytes: Uint8Array): Promise<string> =>
  tableSource(bytesSource('orders.xlsx', bytes), {}, unwatched).then(
    () => 'opens',
    (error: unknown) => (error instanceof EngineError ? error.code : 'thrown'),
  );

describe('a spreadsheet with changed bytes', { timeout: 60_000 }, () => {
  it.each(['xlsx', 'ods'] as const)('opens or is refused, and never runs on: %s', async (type) => {
    const whole = workbook(type);
    expect(await fate(whole)).toBe('opens');
    const random = generator(type.length);
    for (let round = 0; round < 60; round++) {
      const bytes = whole.slice();
      for (let change = 0; change < 2; change++)
        bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
      expect(await fate(bytes)).not.toBe('thrown');
    }
  });

  it('is called damaged where a part does not unpack', async () => {
    const bytes = workbook('xlsx');
    // The largest part lies in the middle; a stretch of it is overwritten.
    bytes.fill(0xff, Math.floor(bytes.length * 0.4), Math.floor(bytes.length * 0.5));
    await expect(tableSource(bytesSource('orders.xlsx', bytes), {}, unwatched)).rejects.toMatchObject({
      code: 'unreadable-file',
      details: { reason: 'damaged' },
    });
  });
});
