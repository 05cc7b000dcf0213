import fc from 'fast-check';
import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fileOf, hasRealFiles, PLAIN, realPath, records } from '../../support/files';
import { readRaw } from '../../../src/engine/files/read-raw';
import { unwatched } from '../../../src/engine/work';

const byPapa = (text: string, delimiter = ',', quoteChar = '"'): string[][] =>
  Papa.parse<string[]>(text, { delimiter, quoteChar, skipEmptyLines: true }).data;

const slices = fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 200 }));
const delimiters = fc.constantFrom(',', ';', '\t', '|');
/** Text full of what makes parsing hard. */
const fragments = fc.constantFrom(
  'a',
  'b',
  ' ',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  'é',
  '日本',
  '😀',
  '\u00a0',
  '1.5',
  '\\',
  "'",
);
const field = fc.array(fragments, { maxLength: 6 }).map((parts) => parts.join(''));
const fieldWithLines = fc
  .array(fc.oneof(fragments, fc.constantFrom('\n', '\r\n')), { maxLength: 6 })
  .map((parts) => parts.join(''));
const lineEnds = fc.constantFrom('\n', '\r\n', '\r');

describe('readRaw', () => {
  it('gives what was written, whatever the cells hold and however the bytes are cut', async () => {
    const table = fc.array(fc.array(fieldWithLines, { minLength: 1, maxLength: 5 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(table, delimiters, lineEnds, slices, async (rows, delimiter, newline, slice) => {
        const kept = rows.filter((row) => row.length > 1 || row[0] !== '');
        const text = Papa.unparse(kept, { delimiter, newline });
        expect(await records(text, { delimiter }, slice)).toEqual(kept);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('takes malformed quotes as PapaParse does', async () => {
    // PapaParse knows one line end per text and guesses it, so these texts have only one.
    const line = fc.array(field, { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 6 }),
        delimiters,
        lineEnds,
        slices,
        async (rows, delimiter, newline, slice) => {
          const text = rows.map((row) => row.join(delimiter)).join(newline);
          const expected = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: true }).data;
          expect(await records(text, { delimiter }, slice)).toEqual(expected);
        },
      ),
      { numRuns: 2000, seed: 2 },
    );
  });

  it.each([
    ['quotes inside a plain cell', 'a,b"c,d\n', [['a', 'b"c', 'd']]],
    ['a doubled quote', '"a ""b"" c"\n', [['a "b" c']]],
    ['blanks behind a closing quote', '"a"  ,b\n', [['a', 'b']]],
    ['a quote that does not close', '"a"b",c\n', [['a"b', 'c']]],
    ['a cell that is never closed', 'x,"a\nb ""c""', [['x', 'a\nb ""c""']]],
    ['a blank before a quote', ' "a",b', [[' "a"', 'b']]],
    ['a separator at the end of the file', 'a,', [['a', '']]],
    ['blank lines', '\n\na\n\n\nb\n""\n', [['a'], ['b']]],
  ])('reads %s as PapaParse does', async (_what, text, expected) => {
    expect(byPapa(text)).toEqual(expected);
    expect(await records(text)).toEqual(expected);
  });

  it('ends a line at LF, CR and CRLF, also mixed, and keeps them inside quotes', async () => {
    const found = await records('a,b\nc,d\re,f\r\n"g\rh","i\r\nj"\r\n', {}, 3);
    expect(found).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g\rh', 'i\r\nj'],
    ]);
  });

  it('sets cells apart by runs of blanks', async () => {
    const text = ' 00004 0001\t19970101  2   29.33\r\n"two words"  b \n\n   \nlast';
    const expected = [['00004', '0001', '19970101', '2', '29.33'], ['two words', 'b'], ['last']];
    expect(await records(text, { delimiter: 'whitespace' })).toEqual(expected);
    expect(await records(text, { delimiter: 'whitespace' }, 1)).toEqual(expected);
  });

  it('hands marks that are not one ASCII byte to PapaParse', async () => {
    expect(await records('a¦"b¦c"\nd¦e', { delimiter: '¦' }, 2)).toEqual([
      ['a', 'b¦c'],
      ['d', 'e'],
    ]);
    expect(await records('title\na||b\n1||2', { delimiter: '||', skip: 1 })).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('passes over the lines above the table', async () => {
    const text = 'Report "of, May\r\n\r\na,b\r\n1,2';
    expect(await records(text, { skip: 2 }, 4)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
  });

  it('finds a record far longer than a slice', async () => {
    const long = 'x'.repeat(50_000);
    expect(await records(`a,"${long}\n${long}"\nb,c`, {}, 64)).toEqual([
      ['a', `${long}\n${long}`],
      ['b', 'c'],
    ]);
  });

  it('holds more cells in one record than a block has room for', async () => {
    const wide = Array.from({ length: 70_000 }, (_, at) => `${at}`);
    expect(await records(`${wide.join(',')}\n1`)).toEqual([wide, ['1']]);
  });

  it('numbers rows of data from 0 and the header as -1', async () => {
    const rows: number[] = [];
    const source = fileOf('a\n\n1\n\n2\n');
    for await (const { row } of readRaw(source, { ...PLAIN, header: true }, unwatched, 2)) rows.push(row);
    expect(rows).toEqual([-1, 0, 1]);
  });

  // The test-suite "csv-spectrum": each file with its content as JSON.
  it
    .skipIf(!hasRealFiles)
    .each(['comma_in_quotes', 'empty_crlf', 'json', 'newlines', 'quotes_and_newlines', 'simple_crlf'])(
    'reads csv-spectrum/%s as PapaParse and the JSON beside it say',
    async (name) => {
      const text = readFileSync(realPath(`csv-spectrum/${name}.csv`), 'utf8');
      const [header, ...rows] = await records(text, {}, 3);
      const expected = JSON.parse(readFileSync(realPath(`csv-spectrum/${name}.json`), 'utf8')) as unknown;
      expect([header, ...rows]).toEqual(byPapa(text));
      expect(rows.map((row) => Object.fromEntries(row.map((cell, at) => [header![at]!, cell])))).toEqual(
        expected,
      );
    },
  );
});
