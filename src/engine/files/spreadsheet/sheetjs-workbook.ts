import type { WorkBook, WorkSheet } from 'xlsx';
import { EngineError } from '../../errors';
import type { SheetRows, Workbook, Worksheet } from './workbook';

/**
 * Reads any spreadsheet file through SheetJS, which is loaded when first needed. The whole file is taken at once.
 * @throws EngineError `unreadable-file` (reason `password` or `damaged`), `not-a-table`
 */
export async function sheetjsWorkbook(name: string, bytes: Uint8Array): Promise<Workbook> {
  const { read } = await import('xlsx');
  try {
    return workbookOf(
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
    );
  } catch (thrown) {
    throw reasonOf(name, thrown);
  }
}

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

function workbookOf(book: WorkBook): Workbook {
  const worksheets: Worksheet[] = [];
  for (const [at, name] of book.SheetNames.entries()) {
    const sheet = Object.hasOwn(book.Sheets, name) ? book.Sheets[name] : undefined;
    // Charts, macros and dialogs are sheets too.
    if (sheet && (sheet['!type'] ?? 'sheet') !== 'sheet') continue;
    worksheets.push({ name, hidden: (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) > 0, rows: rowsOf(sheet) });
  }
  return { worksheets, date1904: book.Workbook?.WBProps?.date1904 === true };
}

const rowsOf = (sheet: WorkSheet | undefined): SheetRows => (sheet?.['!data'] as SheetRows | undefined) ?? [];
