import { MISSING, type Column, type NumberColumn, type TextColumn } from '../table/columns';
import type { ByteWriter } from './byte-writer';
import { cellWriter, numberText, type CsvStyle } from './cell-writer';

/** What a number may be written with. */
const OF_NUMBERS = '0123456789.,+-eInfity';

/** Writes the cells of one column as bytes, the same as `cellWriter` as text; nothing for a missing one. */
export function cellBytes(column: Column, style: CsvStyle, out: ByteWriter): (row: number) => void {
  if (column.kind === 'text') return textBytes(column, style, out);
  if (column.kind === 'number' && !OF_NUMBERS.includes(style.delimiter))
    return numberBytes(column, style, out);
  const cell = cellWriter(column, style);
  return (row) => out.text(cell(row));
}

/** Bytes of the dictionary go as they are. */
function textBytes(
  { codes, dictionary }: TextColumn,
  { guard }: CsvStyle,
  out: ByteWriter,
): (row: number) => void {
  const { bytes, offsets } = dictionary;
  return (row) => {
    const code = codes[row]!;
    if (code === MISSING) return;
    const [start, end] = [offsets[code]!, offsets[code + 1]!];
    if (guard?.needed(bytes, start, end)) out.guarded(bytes, start, end);
    else out.cell(bytes, start, end);
  };
}

/** Whole numbers that a bit operation holds need no text. */
function numberBytes(
  { values }: NumberColumn,
  { decimal }: CsvStyle,
  out: ByteWriter,
): (row: number) => void {
  return (row) => {
    const value = values[row]!;
    if (value === value >>> 0) out.digits(value);
    else out.text(numberText(value, decimal));
  };
}
