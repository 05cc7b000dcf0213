import type { ColumnTable } from 'arquero';
import { numberFromText } from '../steps/parts/number-from-text';
import { float64 } from '../table/buffers';
import { MISSING, type TextColumn } from '../table/columns';
import { columnOf } from '../table/table';

/**
 * The numbers of a column whatever its kind; text is understood as `change-type` would, NaN where it is none.
 * Not a copy where the column holds numbers.
 * @throws EngineError `missing-column`
 */
export function numbersIn(table: ColumnTable, name: string, decimal: '.' | ','): Float64Array {
  const column = columnOf(table, name);
  if (column.kind === 'number') return column.values;
  if (column.kind === 'text') return parsed(column, decimal);
  return float64(column.length).fill(NaN);
}

function parsed(column: TextColumn, decimal: '.' | ','): Float64Array {
  const { dictionary, codes } = column;
  const byCode = new Float64Array(dictionary.size);
  for (let code = 0; code < byCode.length; code++)
    byCode[code] = numberFromText(dictionary.text(code), decimal);
  const values = float64(codes.length);
  for (let row = 0; row < codes.length; row++)
    values[row] = codes[row] === MISSING ? NaN : byCode[codes[row]!]!;
  return values;
}
