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
  const { rows } = await withBreaths(risingInPieces(withoutMinusZero(values)), work);
  return groups.size === 1 && !groups.codes.includes(MISSING)
    ? { rows, starts: Uint32Array.of(0, rows.length) }
    : byGroup(rows, groups, work);
}

/** −0 and 0 are one. */
function withoutMinusZero(values: Float64Array): Float64Array {
  const plain = new Float64Array(values.length);
  for (let row = 0; row < plain.length; row++) plain[row] = values[row]! + 0;
  return plain;
}

/** Values group by group, rising: those of group g stand from `starts[g]` up to `starts[g + 1]`. Blanks are left out. */
export async function risingValues(
  values: Float64Array,
  { codes, size }: Groups,
  work: Work,
): Promise<{ rising: Float64Array; starts: Uint32Array }> {
  const starts = new Uint32Array(size + 1);
  await inBlocks(values.length, PHASE, work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      if (code !== MISSING && values[row] === values[row]) starts[code + 1]!++;
    }
  });
  for (let group = 0; group < size; group++) starts[group + 1]! += starts[group]!;
  const next = starts.slice();
  const rising = new Float64Array(starts[size]!);
  await inBlocks(values.length, PHASE, work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      if (code !== MISSING && values[row] === values[row]) rising[next[code]!++] = values[row]! + 0;
    }
  });
  await sortEach(rising, starts, work);
  return { rising, starts };
}

/** A few at once by themselves, many by digits. */
const MANY = 8192;

async function sortEach(rising: Float64Array, starts: Uint32Array, work: Work): Promise<void> {
  for (let group = 0, since = 0; group + 1 < starts.length; group++) {
    const part = rising.subarray(starts[group], starts[group + 1]);
    if (part.length >= MANY) part.set((await withBreaths(risingInPieces(part), work)).values);
    else if (part.length < FEW) insert(part);
    else part.sort();
    since += part.length;
    if (since < MANY) continue;
    since = 0;
    const rest = work.breathe({ phase: PHASE, done: starts[group + 1]!, total: rising.length, unit: 'rows' });
    if (rest) await rest;
  }
}

/** So few are sooner put in their places here than handed over. */
const FEW = 40;

function insert(part: Float64Array): void {
  for (let i = 1; i < part.length; i++) {
    const value = part[i]!;
    let at = i;
    while (at > 0 && part[at - 1]! > value) {
      part[at] = part[at - 1]!;
      at--;
    }
    part[at] = value;
  }
}
