import type { Box, ColumnOverview, DateShape, NumberShape, ValuesShape } from '../../engine/index';
import { called } from './called';
import { hourName, weekdayName } from './clock';
import { numberWriter } from './explore';
import { count, counted, date, dateTime, listed, number, share, shareInFull } from './format';
import { hasMost, mostRows } from './most-rows';
import { MONTHS_SHORT } from './periods';

export const COLUMN = {
  back: 'All columns',
  gone: 'This column is no longer in the table.',
  looking: 'Counting the rows of this column',
  failed: 'This column could not be looked at. Go back and open it again.',
  scale: 'Scale',
  bars: 'Bars',
  figures: 'All figures',
  showRows: 'Show rows',
} as const;

export const SCALES = {
  gathered: 'Long tails gathered',
  even: 'From least to greatest',
  log: 'Growing tenfold (logarithm)',
} as const;

/** "Half are 5 or less"; where the least is as common as that, how common it is: "97 % are 1". */
export function halfSays(
  { median, box, ecdf }: Pick<NumberShape, 'median' | 'box' | 'ecdf'>,
  write: (value: number) => string,
): string {
  const [least] = ecdf;
  const said = write(median);
  if (least && least.value === median) return `${share(least.share)} are ${said}`;
  return write(box.lower) === write(box.upper) ? `At least half are ${said}` : `Half are ${said} or less`;
}

/** The ends of a histogram whose tails are gathered. Bars of whole numbers end between two of them. */
export function tailEnds(
  { edges }: NumberShape['histogram'],
  whole: boolean,
  write: (value: number) => string,
): { below: string; above: string } {
  const [first, last] = [edges[0]!, edges.at(-1)!];
  return whole
    ? { below: write(Math.ceil(first) + 0), above: write(Math.floor(last) + 0) }
    : { below: write(first), above: write(last) };
}

/** A bandwidth, in two figures or more. */
const width = (value: number): string =>
  value >= 10_000 || value < 1e-6
    ? briefWriter.brief(value)
    : number(value, Math.max(0, 1 - Math.floor(Math.log10(value))));
const briefWriter = numberWriter(null, { min: 0, max: 1e6 });

/** What the histogram leaves to words. */
export function histogramNote(
  { histogram, density }: Pick<NumberShape, 'histogram' | 'density'>,
  missing: number,
  ends: ReturnType<typeof tailEnds>,
): string {
  const { scale, below, above, leftOut } = histogram;
  const tails = [
    ...(below > 0 ? [`${count(below)} below ${ends.below}`] : []),
    ...(above > 0 ? [`${count(above)} above ${ends.above}`] : []),
  ];
  return [
    ...(density
      ? [
          `The curve is the density, by a Gaussian kernel ${width(density.bandwidth)} wide (Silverman’s rule).`,
        ]
      : []),
    ...(tails.length > 0 ? [`The pale bars gather the tails: ${tails.join(', ')}.`] : []),
    ...(scale === 'log' && leftOut > 0 ? [`${count(leftOut)} at 0 have no place on this scale.`] : []),
    ...(missing > 0 ? [`${counted(missing, 'blank')} left out.`] : []),
  ].join(' ');
}

/** "Nothing lies beyond the whiskers", "4,118 of 541,909 lie beyond the whiskers (1 %)". */
export function outliersTitle({ box }: NumberShape, present: number): string {
  if (box.beyond === 0) return 'Nothing lies beyond the whiskers';
  return `${count(box.beyond)} of ${count(present)} ${box.beyond === 1 ? 'lies' : 'lie'} beyond the whiskers (${share(box.beyond / present)})`;
}

/** Whether pictures of all values are bent: wherever the histogram gathers long tails, or was asked to. */
export const isBent = ({ histogram }: Pick<NumberShape, 'histogram'>): boolean => histogram.scale !== 'even';
const bentSays = (bent: boolean): string => (bent ? ', on a logarithmic scale' : '');

export const cumulativeLine = (bent: boolean): string =>
  `Share of the filled cells that are at most as great${bentSays(bent)}`;

export const boxLine = (bent: boolean): string => `${BOX_LINE}${bentSays(bent)}`;
const BOX_LINE =
  'The box holds the middle half, the line in it is the median; whiskers reach 1.5 times the box, points lie beyond';

