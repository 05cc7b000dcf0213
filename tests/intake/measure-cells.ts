import Papa from 'papaparse';
import { EngineError } from '../../src/engine/errors';
import { readRaw } from '../../src/engine/files/read-raw';
import { readTable } from '../../src/engine/files/read-table';
import { bytesSource } from '../../src/engine/files/source';
import type { ReadReport } from '../../src/engine/files/read-report';
import { unwatched } from '../../src/engine/work';
import { bytesOf, jsonOf } from './folders';

/** How the cells of one file compare with what they should be. */
export interface CellRow {
  file: string;
  /** How the file was read, or the code of the error that refused it. */
  read: string;
  rows: number;
  expectedRows: number;
  /** Cells that differ; 0 where all are right. */
  wrong: number;
  /** What the report says was lost, guessed or left out. */
  said: string[];
}

/** The cells of each file of a Pollock folder beside its clean version, which PapaParse reads. */
export async function measureCells(folder: string): Promise<CellRow[]> {
  const rows: CellRow[] = [];
  for (const file of Object.keys(jsonOf<Record<string, unknown>>(`${folder}/expected.json`))) {
    const clean = Papa.parse<string[]>(new TextDecoder().decode(bytesOf(`${folder}/clean/${file}`)), {
      delimiter: ',',
      skipEmptyLines: true,
    }).data;
    rows.push(await compare(file, bytesOf(`${folder}/csv/${file}`), clean));
  }
  return rows;
}

interface Spectrum {
  [column: string]: string;
}

/** The cells of csv-spectrum beside the records that its authors say they are. */
export async function measureSpectrum(): Promise<CellRow[]> {
  const rows: CellRow[] = [];
  for (const name of [
    'comma_in_quotes',
    'empty_crlf',
    'json',
    'newlines',
    'quotes_and_newlines',
    'simple_crlf',
  ]) {
    const records = jsonOf<Spectrum[]>(`csv-spectrum/${name}.json`);
    const header = Object.keys(records[0]!);
    const expected = [header, ...records.map((record) => header.map((column) => record[column]!))];
    rows.push(await compare(`${name}.csv`, bytesOf(`csv-spectrum/${name}.csv`), expected));
  }
  return rows;
}

async function compare(file: string, bytes: Uint8Array, expected: readonly string[][]): Promise<CellRow> {
  const source = bytesSource(file, bytes);
  try {
    const { report } = await readTable(source, {}, unwatched);
    const found: string[][] = [];
    for await (const { cells } of readRaw(source, report.options, unwatched)) found.push(cells);
    // Where a file names no columns the clean version begins with made-up names.
    const made = !report.options.header && expected[0]?.every((name, at) => name === `col_${at}`);
    const wanted = made ? expected.slice(1) : expected;
    return {
      file,
      read: howRead(report),
      rows: found.length,
      expectedRows: wanted.length,
      wrong: differences(found, wanted),
      said: saidOf(report),
    };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return {
      file,
      read: `refused: ${error.code}`,
      rows: 0,
      expectedRows: expected.length,
      wrong: expected.flat().length,
      said: [error.code],
    };
  }
}

/** Cells that are not equal, blanks around them aside; a missing cell is an empty one. */
function differences(found: readonly string[][], expected: readonly string[][]): number {
  let wrong = 0;
  for (let row = 0; row < Math.max(found.length, expected.length); row++) {
    const [ours, theirs] = [found[row] ?? [], expected[row] ?? []];
    for (let at = 0; at < Math.max(ours.length, theirs.length); at++) {
      if ((ours[at] ?? '').trim() !== (theirs[at] ?? '').trim()) wrong++;
    }
  }
  return wrong;
}

const MARK: Record<string, string> = { '\t': 'TAB', ' ': 'blank', whitespace: 'blanks' };

/** The dialect in a few words. */
export function howRead({ options }: ReadReport): string {
  const parts = [options.encoding, MARK[options.delimiter] ?? options.delimiter, options.quote];
  if (options.escape) parts.push(`escape ${options.escape}`);
  if (options.trim) parts.push('trim');
  if (options.comment) parts.push(`comment ${options.comment}`);
  if (options.skip > 0) parts.push(`skip ${options.skip}`);
  if (options.footer) parts.push(`footer ${options.footer}`);
  parts.push(options.header ? `header ${options.headerRows ?? 1}` : 'no header');
  return parts.join(' ');
}

/** Everything the report says was not simply read. */
function saidOf(report: ReadReport): string[] {
  const { options, ragged, mended, unclosedQuote, renamed, repeatedNames } = report;
  const said: string[] = [];
  if (options.skip > 0) said.push(`${options.skip} lines above the table passed over`);
  if (options.footer) said.push(`${options.footer} lines below the table passed over`);
  const [firstRepeat] = repeatedNames?.first ?? [];
  if (firstRepeat)
    said.push(
      `${repeatedNames!.count} rows repeat the names, first row ${firstRepeat}: another table may begin there`,
    );
  if (options.headerRows) said.push(`${options.headerRows} rows joined to one name each`);
  if (ragged)
    said.push(`${ragged.count} rows without ${ragged.expected} cells, first row ${ragged.firstRow}`);
  if (mended) said.push(`${mended.count} rows mended, first row ${mended.first[0]!.row}`);
  if (unclosedQuote) said.push(`a quote in row ${unclosedQuote.row} took ${unclosedQuote.lines} lines`);
  if (renamed.length > 0) said.push(`${renamed.length} names changed`);
  return said;
}
