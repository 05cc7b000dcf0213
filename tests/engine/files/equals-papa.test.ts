import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readPart } from '../../../src/engine/files/read-part';
import { readDelimited } from '../../../src/engine/files/read-delimited';
import type { Sniffed } from '../../../src/engine/files/sniff';
import type { EngineError } from '../../../src/engine/errors';
import type { Hands } from '../../../src/engine/files/parts';
import { columnNames, columnOf } from '../../../src/engine/table/table';
import { readRaw } from '../../../src/engine/files/read-raw';
import type { ReadOptions } from '../../../src/engine/files/read-options';
import type { ByteSource } from '../../../src/engine/files/source';
import { unwatched } from '../../../src/engine/work';
import { fileOf, PLAIN, records } from '../../support/files';

/*
 * The byte path against PapaParse 5. Three differences are meant:
 * - Blank lines, and lines whose only cell is empty, are passed over: Papa with `skipEmptyLines`.
 * - LF, CR and CRLF end a line in the same file; Papa takes one of them per file. So Papa is given the text with
 *   every line end made LF, and line ends inside cells are compared as LF.
 * - A byte order mark at the very beginning is no part of the first cell, in every encoding.
 */

const unixLines = (text: string): string => text.replaceAll(/\r\n?/g, '\n');

function byPapa(text: string, { delimiter, quote }: Pick<ReadOptions, 'delimiter' | 'quote'>): string[][] {
  return Papa.parse<string[]>(unixLines(text), {
    delimiter,
    quoteChar: quote,
    newline: '\n',
    skipEmptyLines: true,
  }).data;
}

const withUnixLines = (found: readonly string[][]): string[][] => found.map((cells) => cells.map(unixLines));

/** A file that gives what it is asked for only up to the next of some places; the first three bytes come together. */
function cutSource(text: string, cuts: readonly number[]): ByteSource {
  const whole = fileOf(text);
  const places = cuts.map((cut) => Math.max(3, cut % (whole.size + 1))).sort((a, b) => a - b);
  const read = (start: number, end: number) =>
    whole.read(start, Math.min(end, places.find((place) => place > start) ?? end));
  return { ...whole, read };
}

async function recordsOf(source: ByteSource, options: Partial<ReadOptions>): Promise<string[][]> {
  const found: string[][] = [];
  for await (const { cells } of readRaw(source, { ...PLAIN, ...options }, unwatched)) found.push(cells);
  return found;
}

const dialects = fc
  .record({
    delimiter: fc.constantFrom(
      ',',
      ';',
      '\t',
      '|',
      ':',
      '#',
      '~',
      '^',
      '*',
      '!',
      '=',
      ' ',
      '\u001f',
      '.',
      '\\',
      '$',
    ),
    quote: fc.constantFrom('"', "'", '`', '^', '|', '~', '%'),
  })
  .filter(({ delimiter, quote }) => delimiter !== quote);
type Dialect = Pick<ReadOptions, 'delimiter' | 'quote'>;

/** Letters of one to four bytes, letters of two code points, blanks of all widths, marks that look like others. */
const LETTERS = [
  'a', 'B', '7', '-1,5', '1.5', 'é', 'e\u0301', 'ß', '日本', '😀', '👩‍👩‍👧', '\u{10ffff}', 'שלום', '\u202e', '\u0000', '\u0001', '\u007f',
  ' ', '  ', '\t', '\u000b', '\u00a0', '\u0085', '\u2003', '\u2028', '\u3000', '\u1680', '\u180e', '\ufeff', '\u200b', '\ufffd',
  '\\', '"', "'", ',', ';', '«',
] as const; // prettier-ignore
const NEWLINES = ['\n', '\r', '\r\n'] as const;

/** Text full of what makes parsing hard in that dialect, line ends of all kinds included. */
const hostile = ({ delimiter, quote }: Dialect): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...LETTERS) },
        { weight: 3, arbitrary: fc.constant(delimiter) },
        {
          weight: 3,
          arbitrary: fc.constantFrom(quote, quote, quote + quote, quote + delimiter, delimiter + quote),
        },
        { weight: 2, arbitrary: fc.constantFrom(...NEWLINES) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            ...NEWLINES.map((end) => quote + end),
            ...NEWLINES.map((end) => end + quote),
          ),
        },
      ),
      { maxLength: 24 },
    )
    .map((parts) => parts.join(''));

/** What a spreadsheet program writes: cells quoted where they must be, or everywhere, one kind of line end or several. */
const wellFormed = ({ delimiter, quote }: Dialect): fc.Arbitrary<{ text: string; rows: string[][] }> => {
  const cell = fc
    .array(fc.oneof(fc.constantFrom(...LETTERS), fc.constantFrom(delimiter, quote, ...NEWLINES)), {
      maxLength: 5,
    })
    .map((parts) => parts.join(''));
  const row = fc.record({
    cells: fc.array(cell, { minLength: 1, maxLength: 5 }),
    end: fc.constantFrom(...NEWLINES),
    quoted: fc.boolean(),
  });
  const needsQuotes = (text: string) => [delimiter, quote, '\n', '\r'].some((mark) => text.includes(mark));
  return fc
    .array(row, { minLength: 1, maxLength: 8 })
    .filter(([first]) => !first!.cells[0]!.startsWith('\ufeff'))
    .map((rows) => ({
      text: rows
        .map(({ cells, end, quoted }) => {
          const written = cells.map((text) =>
            quoted || needsQuotes(text) ? `${quote}${text.replaceAll(quote, quote + quote)}${quote}` : text,
          );
          return written.join(delimiter) + end;
        })
        .join(''),
      rows: rows.map(({ cells }) => cells).filter((cells) => cells.length > 1 || cells[0] !== ''),
    }));
};

