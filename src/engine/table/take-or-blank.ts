import { float64, uint32, uint8 } from './buffers';
import { BooleanColumn, DateColumn, MISSING, NumberColumn, TextColumn, type Column } from './columns';

/** The cells of the given rows, in that order, as a new column; MISSING in place of a row gives a blank. */
export function takeOrBlank(column: Column, rows: Uint32Array): Column {
  if (column.kind === 'text') {
    const codes = uint32(rows.length).fill(MISSING);
    rows.forEach((row, at) => row !== MISSING && (codes[at] = column.codes[row]!));
    return new TextColumn(codes, column.dictionary);
  }
  if (column.kind === 'boolean') {
    const values = uint8(rows.length).fill(2);
    rows.forEach((row, at) => row !== MISSING && (values[at] = column.values[row]!));
    return new BooleanColumn(values, column.spelling);
  }
  const values = float64(rows.length).fill(NaN);
  rows.forEach((row, at) => row !== MISSING && (values[at] = column.values[row]!));
  return column.kind === 'number' ? new NumberColumn(values) : new DateColumn(values, column.hasTime);
}
