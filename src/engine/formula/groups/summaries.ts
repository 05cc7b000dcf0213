import { inBlocks } from '../../steps/parts/blocks';
import { quantile } from '../../stats/quantile';
import { float64 } from '../../table/buffers';
import { DateColumn, isMissing, MISSING, NumberColumn, type Column } from '../../table/columns';
import { takeOrBlank } from '../../table/take-or-blank';
import type { InGroups } from '../function';
import { byGroup, PHASE, risingValues } from './by-group';

/** Numbers or dates; texts by their codes, booleans as 0 and 1, NaN where missing. */
export function numbersIn(column: Column): Float64Array {
  if (column.kind === 'number' || column.kind === 'date') return column.values;
  const cells = column.kind === 'text' ? column.codes : column.values;
  const blank = column.kind === 'text' ? MISSING : 2;
  const values = new Float64Array(cells.length);
  for (let row = 0; row < values.length; row++) values[row] = cells[row] === blank ? NaN : cells[row]!;
  return values;
}

/** Values of groups as a column of the kind they were computed from. */
const like = (column: Column, values: Float64Array): Column =>
  column.kind === 'date' ? new DateColumn(values, column.hasTime) : new NumberColumn(values);

/** Sums that keep what rounding loses, and how many cells they are of. @see CompensatedSum */
export async function sums(values: Float64Array, { groups: { codes, size }, work }: InGroups) {
  const [sum, lost, count] = [float64(size), new Float64Array(size), new Uint32Array(size)];
  await inBlocks(values.length, PHASE, work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      const group = codes[row]!;
      if (value !== value || group === MISSING) continue;
      const before = sum[group]!;
      const after = before + value;
      const taken = after - before;
      lost[group]! += before - (after - taken) + (value - taken);
      sum[group] = after;
      count[group]!++;
    }
  });
  for (let group = 0; group < size; group++) sum[group]! += lost[group]!;
  return { sum, count };
}

export type Summary = (args: readonly Column[], within: InGroups) => Promise<Column>;

/** Of no cells the sum is a blank, as every other figure. */
export const sum: Summary = async ([column], within) => {
  const found = await sums(numbersIn(column!), within);
  return new NumberColumn(found.sum.map((value, group) => (found.count[group] === 0 ? NaN : value)));
};

export const mean: Summary = async ([column], within) => {
  const found = await sums(numbersIn(column!), within);
  return new NumberColumn(found.sum.map((value, group) => value / found.count[group]!));
};

/** Divisor n − 1; a blank of fewer than two cells. */
export const stdev: Summary = async ([column], within) => {
  const values = numbersIn(column!);
  const first = await sums(values, within);
  const { codes } = within.groups;
  const squares = new Float64Array(values.length);
  await inBlocks(values.length, PHASE, within.work, (from, to) => {
    for (let row = from; row < to; row++) {
      const group = codes[row]!;
      const apart = group === MISSING ? NaN : values[row]! - first.sum[group]! / first.count[group]!;
      squares[row] = apart * apart;
    }
  });
  const second = await sums(squares, within);
  return new NumberColumn(
    second.sum.map((value, group) => {
      const n = first.count[group]!;
      return n < 2 ? NaN : Math.sqrt(value / (n - 1));
    }),
  );
};

const extreme =
  (which: 'min' | 'max'): Summary =>
  async ([column], { groups: { codes, size }, work }) => {
    const values = numbersIn(column!);
    const found = float64(size).fill(NaN);
    await inBlocks(values.length, PHASE, work, (from, to) => {
      for (let row = from; row < to; row++) {
        const value = values[row]!;
        const group = codes[row]!;
        if (value !== value || group === MISSING) continue;
        const best = found[group]!;
        if (best !== best || (which === 'min' ? value < best : value > best)) found[group] = value;
      }
    });
    return like(column!, found);
  };
export const min = extreme('min');
export const max = extreme('max');

/** Quantiles of type 7. @param share 0 to 1 */
async function quantiles(column: Column, share: number, within: InGroups): Promise<Column> {
  const values = numbersIn(column);
  const { rising, starts } = await risingValues(values, within.groups, within.work);
  const found = float64(within.groups.size);
  for (let group = 0; group < found.length; group++)
    found[group] = quantile(rising.subarray(starts[group], starts[group + 1]), share);
  return like(column, column.kind === 'date' ? found.map(Math.round) : found);
}
export const median: Summary = ([column], within) => quantiles(column!, 0.5, within);
export const percentile: Summary = ([column], within) =>
  quantiles(column!, Number(within.constants[1]), within);

/** Cells that are there; without an argument, rows. */
export const count: Summary = async ([column], { rows, groups: { codes, size }, work }) => {
  const found = float64(size);
  await inBlocks(rows, PHASE, work, (from, to) => {
    for (let row = from; row < to; row++) {
      const group = codes[row]!;
      if (group !== MISSING && !(column && isMissing(column, row))) found[group]!++;
    }
  });
  return new NumberColumn(found);
};

export const countDistinct: Summary = async ([column], within) => {
  const values = numbersIn(column!);
  const { rising, starts } = await risingValues(values, within.groups, within.work);
  const found = float64(within.groups.size);
  for (let group = 0; group < found.length; group++) {
    for (let i = starts[group]!; i < starts[group + 1]!; i++)
      if (i === starts[group] || rising[i] !== rising[i - 1]) found[group]!++;
  }
  return new NumberColumn(found);
};

const end =
  (which: 'first' | 'last'): Summary =>
  async ([column], within) => {
    const { rows, starts } = await byGroup(await within.order(), within.groups, within.work);
    const found = new Uint32Array(within.groups.size).fill(MISSING);
    for (let group = 0; group < found.length; group++) {
      const [from, to] = [starts[group]!, starts[group + 1]!];
      let at = which === 'first' ? from : to - 1;
      const step = which === 'first' ? 1 : -1;
      while (at >= from && at < to && isMissing(column!, rows[at]!)) at += step;
      if (at >= from && at < to) found[group] = rows[at]!;
    }
    return takeOrBlank(column!, found);
  };
export const first = end('first');
export const last = end('last');
