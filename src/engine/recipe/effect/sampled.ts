import type { ColumnTable } from 'arquero';
import { uint32, uint8 } from '../../table/buffers';
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
  const anew = columns.flatMap((name): (readonly [string, Column])[] => {
    const column = columnOf(sample, name);
    return column.kind === 'text' && column.dictionary.size > count ? [[name, repacked(column)]] : [];
  });
  return anew.length > 0 ? withColumns(sample, anew) : sample;
}

function repacked({ codes, dictionary }: TextColumn): TextColumn {
  const made = uint32(codes.length);
  const newCode = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== MISSING && !newCode.has(code)) newCode.set(code, newCode.size);
    made[row] = code === MISSING ? MISSING : newCode.get(code)!;
  }
  return new TextColumn(made, packed(dictionary, [...newCode.keys()]));
}

/** Some of the texts, by their bytes: to decode a few of many costs more than to copy them. */
function packed({ bytes, offsets }: Dictionary, codes: readonly number[]): Dictionary {
  const ends = uint32(codes.length + 1);
  codes.forEach((code, at) => (ends[at + 1] = ends[at]! + offsets[code + 1]! - offsets[code]!));
  const copy = uint8(ends[codes.length]!);
  codes.forEach((code, at) => copy.set(bytes.subarray(offsets[code], offsets[code + 1]), ends[at]));
  return new Dictionary(copy, ends);
}
