import { EngineError } from '../errors';
import type { Work } from '../work';
import { bytesSource, type ByteSource } from './source';
import { measureSheet, type FilledPart } from './spreadsheet/measure-sheet';
import { sheetText } from './spreadsheet/sheet-text';
import { sheetjsWorkbook } from './spreadsheet/sheetjs-workbook';
import { spreadsheetFormat, type SpreadsheetFormat } from './spreadsheet/spreadsheet-format';
import { refuseDamaged } from './spreadsheet/refuse-damaged';
import type { Worksheet } from './spreadsheet/workbook';
import { zipEntries } from './spreadsheet/zip-entries';

/** Which sheet of a workbook was read, and which others there are. */
export interface SpreadsheetFacts {
  format: SpreadsheetFormat;
  sheet: string;
  /** Worksheets in the workbook's order, hidden ones last, with how many of their rows hold anything. */
  sheets: readonly { name: string; rows: number }[];
  /** Cells of the sheet that hold an error (`#N/A`, `#DIV/0!` …) and were read as missing. */
  errors: number;
}

export interface TableSource {
  source: ByteSource;
  spreadsheet: SpreadsheetFacts | null;
}

type Measured = Worksheet & { part: FilledPart };

/**
 * A spreadsheet as comma-separated UTF-8, read from there on like any other text; what is no spreadsheet comes back
 * as it is. Without a choice the visible sheet with the most filled cells is taken; the first of equals.
 * @throws EngineError `unreadable-file` (reason `password`, `damaged`, `no-such-sheet`), `empty-file`,
 * `file-too-large`, `not-a-table`; Stopped
 */
export async function tableSource(
  source: ByteSource,
  choice: { sheet?: string | undefined },
  work: Work,
): Promise<TableSource> {
  const format = await spreadsheetFormat(source);
  if (!format) return { source, spreadsheet: null };
  const rest = work.breathe({ phase: 'reading', done: 0, total: source.size, unit: 'bytes' });
  if (rest) await rest;
  if (format !== 'xls') await refuseDamaged(source, (await zipEntries(source)) ?? [], work);
  const bytes = await source.read(0, source.size);
  // The seam for a reader that streams: anything that gives a `Workbook`.
  const { worksheets, date1904 } = await sheetjsWorkbook(source.name, bytes);
  const measured: Measured[] = [];
  for (const sheet of worksheets) measured.push({ ...sheet, part: await measureSheet(sheet.rows, work) });
  const listed = [...measured.filter(({ hidden }) => !hidden), ...measured.filter(({ hidden }) => hidden)];
  const { name, rows, part } = chosenSheet(source, listed, choice.sheet);
  const text = await sheetText(rows, part, date1904, work);
  const sheets = listed.map((sheet) => ({ name: sheet.name, rows: sheet.part.rows }));
  return {
    source: bytesSource(source.name, text.bytes),
    spreadsheet: { format, sheet: name, sheets, errors: text.errors },
  };
}

/** The sheet of that name; if it is not there, the only one that holds anything, as files of another month have. */
function chosenSheet(source: ByteSource, listed: readonly Measured[], wanted: string | undefined): Measured {
  const filled = listed.filter(({ part }) => part.cells > 0);
  const named = listed.find(({ name }) => name === wanted);
  if (wanted !== undefined && !named && filled.length > 1)
    throw new EngineError('unreadable-file', { file: source.name, reason: 'no-such-sheet', sheet: wanted });
  const visible = filled.filter(({ hidden }) => !hidden);
  const [first, ...others] = named ? [named] : visible.length > 0 ? visible : filled;
  if (!first || first.part.cells === 0)
    throw new EngineError('empty-file', { file: source.name, bytes: source.size });
  return others.reduce((best, sheet) => (sheet.part.cells > best.part.cells ? sheet : best), first);
}
