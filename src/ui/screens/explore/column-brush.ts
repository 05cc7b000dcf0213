import type {
  BrushPicture,
  ColumnOverview,
  DateShape,
  Headline,
  Look,
  NumberShape,
  ValuesShape,
} from '../../../engine/index';
import { blankWords, type NumberWriter } from '../../text/explore';
import { barRange, tailEnds } from '../../text/explore-column';
import { BRUSH, otherValues, type BrushedIn } from '../../text/brush';
import { date } from '../../text/format';
import { periodPlain } from '../../text/periods';

const DAY = 86_400_000;

/** How rows are chosen in the picture of a column. */
export interface ColumnBrush {
  column: string;
  /** Which of its pictures, where there are several. */
  within?: BrushedIn;
  /** What its bars are; those of the card where it has none of its own. */
  of?: BrushPicture;
  /** What is counted in them, where it is not rows. */
  look?: Look;
  /** Bars that are chosen at once, in the order they are drawn, and their rows. */
  groups: readonly (readonly number[])[];
  whole: readonly number[];
  names: readonly string[];
  /** Rows that can be chosen and have no mark. */
  unseen: readonly { bar: number; label: string }[];
}

const blank = (bar: number, column: ColumnOverview): ColumnBrush['unseen'] =>
  column.missing > 0 ? [{ bar, label: blankWords(column) }] : [];

/** The bars of a histogram, and its tails where they are drawn. */
export function histogramBrush(
  column: ColumnOverview,
  histogram: NumberShape['histogram'],
  write: NumberWriter['plain'],
): ColumnBrush {
  const { edges, counts, below, above } = histogram;
  const whole = column.numbers!.whole;
  const ends = tailEnds(histogram, whole, write);
  const inside = counts.map((rows, i) => ({
    bar: i + 1,
    rows,
    name: barRange(edges[i]!, edges[i + 1]!, whole, write),
  }));
  const seen = [
    ...(below > 0 ? [{ bar: 0, rows: below, name: `below ${ends.below}` }] : []),
    ...inside,
    ...(above > 0 ? [{ bar: counts.length + 1, rows: above, name: `above ${ends.above}` }] : []),
  ];
  return {
    column: column.name,
    of: { shape: 'edges', edges },
    ...named(seen),
    unseen: blank(counts.length + 2, column),
  };
}

/** The values that are drawn; all others where they have a bar, else beside the picture. */
export function valuesBrush(
  column: ColumnOverview,
  { bars, others }: ValuesShape,
  drawn: number,
): ColumnBrush {
  const { kind, picture } = column;
  // Yes and no stand in another order here than on the card.
  const own = kind === 'boolean' && picture.shape === 'bars' ? picture.bars.map(({ value }) => value) : null;
  const seen = bars.map(({ value, count: rows }, at) => ({
    bar: own ? own.indexOf(value) : at,
    rows,
    name: value,
  }));
  const rest = { bar: bars.length, rows: others.count, name: BRUSH.others };
  const apart = others.values > 0 && drawn === bars.length;
  return {
    column: column.name,
    ...(!own && { of: { shape: 'bars', bars, others: others.count } }),
    ...named(others.values > 0 && !apart ? [...seen, rest] : seen),
    unseen: [
      ...(apart ? [{ bar: bars.length, label: otherValues(others.values) }] : []),
      ...blank((own ?? bars).length + 1, column),
    ],
  };
}

/** The periods of a date. */
export function periodsBrush(
  column: ColumnOverview,
  { unit, starts, counts }: Pick<DateShape, 'unit' | 'starts' | 'counts'>,
): ColumnBrush {
  return {
    column: column.name,
    of: { shape: 'time', unit, starts, counts },
    ...named(
      starts.map((start, bar) => ({ bar, rows: counts[bar]!, name: periodPlain(start, unit, starts) })),
    ),
    unseen: blank(starts.length, column),
  };
}

/** The periods of the headline, and what the selected rows bring in them. */
export function headlineBrush({ date: column, unit, starts, totals, measure }: Headline): ColumnBrush {
  const of = { shape: 'time' as const, unit, starts, counts: starts.map(() => 0) };
  const seen = starts.map((start, bar) => ({
    bar,
    rows: totals[bar]!,
    name: periodPlain(start, unit, starts),
  }));
  return {
    column,
    within: 'headline',
    of,
    look: measure.length > 0 ? [{ column, of }, 'money'] : [{ column, of }],
    ...named(seen),
    unseen: [],
  };
}

/** Between the edges that a range of a box plot can be chosen by. */
export function rangeBrush(
  column: ColumnOverview,
  edges: readonly number[],
  write: NumberWriter['plain'],
): ColumnBrush {
  const seen = edges.slice(1).map((edge, i) => ({
    bar: i + 1,
    rows: 0,
    name: `${write(edges[i]!)} to ${write(edge)}`,
  }));
  return {
    column: column.name,
    within: 'box',
    of: { shape: 'edges', edges },
    ...named(seen),
    unseen: [],
  };
}

/** The values up to which a share of all is told. */
export function cumulativeBrush(
  column: ColumnOverview,
  ecdf: NumberShape['ecdf'],
  write: NumberWriter['plain'],
): ColumnBrush {
  const ends = ecdf.map(({ value }) => value);
  const seen = ends.map((end, bar) => ({
    bar,
    rows: 0,
    name: bar === 0 ? write(end) : `above ${write(ends[bar - 1]!)}, up to ${write(end)}`,
  }));
  return {
    column: column.name,
    within: 'cumulative',
    of: { shape: 'steps', ends },
    ...named(seen),
    unseen: [],
  };
}

/** The days of a calendar. */
export function daysBrush(
  column: ColumnOverview,
  { from, counts }: NonNullable<DateShape['days']>,
): ColumnBrush {
  const seen = counts.map((rows, bar) => ({ bar, rows, name: date(from + bar * DAY) }));
  return {
    column: column.name,
    within: 'days',
    of: { shape: 'days', from, days: counts.length },
    ...named(seen),
    unseen: [],
  };
}

/** Days of the week, or hours. */
export function clockBrush(
  column: ColumnOverview,
  shape: 'weekdays' | 'hours',
  bars: readonly { full: string; value: number }[],
): ColumnBrush {
  const seen = bars.map(({ full, value }, bar) => ({ bar, rows: value, name: full }));
  return { column: column.name, within: shape, of: { shape }, ...named(seen), unseen: [] };
}

const named = (seen: readonly { bar: number; rows: number; name: string }[]) => ({
  groups: seen.map(({ bar }) => [bar]),
  whole: seen.map(({ rows }) => rows),
  names: seen.map(({ name }) => name),
});
