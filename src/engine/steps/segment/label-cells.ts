import { float64, uint32 } from '../../table/buffers';
import { MISSING, NumberColumn, TextColumn, type Column } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';

/**
 * The two columns that say where each customer belongs: the segment's id and its name; segments of one name share it.
 * @param ids one per row, from 1; 0 for a row in no segment, which becomes blank
 * @param names that of segment 1 first
 */
export function labelCells(
  columns: { id: string; name: string },
  ids: Uint8Array,
  names: readonly string[],
): [string, Column][] {
  const distinct = [...new Set(names)];
  const shared = names.map((name) => distinct.indexOf(name));
  const cells = float64(ids.length);
  const codes = uint32(ids.length);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!;
    cells[row] = id === 0 ? NaN : id;
    codes[row] = id === 0 ? MISSING : shared[id - 1]!;
  }
  return [
    [columns.id, new NumberColumn(cells)],
    [columns.name, new TextColumn(codes, Dictionary.of(distinct))],
  ];
}

/** How likely each customer belongs where it is, to four decimals; blank where that is not known. */
export const probabilityCells = (name: string, membership: Float64Array): [string, Column] => [
  name,
  new NumberColumn(float64(membership.length).map((_, row) => Math.round(membership[row]! * 1e4) / 1e4)),
];
