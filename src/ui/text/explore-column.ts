import type { ColumnOverview, ColumnShape, DateShape, NumberShape } from '../../engine/index';
import { numberWriter } from './explore';
import { count, counted, date, dateTime, number, share, shareInFull } from './format';

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

/** "Half are 5 or less" */
export const halfSays = (value: string): string => `Half are ${value} or less`;

/** What the histogram leaves to words. */
export function histogramNote(
  { histogram }: NumberShape,
  missing: number,
  unit: (value: number) => string,
): string {
  const { scale, edges, below, above, leftOut } = histogram;
  const tails = [
    ...(below > 0 ? [`${count(below)} below ${unit(edges[0]!)}`] : []),
    ...(above > 0 ? [`${count(above)} above ${unit(edges.at(-1)!)}`] : []),
  ];
  return [
    ...(tails.length > 0 ? [`The pale bars gather the tails: ${tails.join(', ')}.`] : []),
    ...(scale === 'log' && leftOut > 0 ? [`${count(leftOut)} at 0 have no place on this scale.`] : []),
    ...(missing > 0 ? [`${counted(missing, 'blank')} left out.`] : []),
  ].join(' ');
}

/** "Nothing lies far outside", "4,118 of 541,909 lie far outside". */
export function outliersTitle({ box }: NumberShape, present: number): string {
  if (box.beyond === 0) return 'Nothing lies far outside';
  return `${count(box.beyond)} of ${count(present)} ${box.beyond === 1 ? 'lies' : 'lie'} far outside (${share(box.beyond / present)})`;
}

export const BOX_LINE =
  'The box holds the middle half, the line in it is the median; whiskers reach 1.5 times the box, points lie beyond';

export function outliersNote(
  { box, fences, outliers }: NumberShape,
  write: (value: number) => string,
): string {
  if (box.beyond === 0) return '';
  const shown = outliers.rows.length;
  const limits = `Far outside is below ${write(fences.low)} or above ${write(fences.high)}.`;
  return shown < box.beyond ? `${limits} The ${count(shown)} farthest are drawn and listed.` : limits;
}

/** "90 % are 12 or less" */
export function cumulativeTitle({ ecdf }: NumberShape, write: (value: number) => string): string {
  const at = ecdf.find(({ share: part }) => part >= 0.9) ?? ecdf.at(-1)!;
  return `${share(at.share)} are ${write(at.value)} or less`;
}

/** Text and yes or no: the most frequent. */
export function valuesTitle(shape: Extract<ColumnShape['shape'], { of: 'values' }>, present: number): string {
  const [top] = shape.bars;
  if (!top) return 'Nothing in it';
  if (top.count === 1) return 'No value stands in two rows';
  return `${share(top.count / present)} say ${top.value.length > 40 ? `${top.value.slice(0, 39)}…` : top.value}`;
}

/** "30 of 3,684 values; the others stand in 300,000 rows" */
export function valuesNote(
  { bars, others }: Extract<ColumnShape['shape'], { of: 'values' }>,
  missing: number,
): string {
  return [
    ...(others.values > 0
      ? [`The ${count(bars.length)} most frequent of ${count(bars.length + others.values)} values are drawn.`]
      : []),
    ...(missing > 0 ? [`${counted(missing, 'blank')} left out.`] : []),
  ].join(' ');
}

const DAY = 86_400_000;

/** "Fridays have the most rows, 20 %" */
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
export const WEEKDAY_TICKS = WEEKDAYS.map((day) => day.slice(0, 3));
export const weekdayName = (at: number): string => WEEKDAYS[at]!;

export function weekdaysTitle(counts: readonly number[]): string {
  const whole = counts.reduce((sum, one) => sum + one, 0);
  const best = counts.indexOf(Math.max(...counts));
  return `${WEEKDAYS[best]}s have the most rows, ${share(counts[best]! / whole)}`;
}

export const hourName = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

export function hoursTitle(counts: readonly number[]): string {
  const [first, last] = [counts.findIndex((one) => one > 0), counts.findLastIndex((one) => one > 0)];
  const best = counts.indexOf(Math.max(...counts));
  const range = first > 0 || last < 23 ? `, all between ${hourName(first)} and ${hourName(last + 1)}` : '';
  return `The hour from ${hourName(best)} has the most rows${range}`;
}

export function daysTitle({ days }: DateShape): string {
  const counts = days!.counts;
  const best = counts.indexOf(Math.max(...counts));
  return `${date(days!.from + best * DAY)} has the most rows, ${count(counts[best]!)}`;
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
      [`Far below, under ${plain(lowFence)}`, count(below)],
      [`Far above, over ${plain(highFence)}`, count(above)],
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
          : 'nothing unexpected',
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
