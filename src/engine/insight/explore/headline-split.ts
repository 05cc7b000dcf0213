import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import { periodOf } from './date-shape';
import type { Headline } from './finding';
import type { Category } from './pair/pair-view';

/** What each period brought to each group. */
export interface HeadlineSplit {
  /** Those that have something; level null is all other values together, last. */
  groups: readonly { level: string | null; totals: readonly number[] }[];
  /** Rows in no group. */
  ungrouped: number;
}

/**
 * The headline once for each group, exact over all rows with a date.
 * @param money what each row brings; null counts rows
 * @throws EngineError `missing-column`, Stopped
 */
export async function headlineSplit(
  table: ColumnTable,
  { date, starts }: Pick<Headline, 'date' | 'starts'>,
  money: Float64Array | null,
  { codes, levels }: Category,
  work: Work,
): Promise<HeadlineSplit> {
  const { values } = columnAs(table, date, 'date');
  const found = levels.map((level) => ({ level, totals: new Array<number>(starts.length).fill(0) }));
  let ungrouped = 0;
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      const group = found[codes[row]!];
      if (group) group.totals[periodOf(value, starts)]! += money ? money[row]! : 1;
      else ungrouped++;
    }
  });
  return { groups: found.filter(({ totals }) => totals.some((total) => total > 0)), ungrouped };
}
