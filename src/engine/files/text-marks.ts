import { uint32 } from '../table/buffers';
import { KNOWN_MARKS, Marks } from '../table/build/marks';
import { MISSING, TextColumn } from '../table/columns';

/**
 * The column with the given spellings turned into missing cells, and how often each was met; the column itself
 * where it holds none.
 */
export function withoutMarks(
  column: TextColumn,
  marks: readonly string[],
): { column: TextColumn; met: Map<string, number> } {
  const met = new Map<string, number>();
  const { dictionary } = column;
  const { bytes, offsets, size } = dictionary;
  const known = new Marks(marks);
  const markOf = new Map<number, string>();
  for (let code = 0; code < size; code++) {
    if (known.match(bytes, offsets[code]!, offsets[code + 1]!) === null) continue;
    const text = dictionary.text(code);
    if (marks.includes(text)) markOf.set(code, text);
  }
  if (markOf.size === 0) return { column, met };
  const newCode = new Uint32Array(size);
  let kept = 0;
  for (let code = 0; code < size; code++) newCode[code] = markOf.has(code) ? MISSING : kept++;
  const codes = uint32(column.length);
  const before = column.codes;
  for (let row = 0; row < codes.length; row++) {
    const code = before[row]!;
    codes[row] = code === MISSING ? MISSING : newCode[code]!;
    const mark = code === MISSING ? undefined : markOf.get(code);
    if (mark !== undefined) met.set(mark, (met.get(mark) ?? 0) + 1);
  }
  return { column: new TextColumn(codes, dictionary.without(markOf)), met };
}

/** How often each known mark stands in a text column as a word. */
export function marksAsWords({ codes, dictionary }: TextColumn): Map<string, number> {
  const known = new Marks(KNOWN_MARKS);
  const markOf = new Map<number, string>();
  for (let code = 0; code < dictionary.size; code++) {
    const mark = known.match(dictionary.bytes, dictionary.offsets[code]!, dictionary.offsets[code + 1]!);
    if (mark !== null) markOf.set(code, mark);
  }
  const counts = new Map<string, number>();
  if (markOf.size === 0) return counts;
  for (const code of codes) {
    const mark = markOf.get(code);
    if (mark !== undefined) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  return counts;
}

/**
 * The known marks in a column of codes: texts of which every other one holds a digit, as numbers of customers and
 * orders do. `NULL` between C-1041 and C-2207 is nobody's number. In a column of words a mark may be a word.
 */
export function marksAmongCodes({ dictionary: { bytes, offsets, size } }: TextColumn): string[] {
  const known = new Marks(KNOWN_MARKS);
  const marks: string[] = [];
  let codes = 0;
  for (let code = 0; code < size; code++) {
    const start = offsets[code]!;
    const end = offsets[code + 1]!;
    const mark = known.match(bytes, start, end);
    if (mark !== null) marks.push(mark);
    else if (holdsDigit(bytes, start, end)) codes++;
    else return [];
  }
  return codes > marks.length ? marks : [];
}

function holdsDigit(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) return true;
  return false;
}
