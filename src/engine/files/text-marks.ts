import { uint32 } from '../table/buffers';
import { KNOWN_MARKS, Marks } from '../table/build/marks';
import { MISSING, TextColumn } from '../table/columns';
import { Dictionary } from '../table/dictionary';

/**
 * The column with the given spellings turned into missing cells, and how often each was met; the column itself
 * where it holds none.
 */
export function withoutMarks(
  column: TextColumn,
  marks: readonly string[],
): { column: TextColumn; met: Map<string, number> } {
  const met = new Map<string, number>();
  const longest = Math.max(0, ...marks.map((mark) => mark.length)) * 3;
  const { offsets, size } = column.dictionary;
  const newCode = new Uint32Array(size);
  const kept: number[] = [];
  const markOf = new Map<number, string>();
  for (let code = 0; code < size; code++) {
    const text = offsets[code + 1]! - offsets[code]! <= longest ? column.dictionary.text(code) : null;
    if (text !== null && marks.includes(text)) {
      markOf.set(code, text);
      newCode[code] = MISSING;
    } else {
      newCode[code] = kept.length;
      kept.push(code);
    }
  }
  if (markOf.size === 0) return { column, met };
  const codes = uint32(column.length);
  for (let row = 0; row < codes.length; row++) {
    const code = column.codes[row]!;
    codes[row] = code === MISSING ? MISSING : newCode[code]!;
    const mark = code === MISSING ? undefined : markOf.get(code);
    if (mark !== undefined) met.set(mark, (met.get(mark) ?? 0) + 1);
  }
  return {
    column: new TextColumn(codes, Dictionary.of(kept.map((code) => column.dictionary.text(code)))),
    met,
  };
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

const DIGIT = /\d/;

/**
 * The known marks in a column of codes: texts of which every other one holds a digit, as numbers of customers and
 * orders do. `NULL` between C-1041 and C-2207 is nobody's number. In a column of words a mark may be a word.
 */
export function marksAmongCodes({ dictionary }: TextColumn): string[] {
  const marks: string[] = [];
  let codes = 0;
  for (let code = 0; code < dictionary.size; code++) {
    const text = dictionary.text(code);
    if (KNOWN_MARKS.includes(text.trim())) marks.push(text.trim());
    else if (DIGIT.test(text)) codes++;
    else return [];
  }
  return codes > marks.length ? marks : [];
}
