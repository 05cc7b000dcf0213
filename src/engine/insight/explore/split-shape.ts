import type { ColumnTable } from 'arquero';
import { withBreaths } from '../../pieces';
import { inBlocks } from '../../steps/parts/blocks';
import { dayOf } from '../../steps/parts/calendar';
import { SortedColumns } from '../../stats/sorted-columns';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { firstNotBelow } from '../first-not-below';
import { associationBetween } from './associations';
import type { ShapeOptions } from './column-shape';
import { dateShape, periodOf } from './date-shape';
import { hourOf, weekdayOf } from './date-summary';
import { firstAbove, type Histogram } from './histogram';
import { measuredColumn } from './measured-column';
import { wantedHistogram } from './number-shape';
import { boxesOf, dealtOut } from './pair/category-boxes';
import { countBoth, countsPicture, type Category, type Numbers, type PairPicture, type PairView } from './pair/pair-view'; // prettier-ignore
import type { PeriodUnit } from './periods';
import { splitGroups } from './split-groups';
import { spreadOf, type Spread } from './spread';

/** Values of a text that have a row of their own. */
const MOST_VALUES = 12;

/** A column split by the groups of another one. */
export interface SplitShape {
  rows: number;
  /** Rows that are blank in the column, and those that have a value there and are blank in the other. */
  missing: number;
  ungrouped: number;
  /** Null where no row has both. */
  shape:
    | {
        of: 'numbers';
        /** Bars of the whole column; the bars of `spread` are the tail below, these, and the tail above, each tail only where it has rows. */
        histogram: Histogram;
        spread: Spread;
        /** The boxes of the same groups. */
        pair: PairView;
      }
    | {
        of: 'dates';
        unit: PeriodUnit;
        starts: readonly number[];
        spread: Spread;
        /** From Monday on, and from midnight on. */
        weekdays: Spread;
        hours: Spread;
      }
    /** Counts of the 12 most frequent values (all others as one) down, the groups across. */
    | { of: 'values'; pair: PairView }
    | null;
}

/**
 * The main picture of a column once for each group of another, exact over all rows, with the edges of the whole column.
 * Blanks of either are in no group and counted.
 * @param by a column, or groups known otherwise, such as segments
 * @throws EngineError `missing-column`, Stopped
 * @see pandas, groupby and cut
 */
export async function splitShape(
  table: ColumnTable,
  name: string,
  by: string | Category,
  options: ShapeOptions,
  work: Work,
  sorted = new SortedColumns(1),
): Promise<SplitShape> {
  const column = columnOf(table, name);
  const groups = typeof by === 'string' ? await splitGroups(by, columnOf(table, by), work) : by;
  const kind = typeof by === 'string' ? columnOf(table, by).kind : 'text';
  const measured = await measuredColumn(name, column, work, { most: MOST_VALUES });
  const both = await countBoth(measured, groups, work);
  const present = await countBoth(measured, measured, work);
  const rows = table.numRows();
  const known = { rows, missing: rows - present, ungrouped: present - both };
  if (both === 0) return { ...known, shape: null };
  const pair = async (picture: PairPicture): Promise<PairView> => ({
    a: name,
    b: groups.name,
    kinds: [column.kind, kind],
    both,
    rows,
    association: await associationBetween(measured, groups, work),
    picture,
  });
  if (measured.kind === 'category')
    return { ...known, shape: { of: 'values', pair: await pair(countsPicture(measured, groups)) } };
  if (column.kind === 'date') return { ...known, shape: await splitDates(measured, groups, work) };
  const { boxes, ...bars } = await splitNumbers(measured, groups, { options, sorted }, work);
  return { ...known, shape: { of: 'numbers', ...bars, pair: await pair(boxes) } };
}

async function splitNumbers(
  number: Numbers,
  groups: Category,
  { options, sorted }: { options: ShapeOptions; sorted: SortedColumns },
  work: Work,
) {
  const rising = await sorted.of(number.values, work);
  const { histogram } = wantedHistogram(rising.values, options);
  const { below, above, leftOut, counts } = histogram;
  const inside = rising.values.subarray(below + leftOut, rising.values.length - above);
  const dealt = await withBreaths(dealtOut(rising, groups), work);
  const barsOf = (values: Float64Array): number[] => {
    const first = firstNotBelow(values, inside[0]!);
    const end = firstAbove(values, inside[inside.length - 1]!);
    const within = values.subarray(first, end);
    const starts = histogram.edges.slice(0, -1).map((edge) => firstNotBelow(within, edge));
    const bars = starts.map((start, i) => (starts[i + 1] ?? within.length) - start);
    return [...(below > 0 ? [first] : []), ...bars, ...(above > 0 ? [values.length - end] : [])];
  };
  const all = { rows: rising.values.length, counts: [...(below > 0 ? [below] : []), ...counts, ...(above > 0 ? [above] : [])] }; // prettier-ignore
  const found = groups.levels.map((level, at) => ({
    level,
    rows: dealt[at]!.length,
    counts: barsOf(dealt[at]!),
  }));
  return { histogram, spread: spreadOf(all, found), boxes: await boxesOf(number, groups, dealt, work) };
}

async function splitDates({ values }: Numbers, { codes, levels }: Category, work: Work) {
  const { present, shape } = await dateShape(values, work);
  const { unit, starts, counts } = shape!;
  const tally = (bars: number) => [null, ...levels].map(() => new Uint32Array(bars));
  const [periods, weekdays, hours] = [tally(starts.length), tally(7), tally(24)];
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const [value, group] = [values[row]!, codes[row]! + 1];
      if (value !== value) continue;
      const [day, hour] = [weekdayOf(dayOf(value)), hourOf(value)];
      weekdays[0]![day]!++;
      hours[0]![hour]!++;
      if (group > levels.length) continue;
      periods[group]![periodOf(value, starts)]!++;
      weekdays[group]![day]!++;
      hours[group]![hour]!++;
    }
  });
  const spread = ([all, ...groups]: readonly Uint32Array[], whole: readonly number[] = [...all!]) =>
    spreadOf(
      { rows: present, counts: whole },
      groups.map((bars, at) => ({
        level: levels[at]!,
        rows: bars.reduce((sum, count) => sum + count, 0),
        counts: [...bars],
      })),
    );
  return {
    of: 'dates' as const,
    unit,
    starts,
    spread: spread(periods, counts),
    weekdays: spread(weekdays),
    hours: spread(hours),
  };
}
