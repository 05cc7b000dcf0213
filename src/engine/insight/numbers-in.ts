import type { ColumnTable } from 'arquero';
import { numberFromText } from '../steps/parts/number-from-text';
import { textReader } from '../steps/parts/text-reader';
import { float64 } from '../table/buffers';
import { MISSING, type TextColumn } from '../table/columns';
import { columnOf } from '../table/table';

/**
 * The numbers of a column whatever its kind; text is understood as `change-type` would, NaN where it is none.
 * Not a copy where the column holds numbers. Where a format is given, cells in another one, another currency's, are NaN.
 * @throws EngineError `missing-column`
 */
export function numbersIn(
  table: ColumnTable,
  name: string,
  decimal: '.' | ',',
  format: string | null = null,
): Float64Array {
  const column = columnOf(table, name);
  if (column.kind === 'number') return column.values;
  if (column.kind === 'text')
    return parsed(
      column,
      format === null ? (text) => numberFromText(text, decimal) : textReader('number', format),
    );
  return float64(column.length).fill(NaN);
}

function parsed(column: TextColumn, read: (text: string) => number): Float64Array {
  const { dictionary, codes } = column;
  const byCode = new Float64Array(dictionary.size);
  for (let code = 0; code < byCode.length; code++) byCode[code] = read(dictionary.text(code));
  const values = float64(codes.length);
  for (let row = 0; row < codes.length; row++)
    values[row] = codes[row] === MISSING ? NaN : byCode[codes[row]!]!;
  return values;
}
