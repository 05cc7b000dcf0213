import { TextBuilder } from '../table/build/text-builder';
import { MISSING, type TextColumn } from '../table/columns';
import type { ColumnFill } from './column-fill';
import type { Sniffed } from './sniff';
import { encodingByLetters, isMostlyUtf8, isUtf8, type StrangeCells } from './sniff-encoding';

/** A column of text some of whose cells are no UTF-8, and whether they are more than a few. */
interface StrangeColumn {
  name: string;
  builder: TextBuilder;
  isOther: boolean;
}

const LF = 0x0a;

/** The columns of text that are not UTF-8 throughout. */
export function strangeColumns(fills: readonly ColumnFill[]): StrangeColumn[] {
  return fills.flatMap(({ name, builder }) =>
    builder instanceof TextBuilder && !isUtf8(builder.distinctBytes, true)
      ? [{ name, builder, isOther: !isMostlyUtf8(builder.distinctBytes, true) }]
      : [],
  );
}

/** What was concluded, with the encoding that reads these columns: the beginning of the file said nothing of it. */
export function inOtherEncoding(sniffed: Sniffed, columns: readonly StrangeColumn[]): Sniffed {
  const found = strangeCells(columns.map(({ name, builder }) => ({ name, column: builder.finish() })));
  const told = encodingByLetters(found?.lines ?? new Uint8Array());
  const encoding = { ...told, ...(found && { late: found.cells }) };
  const options = { ...sniffed.options, encoding: told.encoding };
  return { ...sniffed, options, evidence: { ...sniffed.evidence, encoding } };
}

/** The cells of these columns that are no UTF-8, the first of them by rows, and their different texts, one to a line. */
export function strangeCells(
  columns: readonly { name: string; column: TextColumn }[],
): { cells: StrangeCells; lines: Uint8Array } | null {
  let cells: StrangeCells | null = null;
  const lines: number[] = [];
  for (const { name, column } of columns) {
    const { codes, dictionary } = column;
    const strange = new Set<number>();
    for (let code = 0; code < dictionary.size; code++) {
      // A copy: what decodes refuses shared memory.
      const text = dictionary.bytes.slice(dictionary.offsets[code], dictionary.offsets[code + 1]);
      if (isUtf8(text, true)) continue;
      strange.add(code);
      if (lines.length < MOST_BYTES) lines.push(...text.subarray(0, MOST_BYTES), LF);
    }
    for (let row = 0; strange.size > 0 && row < codes.length; row++) {
      if (codes[row] === MISSING || !strange.has(codes[row]!)) continue;
      cells ??= { count: 0, column: name, row: row + 1 };
      if (row + 1 < cells.row) cells = { count: cells.count, column: name, row: row + 1 };
      cells.count++;
    }
  }
  return cells && { cells, lines: Uint8Array.from(lines) };
}

/** Enough to tell an encoding by. */
const MOST_BYTES = 1 << 15;