export function outliersNote(
  { box, fences, beyond, outliers }: NumberShape,
  write: (value: number) => string,
): string {
  if (box.beyond === 0) return '';
  const sides = [
    ...(beyond.some((value) => value < fences.low) ? [`below ${write(fences.low)}`] : []),
    ...(beyond.some((value) => value > fences.high) ? [`above ${write(fences.high)}`] : []),
  ];
  const limits = `They are ${sides.join(' or ')}.`;
  const drawn =
    beyond.length < box.beyond ? ` ${count(beyond.length)} of them, evenly drawn, are points.` : '';
  const listed = outliers.rows.length;
  return `${limits}${drawn}${listed < box.beyond ? ` The ${count(listed)} farthest are in the table.` : ''}`;
}

/** "90 % are 12 or less" */
export function cumulativeTitle({ ecdf }: NumberShape, write: (value: number) => string): string {
  const at = ecdf.find(({ share: part }) => part >= 0.9) ?? ecdf.at(-1)!;
  return `${share(at.share)} are ${write(at.value)} or less`;
}

/** Text and yes or no: the most frequent. */
export function valuesTitle(shape: ValuesShape, present: number): string {
  const [top] = shape.bars;
  if (!top) return 'Nothing in it';
  if (top.count === 1) return 'No value stands in two rows';
  return `${share(top.count / present)} say ${called(top.value)}`;
}

/** "30 of 3,684 values; the others stand in 300,000 rows" */
export function valuesNote({ bars, others }: ValuesShape, missing: number): string {
  return [
    ...(others.values > 0
      ? [
          `The ${count(bars.length)} most frequent of ${count(bars.length + others.values)} values; the others are in ${counted(others.count, 'row')}.`,
        ]
      : []),
    ...(missing > 0 ? [`${counted(missing, 'blank')} left out.`] : []),
  ].join(' ');
}

const DAY = 86_400_000;

/** "Fridays have the most rows, 20 %" */
export const WEEKDAY_TICKS = Array.from({ length: 7 }, (_, at) => weekdayName(at).slice(0, 3));

export function weekdaysTitle(counts: readonly number[]): string {
  const whole = counts.reduce((sum, one) => sum + one, 0);
  return mostRows(
    counts,
    'day of the week',
    (best) => `${weekdayName(best)}s have the most rows, ${share(counts[best]! / whole)}`,
  );
}

export function hoursTitle(counts: readonly number[]): string {
  const used = counts.flatMap((one, hour) => (one > 0 ? [hour] : []));
  if (used.length === 1) return `All rows are in the hour from ${hourName(used[0]!)}`;
  const [first = 0, last = 0] = [used[0], used.at(-1)];
  const range = first > 0 || last < 23 ? `, all between ${hourName(first)} and ${hourName(last + 1)}` : '';
  return `${mostRows(counts, 'hour', (best) => `The hour from ${hourName(best)} has the most rows`)}${range}`;
}

export function daysTitle({ days }: DateShape): string {
  const { from, counts } = days!;
  return mostRows(counts, 'day', (best) => hasMost(date(from + best * DAY), counts[best]!));
}

