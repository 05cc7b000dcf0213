import type { ColumnTable } from 'arquero';
import { columnOf } from '../../../table/table';
import type { GroupMoments } from '../../../stats/effect-size';
import type { Work } from '../../../work';
import type { ColumnOverview, NumberSummary } from '../overview-of';
import { barCodes, type BarCodes } from './bar-codes';
import { wholeOf } from './coded-pictures';

/** What the brush needs of a card. */
export type BrushCard = Pick<ColumnOverview, 'name' | 'picture'> & {
  identifier?: boolean;
  numbers?: Pick<NumberSummary, 'mean' | 'deviation'> | null;
};

/** A column with its bars, and the numbers behind them. */
export interface BrushColumn extends BarCodes {
  name: string;
  shape: ColumnOverview['picture']['shape'];
  /** It names things: none of its values is worth telling. */
  identifier: boolean;
  /** Of a number column. */
  values: Float64Array | null;
  /** Of a number column, and of a date its moments. */
  along: Float64Array | null;
  /** Rows of each bar, and at the end the blanks. */
  whole: Uint32Array;
  /** Of all its numbers; found out when they are first told of. */
  moments?: GroupMoments;
}

/** Reads a column once into bars: one byte a row (two where there are more than 255 bars). @throws Stopped */
export async function brushColumn(
  table: ColumnTable,
  { name, picture, identifier = false, numbers }: BrushCard,
  work: Work,
): Promise<BrushColumn> {
  const column = columnOf(table, name);
  const coded = await barCodes(column, picture, work);
  const values = column.kind === 'number' ? column.values : null;
  const along = column.kind === 'date' ? column.values : values;
  const whole = wholeOf(coded);
  const moments = numbers && momentsIn(numbers, column.length - whole[coded.bars]!);
  return {
    ...{ name, shape: picture.shape, identifier, ...coded, values, along, whole },
    ...(moments && { moments }),
  };
}

/** As the card has them. */
const momentsIn = (
  { mean, deviation }: Pick<NumberSummary, 'mean' | 'deviation'>,
  count: number,
): GroupMoments | null =>
  deviation === null || Number.isNaN(deviation)
    ? null
    : { count, mean, squares: deviation ** 2 * (count - 1) };

export function momentsOf(values: Float64Array): GroupMoments {
  let [count, sum] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    count++;
    sum += value;
  }
  const mean = count > 0 ? sum / count : 0;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    const from = values[row]! - mean;
    if (from === from) squares += from * from;
  }
  return { count, mean, squares };
}
