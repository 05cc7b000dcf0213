import type { ColumnTable } from 'arquero';
import { uint32 } from '../../table/buffers';
import { MISSING, TextColumn, type Column } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import { columnOf, take, withColumns } from '../../table/table';

/**
 * So many rows, spread evenly through the table. The texts of the columns named are packed anew where most of them are
 * not in the sample, so that a step that looks at each distinct text looks at few.
 */
export function sampledRows(table: ColumnTable, count: number, columns: readonly string[]): ColumnTable {
  const rows = table.numRows();
  const chosen = Uint32Array.from({ length: count }, (_, i) => Math.floor((i * rows) / count));
  const sample = take(table, chosen);
  const packed = columns.flatMap((name): (readonly [string, Column])[] => {
    const column = columnOf(sample, name);
    return column.kind === 'text' && column.dictionary.size > count ? [[name, repacked(column)]] : [];
  });
  return packed.length > 0 ? withColumns(sample, packed) : sample;
}

function repacked({ codes, dictionary }: TextColumn): TextColumn {
  const made = uint32(codes.length);
  const newCode = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== MISSING && !newCode.has(code)) newCode.set(code, newCode.size);
    made[row] = code === MISSING ? MISSING : newCode.get(code)!;
  }
  return new TextColumn(made, Dictionary.of([...newCode.keys()].map((code) => dictionary.text(code))));
}