/** Names and values of all figures of a column, in the order they are read. */
export function figuresOf(column: ColumnOverview, unit: string | null): { name: string; value: string }[] {
  const { rows, missing, distinct, numbers, dates, texts } = column;
  const present = rows - missing;
  const general = [
    ['Rows', count(rows)],
    ['Blank', `${count(missing)} (${shareInFull(rows > 0 ? missing / rows : 0)})`],
    ['Different values', count(distinct)],
  ];
  const own: string[][] = [];
  if (numbers) {
    const { plain } = numberWriter(unit, numbers);
    const [p05, p25, median, p75, p95] = numbers.quantiles;
    const shape = (value: number | null) => (value === null ? 'not defined' : number(value, 3));
    const { below, above, lowFence, highFence } = numbers.outliers;
    own.push(
      ['Least', plain(numbers.min)],
      ['5 % are at most', plain(p05)],
      ['25 % are at most', plain(p25)],
      ['Median', plain(median)],
      ['75 % are at most', plain(p75)],
      ['95 % are at most', plain(p95)],
      ['Greatest', plain(numbers.max)],
      ['Mean', plain(numbers.mean)],
      ['Standard deviation', numbers.deviation === null ? 'not defined' : plain(numbers.deviation)],
      ['Skewness', shape(numbers.skewness)],
      ['Kurtosis', shape(numbers.kurtosis)],
      ['Zeros', count(numbers.zeros)],
      ['Below 0', count(numbers.negatives)],
      [`Outliers below ${plain(lowFence)}`, count(below)],
      [`Outliers above ${plain(highFence)}`, count(above)],
    );
  }
  if (dates) {
    const write = dates.hasTime ? dateTime : date;
    own.push(
      ['First', write(dates.min)],
      ['Last', write(dates.max)],
      ['Span', counted(Math.floor(dates.max / DAY) - Math.floor(dates.min / DAY) + 1, 'day')],
      ['Days with rows', count(dates.days)],
      [
        'Longest gap',
        dates.gap
          ? `${counted(dates.gap.days, 'day')}, ${date(dates.gap.from)} to ${date(dates.gap.to)}`
          : 'none that stands out',
      ],
    );
  }
  if (texts)
    own.push(
      ['Shortest', counted(texts.shortest, 'character')],
      ['Longest', counted(texts.longest, 'character')],
      ['Mean length', `${number(texts.meanLength, 1)} characters`],
    );
  return [...general, ...(present > 0 ? own : [])].map(([name, value]) => ({
    name: name!.replace(' %', '\u00a0%'),
    value: value!,
  }));
}

/** "Rows by Quantity, on a logarithmic scale" */
export const histogramLine = (column: string, scale: keyof typeof SCALES): string =>
  `Rows by ${column}${bentSays(scale === 'log')}`;

/** "3 to 5". */
export function barRange(from: number, to: number, whole: boolean, write: (value: number) => string): string {
  // Bars of whole numbers begin and end between two of them. Adding 0 takes the sign off −0.
  const betweenWhole = whole && from % 1 !== 0 && to % 1 !== 0;
  const [first, last] = betweenWhole ? [Math.ceil(from) + 0, Math.floor(to) + 0] : [from, to];
  return first === last ? write(first) : `${write(first)} to ${write(last)}`;
}

/** What pointing at a bar says: "3 to 5: 1,204 rows". */
export const barWords = (
  from: number,
  to: number,
  rows: number,
  whole: boolean,
  write: (value: number) => string,
): string => `${barRange(from, to, whole, write)}: ${counted(rows, 'row')}`;

export const tailWords = (where: 'below' | 'above', edge: string, rows: number): string =>
  `${where === 'below' ? 'Below' : 'Above'} ${edge}: ${counted(rows, 'row')}`;

export const boxWords = ({ lower, median, upper }: Box, write: (value: number) => string): string =>
  `Half between ${write(lower)} and ${write(upper)}, median ${write(median)}`;

const FARTHEST = 5;

/** Heading of the rows that lie farthest out. */
export const farthestTitle = (rows: number): string =>
  rows === 1 ? 'The row farthest out' : `The ${count(rows)} rows farthest out`;

/** "The farthest: 80,995, −80,995 and 74,215." */
export function farthestSay(values: readonly number[], write: (value: number) => string): string {
  const texts = [...new Set(values.map(write))].slice(0, FARTHEST);
  return `The farthest: ${listed(texts)}.`;
}

/** The most frequent values as bars, the others as one. */
export function valueBars({ bars, others }: ValuesShape, present: number) {
  const words = (label: string, rows: number) =>
    `${label}: ${counted(rows, 'row')}, ${shareInFull(rows / present)}`;
  const named = bars.map(({ value, count: rows }) => ({
    label: value,
    value: rows,
    words: words(value, rows),
    rest: false,
  }));
  const label = `${count(others.values)} other ${others.values === 1 ? 'value' : 'values'}`;
  const rest = { label, value: others.count, words: words(label, others.count), rest: true };
  // A bar far longer than all others would leave nothing of them.
  return others.values > 0 && others.count <= (bars[0]?.count ?? 0) ? [...named, rest] : named;
}

export const rowsLine = (column: string, unit: DateShape['unit']): string => `Rows by ${unit} of ${column}`;

export const calendarWords = (width: number) => ({
  months: MONTHS_SHORT,
  weekdays: (width > 600 ? ['Mon', 'Wed', 'Fri'] : ['M', 'W', 'F']) as [string, string, string],
  day: (ms: number, rows: number) => `${date(ms)}: ${counted(rows, 'row')}`,
});
