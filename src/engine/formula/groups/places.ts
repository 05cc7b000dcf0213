import { inBlocks } from '../../steps/parts/blocks';
import { float64, uint32 } from '../../table/buffers';
import { MISSING, NumberColumn, type Column } from '../../table/columns';
import { takeOrBlank } from '../../table/take-or-blank';
import type { InGroups } from '../function';
import { byGroup, PHASE, risingByGroup, type ByGroup } from './by-group';
import { numbersIn, sums } from './summaries';

export type Place = (args: readonly Column[], within: InGroups) => Promise<Column>;

/** For each run of equal values within a group: its first and last place in the group, from 1, and the group's size. */
async function eachTie(
  column: Column,
  within: InGroups,
  rank: (first: number, last: number, size: number) => number,
): Promise<Column> {
  const values = numbersIn(column);
  const { rows, starts } = await risingByGroup(values, within.groups, within.work);
  const found = float64(within.rows).fill(NaN);
  for (let group = 0; group + 1 < starts.length; group++) {
    const [from, to] = [starts[group]!, starts[group + 1]!];
    for (let i = from; i < to;) {
      let end = i + 1;
      while (end < to && values[rows[end]!] === values[rows[i]!]) end++;
      const placed = rank(i - from + 1, end - from, to - from);
      for (; i < end; i++) found[rows[i]!] = placed;
    }
  }
  return new NumberColumn(found);
}

/** 1 for the least; equal values share the mean of their places. */
export const rank: Place = ([column], within) =>
  eachTie(column!, within, (first, last) => (first + last) / 2);

/** The share of the others that are less, 0 to 1; 0 for one alone. */
export const percentRank: Place = ([column], within) =>
  eachTie(column!, within, (first, _, size) => (size === 1 ? 0 : (first - 1) / (size - 1)));

const ordered = async ({ order, groups, work }: InGroups): Promise<ByGroup> =>
  byGroup(await order(), groups, work);

export const rowNumber: Place = async (_, within) => {
  const { rows, starts } = await ordered(within);
  const found = float64(within.rows).fill(NaN);
  for (let group = 0; group + 1 < starts.length; group++)
    for (let i = starts[group]!; i < starts[group + 1]!; i++) found[rows[i]!] = i - starts[group]! + 1;
  return new NumberColumn(found);
};

const shifted =
  (sign: 1 | -1): Place =>
  async ([column], within) => {
    const by = Number(within.constants[1] ?? 1) * sign;
    const { rows, starts } = await ordered(within);
    const from = uint32(within.rows).fill(MISSING);
    for (let group = 0; group + 1 < starts.length; group++) {
      const [begin, end] = [starts[group]!, starts[group + 1]!];
      for (let i = Math.max(begin, begin + by); i < end && i - by < end; i++) from[rows[i]!] = rows[i - by]!;
    }
    return takeOrBlank(column!, from);
  };
/** The value so many rows before; a blank where there is none. */
export const lag = shifted(1);
export const lead = shifted(-1);

/** The sum up to and with the row; a blank stays one and adds nothing. */
export const cumulativeSum: Place = async ([column], within) => {
  const values = numbersIn(column!);
  const { rows, starts } = await ordered(within);
  const found = float64(within.rows).fill(NaN);
  for (let group = 0; group + 1 < starts.length; group++) {
    let [sum, lost] = [0, 0];
    for (let i = starts[group]!; i < starts[group + 1]!; i++) {
      const value = values[rows[i]!]!;
      if (value !== value) continue;
      const after = sum + value;
      const taken = after - sum;
      lost += sum - (after - taken) + (value - taken);
      sum = after;
      found[rows[i]!] = sum + lost;
    }
  }
  return new NumberColumn(found);
};

/** The value as a share of the sum of all; a blank where that is 0. */
export const shareOfTotal: Place = async ([column], within) => {
  const values = numbersIn(column!);
  const { sum } = await sums(values, within);
  const { codes } = within.groups;
  const found = float64(within.rows);
  await inBlocks(within.rows, PHASE, within.work, (from, to) => {
    for (let row = from; row < to; row++) {
      const total = codes[row] === MISSING ? NaN : sum[codes[row]!]!;
      found[row] = total === 0 ? NaN : values[row]! / total;
    }
  });
  return new NumberColumn(found);
};
