import { TextColumn, MISSING, type Column, type DateColumn } from '../../table/columns';
import { uint32 } from '../../table/buffers';
import { Dictionary } from '../../table/dictionary';

/** A cell in words: numbers plainly, dates as `YYYY-MM-DD` with `HH:mm:ss` where the column has times. */
export function textOf(column: Column, row: number): string | null {
  const cell = column.at(row);
  if (cell === null) return null;
  if (column.kind === 'date') return dateText(column, row);
  if (column.kind === 'boolean') return column.spelling[column.values[row] === 1 ? 1 : 0];
  return String(cell);
}

function dateText(column: DateColumn, row: number): string {
  const iso = new Date(column.values[row]!).toISOString();
  return column.hasTime ? iso.slice(0, 19).replace('T', ' ') : iso.slice(0, 10);
}

/** The column as text, cell by cell as `textOf` says it. Blanks stay blank. */
export function asText(column: Column): TextColumn {
  const codeOf = new Map<string, number>();
  const codes = uint32(column.length);
  for (let row = 0; row < column.length; row++) {
    const text = textOf(column, row);
    let code = text === null ? MISSING : codeOf.get(text);
    if (code === undefined) codeOf.set(text!, (code = codeOf.size));
    codes[row] = code;
  }
  return new TextColumn(codes, Dictionary.of([...codeOf.keys()]));
}
