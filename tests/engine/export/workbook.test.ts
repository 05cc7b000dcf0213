import { unzipSync } from 'fflate';
import { read as sheetjs, utils } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { newNotes } from '../../../src/engine/export/export-notes';
import { packedByHand, packed } from '../../../src/engine/export/pack';
import { columnLetters } from '../../../src/engine/export/xlsx/sheet-cells';
import { xlsxFile } from '../../../src/engine/export/xlsx/xlsx-file';
import { Stopped } from '../../../src/engine/errors';
import { everyColumn } from '../../../src/engine/export/book-tables';
import { take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { bytesOf } from '../../support/odd-table';
import { table } from '../../support/tables';

async function* parts(...texts: string[]) {
  await Promise.resolve();
  for (const text of texts) yield new TextEncoder().encode(text);
}
const book = (made: ReturnType<typeof table>, notes = newNotes(), limits = {}) =>
  bytesOf(
    xlsxFile([{ name: 'Customers', table: made, columns: everyColumn(made) }], unwatched, notes, limits),
  );
const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

describe('xlsxFile', () => {
  it('goes on in further sheets, and says so', async () => {
    const notes = newNotes();
    const bytes = await book(table({ n: [1, 2, 3, 4, 5] }), notes, { sheetRows: 3 });
    const { SheetNames, Sheets } = sheetjs(bytes);
    expect(SheetNames).toEqual(['Customers', 'Customers 2', 'Customers 3']);
    expect(SheetNames.map((name) => utils.sheet_to_json(Sheets[name]!))).toEqual([
      [{ n: 1 }, { n: 2 }],
      [{ n: 3 }, { n: 4 }],
      [{ n: 5 }],
    ]);
    expect(notes.sheets).toBe(3);
  });

  it('is refused where a part gets larger than spreadsheets read', async () => {
    const made = table({ n: [1, 2, 3] });
    await expect(book(made, newNotes(), { mostPart: 500 })).rejects.toMatchObject({
      code: 'archive-too-large',
      details: { limit: 500 },
    });
  });

  it('holds heads that begin like a formula as texts, as it does cells', async () => {
    const made = table({ '=1+1': ['=2+2', 'a'], '@b': ['-c', 'd'] });
    const sheet = sheetjs(await book(made), { cellFormula: true }).Sheets['Customers']!;
    const cells = ['A1', 'B1', 'A2', 'B2'].map((at) => sheet[at] as { t: string; v: string; f?: string });
    expect(cells.map(({ t, v, f }) => [t, v, f])).toEqual(
      ['=1+1', '@b', '=2+2', '-c'].map((text) => ['s', text, undefined]),
    );
  });

  it('tells nothing of customers who are not in it', async () => {
    const some = take(table({ mail: ['a@x.de', 'secret@x.de', 'b@x.de'] }), Uint32Array.of(0, 2));
    const files = unzipSync(await book(some));
    expect(Object.values(files).map(text).join('')).not.toContain('secret');
    expect(text(files['xl/sharedStrings.xml'])).toContain('b@x.de');
  });

  it('cuts texts a cell cannot hold, never within a character, and counts the cells', async () => {
    const notes = newNotes();
    const long = `${'x'.repeat(32_766)}😀`;
    const bytes = await book(table({ a: [long, long, 'é'.repeat(20_000)] }), notes);
    const rows = utils.sheet_to_json<{ a: string }>(sheetjs(bytes).Sheets['Customers']!);
    expect(rows.map(({ a }) => a.length)).toEqual([32_766, 32_766, 20_000]);
    expect(notes.cut).toBe(2);
  });

  it('keeps days no spreadsheet can count as text, and numbers that are none', async () => {
    const made = table({ day: [new Date('1899-12-31Z'), new Date('1900-03-01Z')], n: [Infinity, -0] });
    const rows = utils.sheet_to_json(sheetjs(await book(made)).Sheets['Customers']!);
    expect(rows).toEqual([
      { day: '1899-12-31', n: 'Infinity' },
      { day: 61, n: 0 },
    ]);
  });

  it('is the same file each time', async () => {
    const made = table({ a: ['x', 'y'], n: [1, 2] });
    expect(await book(made)).toEqual(await book(made));
  });

  it('writes a head alone for a table without rows', async () => {
    const { Sheets } = sheetjs(await book(table({ a: [], b: [] })));
    expect(utils.sheet_to_json(Sheets['Customers']!, { header: 1 })).toEqual([['a', 'b']]);
  });

  it('stops when it is asked to', async () => {
    const work = {
      now: () => 0,
      breathe: () => {
        throw new Stopped();
      },
    };
    const made = table({ a: ['x'] });
    const writing = bytesOf(
      xlsxFile([{ name: 'A', table: made, columns: everyColumn(made) }], work, newNotes()),
    );
    await expect(writing).rejects.toBeInstanceOf(Stopped);
  });

  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('calls column %i %s', (at, letters) => expect(columnLetters(at)).toBe(letters));
});

describe('packed', () => {
  it('packs the same by hand where the host cannot', async () => {
    const long = Array.from({ length: 20 }, (_, at) => `line ${at} `.repeat(3000));
    const { inflateSync } = await import('fflate');
    const both = [packed(parts(...long)), packedByHand(parts(...long))].map(bytesOf);
    const [host, hand] = (await Promise.all(both)).map((bytes) => text(inflateSync(bytes)));
    expect([host, hand]).toEqual([long.join(''), long.join('')]);
  });
});
