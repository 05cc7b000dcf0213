import { commonest } from './sniff-delimiter';
import { nameable } from './sniff-header';

const MOST = 30;

/**
 * How many records above the table are titles and notes: they fill at most one cell, where the table's records
 * mostly have several. 0 for a table of one column.
 */
export function sniffPreamble(records: readonly (readonly string[])[]): number {
  const width = commonest(records);
  if (width < 2) return 0;
  const filled = (record: readonly string[]) => record.filter((cell) => cell.trim() !== '').length;
  let at = 0;
  const notes = notesBeforeGap(records, width);
  while (at < Math.min(MOST, records.length - 1)) {
    const record = records[at]!;
    const short = record.length < width && (filled(record) <= 1 || record.length * 2 <= width);
    const title = width > 2 && filled(record) <= 1;
    if (!short && !title && at >= notes && !isLonger(records, at, width)) break;
    at++;
  }
  // Nothing but such records: they are the table.
  return at === Math.min(MOST, records.length - 1) ? 0 : at;
}

/** In a table of two columns a title fills as many cells as many a row; the blank record below it tells them apart. */
function notesBeforeGap(records: readonly (readonly string[])[], width: number): number {
  const filled = records.slice(0, MOST).map((record) => record.filter((cell) => cell.trim() !== '').length);
  const gap = filled.indexOf(0);
  return width === 2 && gap > 0 && filled.slice(0, gap).every((count) => count <= 1) ? gap + 1 : 0;
}

const NEARLY_ALL = 0.95;

/** A first record with more cells than nearly all others, above one that names as many columns as they have. */
function isLonger(records: readonly (readonly string[])[], at: number, width: number): boolean {
  if (at > 0 || records[0]!.length <= width || records.length < 4) return false;
  const alike = records.filter((record) => record.length === width).length;
  return alike >= (records.length - 1) * NEARLY_ALL && nameable(records[1]!) === width;
}
