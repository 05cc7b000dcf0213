import { MISSING } from '../../table/columns';
import type { Groups } from '../parts/groups';

/** The rows of each group, rising. */
export interface RowsByGroup {
  of(group: number): Uint32Array;
}

/** Sorts rows into their groups, in time in proportion to their number. Rows without a group are in none. */
export function rowsByGroup({ codes, size }: Groups): RowsByGroup {
  const begins = new Uint32Array(size + 1);
  for (const code of codes) if (code !== MISSING) begins[code + 1]!++;
  for (let group = 0; group < size; group++) begins[group + 1]! += begins[group]!;
  const next = begins.slice();
  const rows = new Uint32Array(begins[size]!);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== MISSING) rows[next[code]!++] = row;
  }
  return { of: (group) => rows.subarray(begins[group], begins[group + 1]) };
}
