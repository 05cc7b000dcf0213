import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import type { WrittenColumn } from '../../files/write-csv';
import type { Work } from '../../work';
import type { ExportNotes } from '../export-notes';
import { zipArchive, type ArchivedFile } from '../zip-archive';
import { SharedTexts } from './shared-texts';
import { sheetXml, type SheetRows } from './sheet-xml';
import { workbookParts } from './workbook-parts';

/** A table that becomes a sheet, or several where it has more rows than one holds. */
export interface BookSheet {
  name: string;
  table: ColumnTable;
  columns: readonly WrittenColumn[];
}

/** Rows of a sheet, its head among them. */
export const SHEET_ROWS = 1_048_576;
const SHEET_COLUMNS = 16_384;
const LONGEST_NAME = 31;
/** Bytes of a part: not every spreadsheet knows the 64-bit form of zip that larger ones need. */
const MOST_PART = 0xffff_fffe;

const encoder = new TextEncoder();

/**
 * Tables as an Excel workbook (.xlsx), written as a stream: numbers, days and yes and no as what they are, texts as
 * texts, so that leading zeros stay and nothing is run as a formula. Rows beyond 1,048,576 go on in further sheets, and
 * `notes` says so. **Blanks** are cells that are not there.
 * The parts bear the first day zip knows, so that the same tables make the same workbook.
 * @param limits rows of a sheet with its head, bytes of a part; for tests
 * @throws EngineError `missing-column`, `too-many-columns`, `archive-too-large`; Stopped
 */
export async function* xlsxFile(
  sheets: readonly BookSheet[],
  work: Work,
  notes: ExportNotes,
  { sheetRows = SHEET_ROWS, mostPart = MOST_PART } = {},
): AsyncGenerator<Uint8Array> {
  const all = sheets.flatMap((sheet) => {
    const { length } = sheet.columns;
    if (length > SHEET_COLUMNS)
      throw new EngineError('too-many-columns', { file: sheet.name, columns: length, limit: SHEET_COLUMNS });
    const parts = inSheets(sheet, sheetRows - 1);
    if (parts.length > 1) notes.sheets = Math.max(notes.sheets, parts.length);
    return parts;
  });
  const texts = new SharedTexts(notes);
  yield* zipArchive(bookFiles(all, texts, work), { most: mostPart });
}

type NamedRows = SheetRows & { name: string };

function inSheets({ name, table, columns }: BookSheet, most: number): NamedRows[] {
  const rows = table.totalRows();
  return Array.from({ length: Math.max(1, Math.ceil(rows / most)) }, (_, at) => ({
    name: at === 0 ? plainName(name) : `${plainName(name)} ${at + 1}`,
    table,
    columns,
    from: at * most,
    to: Math.min(rows, (at + 1) * most),
  }));
}

/** What a sheet may be called: without `[]:*?/\`, and short. */
const plainName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, LONGEST_NAME - 3)
    .trim() || 'Sheet';

async function* bookFiles(
  sheets: readonly NamedRows[],
  texts: SharedTexts,
  work: Work,
): AsyncGenerator<ArchivedFile> {
  const parts = workbookParts(sheets.map(({ name }) => name));
  for (const [name, xml] of parts) yield { name, parts: inOrder([encoder.encode(xml)]) };
  for (const [at, sheet] of sheets.entries())
    yield { name: `xl/worksheets/sheet${at + 1}.xml`, parts: sheetXml(sheet, at === 0, texts, work) };
  yield { name: 'xl/sharedStrings.xml', parts: inOrder(texts.xml()) };
}

async function* inOrder(parts: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* parts;
}
