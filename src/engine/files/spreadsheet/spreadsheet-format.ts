import { EngineError } from '../../errors';
import type { ByteSource } from '../source';
import { zipEntries, type ZipEntry } from './zip-entries';

/** Spreadsheet files that can be opened. `xlsx` stands for `.xlsm` and the templates too. */
export type SpreadsheetFormat = 'xlsx' | 'xlsb' | 'xls' | 'ods';

const HEAD_BYTES = 1 << 16;
const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** V8 makes no longer string, and a worksheet is unpacked into one. */
const MOST_PART = 500_000_000;
const MOST_WHOLE = 1_000_000_000;

/**
 * Which kind of spreadsheet a file is by its bytes, whatever its name; null where it is none.
 * @throws EngineError `unreadable-file` (reason `damaged`) where it begins as one and is not whole
 */
export async function spreadsheetFormat(source: ByteSource): Promise<SpreadsheetFormat | null> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  if (begins(head, COMPOUND)) return 'xls';
  if (!begins(head, ZIP)) return null;
  const entries = await zipEntries(source);
  if (entries) return formatOf(entries, lettersOf(head));
  if (!speaksOfSheets(head)) return null;
  throw new EngineError('unreadable-file', { file: source.name, reason: 'damaged' });
}

/** Whether a file is a zip archive by its first bytes, and one cut off at that if it has no list of what it holds. */
export async function isCutArchive(source: ByteSource): Promise<boolean> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  return begins(head, ZIP) && !speaksOfSheets(head);
}

const lettersOf = (head: Uint8Array): string => new TextDecoder('latin1').decode(head).toLowerCase();

const speaksOfSheets = (head: Uint8Array): boolean =>
  /xl[/\\](workbook|worksheets)|opendocument\.spreadsheet/.test(lettersOf(head));

/** Whether an archive is a spreadsheet, by its head and what it holds. */
export async function isSpreadsheet(source: ByteSource, entries: readonly ZipEntry[]): Promise<boolean> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  return formatOf(entries, lettersOf(head)) !== null;
}

const begins = (head: Uint8Array, mark: readonly number[]): boolean =>
  mark.every((byte, at) => head[at] === byte);

function formatOf(entries: readonly ZipEntry[], opening: string): SpreadsheetFormat | null {
  if (entries.some(({ name }) => /^xl\/\w*workbook\w*\.bin$/.test(name))) return 'xlsb';
  if (entries.some(({ name }) => /^xl\/(\w*workbook\w*|worksheets\/.+)\.xml$/.test(name))) return 'xlsx';
  if (!entries.some(({ name }) => name === 'content.xml')) return null;
  // What it is stands at the beginning to be seen; some writers pack that too.
  const unseen = entries.some(({ name, method }) => name === 'mimetype' && method !== 0);
  return unseen || opening.includes('opendocument.spreadsheet') ? 'ods' : null;
}

/** @throws EngineError `file-too-large` where SheetJS could not hold what is unpacked */
export function refuseHuge(source: ByteSource, entries: readonly ZipEntry[]): void {
  const tables = entries.filter(({ name }) => /\.(xml|bin)$/.test(name));
  const whole = tables.reduce((sum, { size }) => sum + size, 0);
  const largest = tables.reduce((most, { size }) => Math.max(most, size), 0);
  if (largest > MOST_PART)
    throw new EngineError('file-too-large', { file: source.name, bytes: largest, limit: MOST_PART });
  if (whole > MOST_WHOLE)
    throw new EngineError('file-too-large', { file: source.name, bytes: whole, limit: MOST_WHOLE });
}
