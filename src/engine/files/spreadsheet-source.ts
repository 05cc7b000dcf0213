import { EngineError } from '../errors';
import type { Work } from '../work';
import { openStored } from './stored/open-stored';
import { writtenSource } from './written-source';
import type { ByteSource } from './source';
import { packedSource } from './packed-source';
import { NotUnderstood } from './spreadsheet/not-understood';
import { piecesSource } from './spreadsheet/pieces-source';
import { readSheets, sheetHead, type SheetReading } from './spreadsheet/read-sheets';
import { refuseDamaged } from './spreadsheet/refuse-damaged';
import { sheetjsWorkbook } from './spreadsheet/sheetjs-workbook';
import { refuseHuge, spreadsheetFormat, type SpreadsheetFormat } from './spreadsheet/spreadsheet-format';
import type { Workbook } from './spreadsheet/workbook';
import { xlsxWorkbook } from './spreadsheet/xlsx/xlsx-workbook';
import { zipEntries } from './spreadsheet/zip-entries';

/** Which sheet of a workbook was read, which others there are, and what is to be said about it. */
export interface SpreadsheetFacts extends Omit<SheetReading, 'pieces'> {
  format: SpreadsheetFormat;
  /** Whether our own reader read it as a stream, or SheetJS at once. */
  reader: Workbook['reader'];
}

export interface TableSource {
  source: ByteSource;
  spreadsheet: SpreadsheetFacts | null;
}

/** How `tableSource` writes a sheet, whatever was said about another file. */
export const AS_WRITTEN = { encoding: 'utf-8', delimiter: ',', quote: '"', decimal: '.' } as const;

/** Who reads what both can: ours unless it is to be compared. */
export type SpreadsheetReader = Workbook['reader'];

/**
 * A spreadsheet as comma-separated UTF-8, read from there on like any other text; what is no spreadsheet comes back
 * as it is, out of its packing: a gzip file, or an archive of one file. What keeps cells with
 * their kinds (Parquet) is written as it is read. Without a choice the visible sheet with the most filled cells is
 * taken; the first of equals.
 * @throws EngineError `unreadable-file` (reason `password`, `damaged`, `too-packed`, `no-such-sheet`), `empty-file`,
 * `file-too-large`, `not-a-table`; Stopped
 */
export async function tableSource(
  file: ByteSource,
  choice: { sheet?: string | undefined },
  work: Work,
  reader: SpreadsheetReader = 'stream',
): Promise<TableSource> {
  const source = await packedSource(file, work);
  const stored = await openStored(source, { options: choice }, work);
  if (stored) return { source: await writtenSource(source.name, stored.table, work), spreadsheet: null };
  const format = await spreadsheetFormat(source);
  if (!format) return { source, spreadsheet: null };
  const rest = work.breathe({ phase: 'reading', done: 0, total: source.size, unit: 'bytes' });
  if (rest) await rest;
  const streamed =
    reader === 'stream' && format === 'xlsx' ? await asStream(source, choice.sheet, work) : null;
  const { pieces, ...facts } = streamed ?? (await atOnce(source, format, choice.sheet, work));
  return { source: piecesSource(source.name, pieces), spreadsheet: { format, ...facts } };
}

/**
 * The beginning of what `tableSource` gives, at once whatever the size of the file; null where it is no .xlsx file that
 * our own reader understands. Of several sheets the largest is taken, which need not be the one with the most cells.
 * @throws EngineError as `tableSource`; Stopped
 */
export async function tableHead(
  source: ByteSource,
  choice: { sheet?: string | undefined },
  work: Work,
): Promise<ByteSource | null> {
  if ((await spreadsheetFormat(source)) !== 'xlsx') return null;
  return unlessUnknown(async () => {
    const workbook = await xlsxWorkbook(source, (await zipEntries(source)) ?? [], work);
    return sheetHead(source, workbook, choice.sheet, work);
  });
}

type Reading = SheetReading & { reader: SpreadsheetReader };

/** Through our own reader; null where it does not understand the file. */
const asStream = (source: ByteSource, wanted: string | undefined, work: Work): Promise<Reading | null> =>
  unlessUnknown(async () => {
    const workbook = await xlsxWorkbook(source, (await zipEntries(source)) ?? [], work);
    return { ...(await readSheets(source, workbook, wanted, work)), reader: 'stream' };
  });

async function unlessUnknown<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof NotUnderstood) return null;
    throw error;
  }
}

async function atOnce(
  source: ByteSource,
  format: SpreadsheetFormat,
  wanted: string | undefined,
  work: Work,
): Promise<Reading> {
  if (format !== 'xls') {
    const entries = (await zipEntries(source)) ?? [];
    refuseHuge(source, entries);
    await refuseDamaged(source, entries, work);
  }
  const bytes = await source.read(0, source.size);
  if (bytes.length < source.size)
    throw new EngineError('unreadable-file', { file: source.name, reason: 'cut short' });
  const workbook = await sheetjsWorkbook(source.name, bytes);
  return { ...(await readSheets(source, workbook, wanted, work)), reader: 'sheetjs' };
}
