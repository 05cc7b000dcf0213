import type { ColumnTable } from 'arquero';
import { columnOf } from '../../../table/table';
import type { GroupMoments } from '../../../stats/effect-size';
import type { Work } from '../../../work';
import type { ColumnOverview } from '../overview-of';
import { barCodes, type BarCodes } from './bar-codes';
import { wholeOf } from './coded-pictures';

/** What the brush needs of a card. */
export type BrushCard = Pick<ColumnOverview, 'name' | 'picture'> & { identifier?: boolean };

/** A column with its bars, and the numbers behind them. */
export interface BrushColumn extends BarCodes {
  name: string;
  shape: ColumnOverview['picture']['shape'];
  /** It names things: none of its values is worth telling. */
  identifier: boolean;
  /** Of a number column. */
  values: Float64Array | null;
  /** Rows of each bar, and at the end the blanks. */
  whole: Uint32Array;
  /** Of all its numbers. */
  moments: GroupMoments | null;
}

/** Reads each column once into bars: one byte a row and column (two where there are more than 255 bars). */
export async function brushColumns(
  table: ColumnTable,
  cards: readonly BrushCard[],
  work: Work,
): Promise<BrushColumn[]> {
  const columns: BrushColumn[] = [];
  for (const { name, picture, identifier = false } of cards) {
    if (picture.shape === 'none') continue;
    const column = columnOf(table, name);
    const coded = await barCodes(column, picture, work);
    const values = column.kind === 'number' ? column.values : null;
    const moments = values && momentsOf(values);
    columns.push({
      name,
      shape: picture.shape,
      identifier,
      ...coded,
      values,
      whole: wholeOf(coded),
      moments,
    });
  }
  return columns;
}

function momentsOf(values: Float64Array): GroupMoments {
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
