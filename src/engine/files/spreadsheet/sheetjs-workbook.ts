import type { WorkBook, WorkSheet } from 'xlsx';
import { EngineError } from '../../errors';
import type { Work } from '../../work';
import { withBoundedReads } from './bounded-reads';
import { chainsEnd } from './compound-chains';
import { serialText } from './serial-text';
import { MOST_COLUMNS, MOST_ROWS } from './sheet-lines';
import type { CellSink, Workbook, Worksheet } from './workbook';

/**
 * Reads any spreadsheet file through SheetJS, which is loaded when first needed. The whole file is taken at once.
 * @throws EngineError `unreadable-file` (reason `password` or `damaged`), `not-a-table`
 */
export async function sheetjsWorkbook(name: string, bytes: Uint8Array): Promise<Workbook> {
  const { read } = await import('xlsx');
  if (bytes[0] === COMPOUND && !chainsEnd(bytes))
    throw new EngineError('unreadable-file', { file: name, reason: 'damaged' });
  try {
    return workbookOf(
      name,
      withBoundedReads(bytes.length, () =>
        read(bytes, {
          type: 'array',
          dense: true,
          cellDates: false,
          cellNF: true,
          cellText: false,
          cellFormula: false,
          cellHTML: false,
          cellStyles: false,
        }),
      ),
    );
  } catch (thrown) {
    throw reasonOf(name, thrown);
  }
}

/** The first byte of a compound file. */
const COMPOUND = 0xd0;

/** What SheetJS says of workbooks that need a password; of damaged ones it says `Unsupported ZIP encryption`. */
const LOCKED = /password|ODS encryption|ECMA-376|EncryptionInfo|encryption (algorithm|scheme|flags)/i;

function reasonOf(file: string, thrown: unknown): EngineError {
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  if (LOCKED.test(message)) return new EngineError('unreadable-file', { file, reason: 'password' });
  // A compound file of another program: a letter, a mailbox, an installer.
  if (/cannot find workbook/i.test(message))
    return new EngineError('not-a-table', { file, looksLike: 'binary' });
  return new EngineError('unreadable-file', { file, reason: 'damaged' });
}

/** A cell as SheetJS has it. */
interface SheetCell {
  /** Number, text, truth value, error; others hold nothing. */
  t: string;
  v?: unknown;
  /** Number format. */
  z?: unknown;
}
type SheetRows = readonly (readonly (SheetCell | null | undefined)[] | null | undefined)[];

function workbookOf(file: string, book: WorkBook): Workbook {
  const worksheets: Worksheet[] = [];
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    // Charts, macros and dialogs are sheets too.
    if (sheet && (sheet['!type'] ?? 'sheet') !== 'sheet') continue;
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0;
    const rows = (sheet?.['!data'] as SheetRows | undefined) ?? [];
    const write = async (lines: CellSink, work: Work): Promise<number> => {
      refuseBeyondSheet(file, rows);
      await writeRows(rows, lines, date1904, work);
      for (const { s, e } of mergesOf(sheet))
        lines.merge({ fromRow: s.r, toRow: e.r + 1, fromColumn: s.c, toColumn: e.c + 1 });
      return 1;
    };
    worksheets.push({ name, hidden, size: rows.length, write });
  }
  return { reader: 'sheetjs', worksheets };
}

const mergesOf = (sheet: WorkSheet | undefined) => sheet?.['!merges'] ?? [];

/** Damaged numbers of rows and columns make a sheet of billions of absent cells. @throws EngineError `unreadable-file` */
function refuseBeyondSheet(file: string, rows: SheetRows): void {
  if (rows.length <= MOST_ROWS && rows.every((row) => !row || row.length <= MOST_COLUMNS)) return;
  throw new EngineError('unreadable-file', { file, reason: 'damaged' });
}

const BLOCK = 2048;

async function writeRows(rows: SheetRows, lines: CellSink, date1904: boolean, work: Work): Promise<void> {
  for (let at = 0; at < rows.length; at++) {
    const rest =
      at % BLOCK === 0 && work.breathe({ phase: 'reading', done: at, total: rows.length, unit: 'rows' });
    if (rest) await rest;
    const row = rows[at];
    if (!row) continue;
    lines.row(at, false);
    for (let column = 0; column < row.length; column++) writeCell(row[column], column, lines, date1904);
  }
}

/** Numbers as their shortest digits, moments in ISO form, truth values as TRUE and FALSE; errors as nothing. */
function writeCell(
  cell: SheetCell | null | undefined,
  column: number,
  lines: CellSink,
  date1904: boolean,
): void {
  if (!cell || cell.v === undefined || cell.v === null || cell.v === '') return;
  const { t, v, z } = cell;
  if (t === 'e') lines.error(column);
  else if (t === 'b') lines.value(column, v ? 'TRUE' : 'FALSE');
  else if (t === 'n' && typeof v === 'number')
    lines.value(column, serialText(v, typeof z === 'string' ? z : 'General', date1904));
  else if ((t === 's' || t === 'str') && typeof v === 'string') lines.words(column, v);
}
