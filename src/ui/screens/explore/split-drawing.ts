import type { ColumnOverview, SplitShape, Spread } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import { acrossNumbers, acrossPeriods, type Across, type SplitPanel } from '../../charts/split-panels';
import type { NumberWriter } from '../../text/explore';
import { barRange, histogramNote, tailEnds } from '../../text/explore-column';
import { counted, shareInFull } from '../../text/format';
import { periodName, periodTick } from '../../text/periods';
import {
  blanksNote,
  clockSays,
  fallSays,
  groupName,
  groupsNote,
  SPLIT,
  splitBarWords,
  splitClockLine,
  splitDatesLine,
  splitNumbersLine,
  spreadTitle,
  type GroupedBy,
} from '../../text/split';
import { hourBars, weekdayBars } from './date-lines';

type Shape<S> = Extract<NonNullable<SplitShape['shape']>, { of: S }>;

/** All that a picture of one panel per group is made of. */
export interface SplitDrawing {
  title: string;
  line: string;
  note: string;
  panels: readonly SplitPanel[];
  across: (left: number, right: number) => Across;
  lined: boolean;
  table: ChartTable;
}

const sentences = (...all: string[]): string => all.filter((one) => one !== '').join(' ');

/** The histogram of each group. */
export function numbersDrawing(
  split: SplitShape,
  { histogram, spread }: Shape<'numbers'>,
  { column, by, write }: { column: ColumnOverview; by: GroupedBy; write: NumberWriter },
): SplitDrawing {
  const { edges, below, above, counts, scale } = histogram;
  const { whole } = column.numbers!;
  const ends = tailEnds(histogram, whole, write.plain);
  const names = [
    ...(below > 0 ? [`below ${ends.below}`] : []),
    ...counts.map((_, i) => barRange(edges[i]!, edges[i + 1]!, whole, write.plain)),
    ...(above > 0 ? [`above ${ends.above}`] : []),
  ];
  const levels = spread.groups.map(({ level }) => level);
  return {
    title: spreadTitle(spread, by, (bar) => `are ${names[bar]!}`, split.missing > 0),
    line: splitNumbersLine(column.name, scale === 'log', split.missing > 0),
    note: sentences(
      histogramNote({ histogram, density: null }, split.missing, ends),
      groupsNote(split, by, levels),
    ),
    panels: panelsOf(spread, names),
    across: acrossNumbers({ edges, log: scale === 'log', below, above }, write.axis),
    lined: false,
    table: sharesTable(column.name, names, spread),
  };
}

/** A line over time for each group. */
export function datesDrawing(
  split: SplitShape,
  { unit, starts, spread }: Shape<'dates'>,
  { column, by }: { column: ColumnOverview; by: GroupedBy },
): SplitDrawing {
  const names = starts.map((start) => periodName(start, unit, starts));
  const levels = spread.groups.map(({ level }) => level);
  const fall = (bar: number) => fallSays(starts, unit, bar);
  return {
    title: spreadTitle(spread, by, fall, split.missing > 0),
    line: splitDatesLine(column.name, unit, split.missing > 0),
    note: sentences(blanksNote(split.missing), groupsNote(split, by, levels)),
    panels: panelsOf(spread, names),
    across: acrossPeriods(starts.map((start, i) => periodTick(start, unit, starts, i))),
    lined: true,
    table: sharesTable(column.name, names, spread),
  };
}

/** Bars of each group by the day of the week, or by the hour. */
export function clockDrawing(
  split: SplitShape,
  shape: Shape<'dates'>,
  of: 'weekdays' | 'hours',
  { column, by }: { column: ColumnOverview; by: GroupedBy },
): SplitDrawing {
  const spread = shape[of];
  const bars = of === 'weekdays' ? weekdayBars(spread.all.counts) : hourBars(spread.all.counts);
  const names = bars.map(({ full }) => full);
  const levels = spread.groups.map(({ level }) => level);
  return {
    title: spreadTitle(spread, by, (bar) => clockSays(of, bar), split.missing > 0),
    line: splitClockLine(column.name, of, split.missing > 0),
    note: sentences(blanksNote(split.missing), groupsNote(split, by, levels)),
    panels: panelsOf(spread, names),
    across: acrossPeriods(bars.map(({ label }) => label)),
    lined: false,
    table: sharesTable(of === 'weekdays' ? SPLIT.weekday : SPLIT.hour, names, spread),
  };
}

const panelsOf = ({ groups, all }: Spread, names: readonly string[]): SplitPanel[] =>
  groups.map(({ level, rows, counts }) => ({
    name: groupName(level),
    side: counted(rows, 'row'),
    bars: counts.map((inBar, i) => {
      const [share, whole] = [inBar / rows, all.counts[i]! / all.rows];
      return { share, whole, words: splitBarWords(`${groupName(level)}, ${names[i]!}`, share, whole, inBar) };
    }),
  }));

function sharesTable(column: string, names: readonly string[], { groups, all }: Spread): ChartTable {
  const columns = [
    ...groups.map(({ level, ...group }) => ({ label: groupName(level), ...group })),
    { label: SPLIT.rows, ...all },
  ];
  const shares = names.map((_, i) => columns.map(({ rows, counts }) => counts[i]! / rows));
  return {
    columns: [
      { label: column, numeric: false },
      ...columns.map(({ label, rows }) => ({ label: `${label} (${counted(rows, 'row')})`, numeric: true })),
    ],
    rows: shares.map((cells, i) => [names[i]!, ...cells]),
    shown: shares.map((cells, i) => [names[i]!, ...cells.map(shareInFull)]),
  };
}