const cases = dialects.chain((dialect) =>
  fc.record({ dialect: fc.constant(dialect), text: hostile(dialect) }),
);
const slices = fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 7 }), fc.integer({ min: 8, max: 4000 }));

describe('the byte path', { timeout: 60_000 }, () => {
  it('gives the records PapaParse gives, in every dialect and however the bytes are sliced', async () => {
    await fc.assert(
      fc.asyncProperty(cases, slices, async ({ dialect, text }, sliceBytes) => {
        expect(withUnixLines(await records(text, dialect, sliceBytes))).toEqual(byPapa(text, dialect));
      }),
      { numRuns: 4000, seed: 31 },
    );
  });

  it('gives them with a border before each single byte', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async ({ dialect, text }) => {
        const expected = byPapa(text, dialect);
        const { size } = fileOf(text);
        for (let cut = 1; cut < size; cut++)
          expect(withUnixLines(await recordsOf(cutSource(text, [cut]), dialect))).toEqual(expected);
      }),
      { numRuns: 150, seed: 32 },
    );
  });

  it('gives them where reads come back short at random places', async () => {
    const cuts = fc.array(fc.nat(), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(cases, cuts, async ({ dialect, text }, places) => {
        const found = await recordsOf(cutSource(text, places), dialect);
        expect(withUnixLines(found)).toEqual(byPapa(text, dialect));
      }),
      { numRuns: 800, seed: 33 },
    );
  });

  it('gives what was written, line ends inside cells to the byte, whatever mixture ends the lines', async () => {
    const written = dialects.chain((dialect) =>
      fc.record({ dialect: fc.constant(dialect), file: wellFormed(dialect) }),
    );
    await fc.assert(
      fc.asyncProperty(written, slices, async ({ dialect, file }, sliceBytes) => {
        expect(await records(file.text, dialect, sliceBytes)).toEqual(file.rows);
        expect(withUnixLines(file.rows)).toEqual(byPapa(file.text, dialect));
      }),
      { numRuns: 1000, seed: 34 },
    );
  });

  it('gives them in UTF-16, also where a slice ends within a character', async () => {
    const orders = fc.constantFrom('utf-16le' as const, 'utf-16be' as const);
    await fc.assert(
      fc.asyncProperty(
        cases,
        orders,
        slices,
        fc.boolean(),
        async ({ dialect, text }, encoding, bytes, mark) => {
          const marked = mark ? `\ufeff${text}` : text;
          const whole = utf16(marked, encoding === 'utf-16be');
          const found = await records(whole, { ...dialect, encoding }, bytes);
          expect(withUnixLines(found)).toEqual(byPapa(marked, dialect));
        },
      ),
      { numRuns: 500, seed: 35 },
    );
  });

  it('gives them where bytes are no UTF-8: what a decoder makes of them', async () => {
    const bytes = fc.uint8Array({ maxLength: 40 });
    const mixed = fc.array(fc.oneof(bytes, fc.constantFrom(...['"', ',', '\n', '""', '",'].map(ascii))), {
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(mixed, slices, async (parts, sliceBytes) => {
        const whole = Uint8Array.from(parts.flatMap((part) => [...part]));
        const text = new TextDecoder().decode(whole);
        expect(withUnixLines(await records(whole, {}, sliceBytes))).toEqual(byPapa(text, PLAIN));
      }),
      { numRuns: 1500, seed: 36 },
    );
  });

  it('takes no byte for a quote where the dialect has none', async () => {
    await fc.assert(
      fc.asyncProperty(cases, slices, async ({ dialect: { delimiter }, text }, sliceBytes) => {
        const dialect = { delimiter, quote: '' };
        expect(withUnixLines(await records(text, dialect, sliceBytes))).toEqual(byPapa(text, dialect));
      }),
      { numRuns: 500, seed: 37 },
    );
  });

  it('gives the cells PapaParse gives where parts are read by others and put together', async () => {
    await fc.assert(
      fc.asyncProperty(cases, fc.integer({ min: 1, max: 40 }), async ({ dialect, text }, partBytes) => {
        const names = ['x', 'y', 'z'];
        const file = names.join(dialect.delimiter) + `\n${text}`;
        const [, ...expected] = byPapa(file, dialect);
        const source = fileOf(file);
        const hands: Hands = { count: 2, read: (plan, bounds) => readPart(source, plan, bounds) };
        const options = { ...PLAIN, ...dialect, header: true };
        const kinds = new Map(names.map((name) => [name, 'text' as const]));
        // Told, not sniffed: a file of control characters would be no table.
        const told = {
          format: 'delimited',
          options,
          width: 3,
          separated: true,
          runnersUp: [],
          records: [names],
        };
        const sniffed = told as unknown as Sniffed;
        const means = { hands, partBytes };
        const found = await readDelimited(source, sniffed, { options, kinds }, unwatched, means).catch(
          (error: EngineError) => error.code,
        );
        if (typeof found === 'string') return void expect([found, expected]).toEqual(['header-only', []]);
        const columns = columnNames(found.table).map((name) => [...columnOf(found.table, name)]);
        const cells = expected.map((row) => columns.map((_, at) => (row[at]?.trim() ? row[at] : null)));
        expect(expected.map((_, row) => columns.map((column) => unixCell(column[row])))).toEqual(cells);
        expect(found.report.rows).toBe(expected.length);
      }),
      { numRuns: 1500, seed: 38 },
    );
  });
});

const unixCell = (cell: unknown): unknown => (typeof cell === 'string' ? unixLines(cell) : cell);

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
  return bytes;
}
