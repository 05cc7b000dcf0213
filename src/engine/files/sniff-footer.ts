import { cellShape } from './cell-shape';

const MOST = 30;
/** What notes begin with. */
const MARKED = /^(\*|†|‡|¹|\[\d|\(\d?\*?\)|(source|notes?|quelle|fuente|hinweis)\b)/i;

/**
 * How many records below the table are notes: sentences that fill one cell where the table's records mostly fill
 * several. A total is none, nor a short record of values, for they belong to the table or show that it was cut.
 */
export function sniffFooter(records: readonly (readonly string[])[], width: number): number {
  if (width < 2) return 0;
  let count = 0;
  while (count < Math.min(MOST, records.length - 2) && isNote(records[records.length - 1 - count]!, width))
    count++;
  return count === MOST ? 0 : count;
}

/** One cell, of several words or behind a mark of notes; what splits it is a comma in its sentence. */
function isNote(record: readonly string[], width: number): boolean {
  const filled = record.filter((cell) => cell.trim() !== '');
  const text = filled.join(' ').trim();
  // A cell of several lines is one that a quote without its fellow has swallowed, more likely than a note.
  if (filled.length === 0 || record[0]?.trim() === '' || /[\r\n]/.test(text)) return false;
  const one = filled.length === 1;
  if (!one && record.length >= width) return false;
  if (MARKED.test(text)) return true;
  if (!one && filled.length * 2 > width) return false;
  return (
    cellShape(text) !== 'number' && cellShape(text) !== 'date' && text.split(/\s+/).length >= (one ? 3 : 6)
  );
}
