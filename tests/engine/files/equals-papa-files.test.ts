import Papa from 'papaparse';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRaw } from '../../../src/engine/files/read-raw';
import { sniffEncoding } from '../../../src/engine/files/sniff-encoding';
import { bytesSource } from '../../../src/engine/files/source';
import { utf8Maker } from '../../../src/engine/files/utf8-slices';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, PLAIN, realPath } from '../../support/files';

/*
 * Every delimited file of the folder of real files, whatever its content, by the byte path and by PapaParse.
 * The delimiter is the one PapaParse guesses (a comma where it guesses none), so that nothing of our own sniffing is
 * needed but the encoding. What may differ, equals-papa.test.ts says.
 */
const DELIMITED = /\.(csv|tsv|txt|dat)$/i;
const QUOTES = ['"', "'"];
const SLICE_BYTES = 65_521;

const paths = hasRealFiles
  ? readdirSync(realPath(''), { recursive: true, encoding: 'utf8' })
      .filter((path) => DELIMITED.test(path))
      .sort()
  : [];

const unixLines = (text: string): string => (text.includes('\r') ? text.replaceAll(/\r\n?/g, '\n') : text);

/** How many records were compared. */
async function compared(path: string, quote: string): Promise<number> {
  const bytes = new Uint8Array(readFileSync(realPath(path)));
  const { encoding } = sniffEncoding(bytes.subarray(0, 1 << 20), bytes.length <= 1 << 20);
  const utf8 = encoding === 'utf-8' ? bytes : utf8Maker(encoding)(bytes, true);
  const { data, meta } = Papa.parse<string[]>(unixLines(new TextDecoder().decode(utf8)), {
    quoteChar: quote,
    newline: '\n',
    skipEmptyLines: true,
  });
  const options = { ...PLAIN, encoding, delimiter: meta.delimiter, quote };
  let at = 0;
  for await (const record of readRaw(bytesSource(path, bytes), options, unwatched, SLICE_BYTES)) {
    const expected = data[at++];
    const cells = record.cells.map(unixLines);
    // One call of `expect` for each of two million records would take a minute.
    if (cells.length !== expected?.length || cells.some((cell, place) => cell !== expected[place]))
      expect({ record: at, cells }).toEqual({ record: at, cells: expected });
  }
  expect(at).toBe(data.length);
  return at;
}

describe.skipIf(!hasRealFiles)('the byte path on real files (skipped where ../shared/data is absent)', () => {
  const folders = [...new Set(paths.map((path) => path.split('/')[0]!))];
  it.each(folders)(
    '%s: gives the records PapaParse gives, cell by cell, in every file',
    { timeout: 60_000 },
    async (folder) => {
      let records = 0;
      for (const path of paths.filter((one) => one.startsWith(folder)))
        for (const quote of QUOTES) records += await compared(path, quote);
      expect(records).toBeGreaterThan(0);
    },
  );
});
