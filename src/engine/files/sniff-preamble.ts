import { commonest } from './sniff-delimiter';

const MOST = 30;

/**
 * How many records above the table are titles and notes: they fill at most one cell, where the table's records
 * mostly have several. 0 for a table of one column.
 */
export function sniffPreamble(records: readonly string[][]): number {
  const width = commonest(records);
  if (width < 2) return 0;
  const filled = (record: readonly string[]) => record.filter((cell) => cell.trim() !== '').length;
  let at = 0;
  while (at < Math.min(MOST, records.length - 1)) {
    const record = records[at]!;
    const short = record.length < width && (filled(record) <= 1 || record.length * 2 <= width);
    const title = width > 2 && filled(record) <= 1;
    if (!short && !title) break;
    at++;
  }
  // Nothing but such records: they are the table.
  return at === Math.min(MOST, records.length - 1) ? 0 : at;
}
