import { withBreaths } from '../../pieces';
import { risingInPieces } from '../../stats/rising';
import { inBlocks } from '../../steps/parts/blocks';
import type { Groups } from '../../steps/parts/groups';
import { MISSING } from '../../table/columns';
import type { Work } from '../../work';

/** Rows group by group: those of group g stand from `starts[g]` up to `starts[g + 1]`. */
export interface ByGroup {
  rows: Uint32Array;
  starts: Uint32Array;
}

/** Rows put together by their groups, in each in the order given; those in no group are left out. */
export async function byGroup(order: Uint32Array, { codes, size }: Groups, work: Work): Promise<ByGroup> {
  const starts = new Uint32Array(size + 1);
  await inBlocks(order.length, PHASE, work, (from, to) => {
    for (let i = from; i < to; i++) {
      const code = codes[order[i]!]!;
      if (code !== MISSING) starts[code + 1]!++;
    }
  });
  for (let group = 0; group < size; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const rows = new Uint32Array(starts[size]!);
  await inBlocks(order.length, PHASE, work, (from, to) => {
    for (let i = from; i < to; i++) {
      const row = order[i]!;
      const code = codes[row]!;
      if (code !== MISSING) rows[next[code]!++] = row;
    }
  });
  return { rows, starts };
}

export const PHASE = 'calculating';

/** Rows with a value, group by group, in each from the least value up; equal ones as they stand. */
export async function risingByGroup(values: Float64Array, groups: Groups, work: Work): Promise<ByGroup> {
  const plain = values.some((value) => value === 0) ? values.map((value) => value + 0) : values;
  const { rows } = await withBreaths(risingInPieces(plain), work);
  return groups.size === 1 && !groups.codes.includes(MISSING)
    ? { rows, starts: Uint32Array.of(0, rows.length) }
    : byGroup(rows, groups, work);
}
