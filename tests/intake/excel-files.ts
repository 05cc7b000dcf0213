import { existsSync, readdirSync, readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { EngineError } from '../../src/engine/errors';
import { openTable } from '../../src/engine/files/open-table';
import type { SpreadsheetReader } from '../../src/engine/files/spreadsheet-source';
import { tableSource } from '../../src/engine/files/spreadsheet-source';
import type { ReadReport } from '../../src/engine/files/read-report';
import { unwatched } from '../../src/engine/work';
import { errorText } from '../../src/ui/text/errors';
import { realFile, realPath } from '../support/files';
import { rawSheets, type RawCells } from '../support/raw-sheets';
import { shownAs } from './shown-cell';

const FOLDERS = ['calamine', 'openrefine', 'readxl', 'sheetjs', '.'];
const EXPECTED = new URL('../expectations/spreadsheets/openpyxl.json', import.meta.url);

type OpenpyxlSheets = Readonly<Record<string, { rows: number; columns: number; cells: string } | string>>;

/** How many sheets of a file another program reads alike. */
export interface Agreement {
  sheets: number;
  equal: number;
  /** Sheets that differ. */
  different: readonly string[];
}

export interface ExcelFile {
  path: string;
  /** Who read it; null where it was refused. */
  reader: SpreadsheetReader | null;
  /** The refusal: its code and reason, and its sentence. */
  refusal: { code: string; sentence: string } | null;
  /** Something that is no `EngineError`; there must be none. */
  crash: string | null;
  sheets: readonly { name: string; rows: number; hidden: boolean }[];
  report: ReadReport | null;
  sheetjs: Agreement | null;
  /** Null where it was not asked, the name of its error where it does not read the file. */
  openpyxl: Agreement | string | null;
  /** Cells beside what Excel itself saved of the sheets as CSV. */
  excel: { same: number; formatted: number; error: number; other: number; first: string | null } | null;
}

/** The spreadsheets of the folder of real files, by their paths in it. */
export const excelPaths = (): string[] =>
  FOLDERS.flatMap((folder) =>
    readdirSync(realPath(`excel/${folder}`))
      .filter((name) => /\.(xls[xmb]?|ods|numbers)$/.test(name))
      .map((name) => (folder === '.' ? name : `${folder}/${name}`)),
  );

/** Opens one of them and compares what was read with what others read. */
export async function excelFile(path: string): Promise<ExcelFile> {
  const source = realFile(`excel/${path}`);
  const nothing = { sheetjs: null, openpyxl: null, excel: null };
  const found: ExcelFile = {
    path,
    reader: null,
    refusal: null,
    crash: null,
    sheets: [],
    report: null,
    ...nothing,
  };
  try {
    const { spreadsheet } = await tableSource(source, {}, unwatched);
    if (spreadsheet) ({ reader: found.reader, sheets: found.sheets } = spreadsheet);
    found.report = (await openTable(source, {}, unwatched)).read.report;
  } catch (error) {
    if (error instanceof EngineError) found.refusal = { code: codeOf(error), sentence: sentenceOf(error) };
    else found.crash = String(error);
  }
  if (!found.reader) return found;
  const ours = await rawSheets(source, found.reader);
  if (found.reader === 'stream') {
    found.sheetjs = agreement(ours, await rawSheets(source, 'sheetjs'));
    found.openpyxl = withOpenpyxl(path, ours);
  }
  found.excel = withExcel(path, ours);
  return found;
}

const sentenceOf = ({ code, details }: EngineError): string =>
  errorText({ code, details, step: null }).sentence;

const codeOf = ({ code, details }: EngineError): string =>
  typeof details['reason'] === 'string' ? `${code}: ${details['reason']}` : code;

function agreement(ours: ReadonlyMap<string, RawCells>, theirs: ReadonlyMap<string, RawCells>): Agreement {
  const different = [...ours].filter(([name, cells]) => cells.hash !== theirs.get(name)?.hash);
  return {
    sheets: ours.size,
    equal: ours.size - different.length,
    different: different.map(([name]) => name),
  };
}

function withOpenpyxl(path: string, ours: ReadonlyMap<string, RawCells>): Agreement | string | null {
  const { files } = JSON.parse(readFileSync(EXPECTED, 'utf8')) as { files: Record<string, OpenpyxlSheets> };
  const theirs = files[path];
  if (!theirs) return null;
  if (typeof theirs['error'] === 'string') return theirs['error'];
  const different = [...ours].filter(([name, cells]) => {
    const sheet = theirs[name];
    return typeof sheet !== 'object' || sheet.cells !== cells.hash;
  });
  return {
    sheets: ours.size,
    equal: ours.size - different.length,
    different: different.map(([name]) => name),
  };
}

function withExcel(path: string, ours: ReadonlyMap<string, RawCells>): ExcelFile['excel'] {
  const name = path.split('/').pop()!;
  const names = realPath(`excel/expected/${name}.sheetnames`);
  if (!path.startsWith('sheetjs/') || !existsSync(names)) return null;
  const counts = { same: 0, formatted: 0, error: 0, other: 0, first: null as string | null };
  readFileSync(names, 'utf8')
    .trim()
    .split(/\r?\n/)
    .forEach((sheet, at) => {
      const file = realPath(`excel/expected/${name}.${at}.csv`);
      const cells = ours.get(sheet)?.cells;
      if (!cells || !existsSync(file)) return;
      const { data } = Papa.parse<string[]>(readFileSync(file, 'utf8').trimEnd(), {});
      data.forEach((record, row) =>
        record.forEach((shown, column) => {
          const cell = cells[row]?.[column] ?? '';
          if (cell === '' && shown === '') return;
          const how = shownAs(cell, shown);
          counts[how]++;
          if (how === 'other') counts.first ??= `${sheet} row ${row + 1}: ${cell} for ${shown}`.slice(0, 120);
        }),
      );
    });
  return counts;
}
