import type { ColumnOverview, DateShape, ExploreFinding, Headline, NumberSummary } from '../../engine/index';
import { called } from './called';
import { count, counted, date, inUnit, listed, money, number, share, short, inWords } from './format';
import { hasMost, mostRows } from './most-rows';
import { findingWords } from './explore-findings';
import { isTotal, measureName } from './measure';
import { isCutShort, periodName, periodPlain } from './periods';
import { areYears } from './years';

export const EXPLORE = {
  headline: 'Every column at a glance.',
  worth: 'Worth knowing',
  nothing: 'Nothing stands out: no column is empty, none copies another, none has values far outside.',
  columns: 'The columns, one by one',
  line: 'Bars count rows. Long tails are gathered in the first or last bar.',
  looking: 'Looking at every column',
  failed: 'The columns could not be looked at. Open another place and come back to try again.',
  find: 'Find a column',
  none: 'No column goes by that.',
  sort: 'Order',
  kind: 'Kind',
} as const;

export const SORTS = [
  { value: 'file', label: 'As in the file' },
  { value: 'blank', label: 'Most blank' },
  { value: 'different', label: 'Most different' },
  { value: 'skewed', label: 'Most skewed' },
] as const;

export const KINDS = [
  { value: 'all', label: 'All kinds' },
  { value: 'number', label: 'Numbers' },
  { value: 'date', label: 'Dates' },
  { value: 'text', label: 'Text' },
  { value: 'boolean', label: 'Yes or no' },
] as const;

/** "541,909 rows · as read", "401,604 rows · after 3 steps of your own". */
export const exploreKicker = (rows: number, own: number): string =>
  `${counted(rows, 'row')} · ${own === 0 ? 'as read' : `after ${counted(own, 'step')} of your own`}`;

export interface NumberWriter {
  plain: (value: number) => string;
  /** As a sentence has it. */
  said: (value: number) => string;
  /** Large figures short. */
  brief: (value: number) => string;
  /** As an axis has it: nothing where whole numbers have no tick. */
  axis: (value: number) => string;
}

/** A value of a number column as a sentence says it; years unbroken. */
export function numberWriter(
  unit: string | null,
  { min, max, whole }: { min: number; max: number; whole?: boolean },
): NumberWriter {
  const years = whole !== false && areYears([min, max]);
  const plain = (value: number) => {
    if (unit === '%') return inUnit(number(value * 100, 2), unit);
    return inUnit(years && Number.isInteger(value) ? String(value) : figureText(value), unit);
  };
  const brief = (value: number) => {
    if (isOdd(value)) return inUnit(power(value).replace(/\.?0+(?=\s)/, ''), unit);
    if (years || unit === '%' || Math.abs(value) < 10_000) return plain(value);
    return inUnit(briefly(value), unit);
  };
  const axis = (value: number) =>
    (years || (whole && unit !== '%')) && !Number.isInteger(value) ? '' : brief(value);
  const said = (value: number) => {
    if (unit === '%' || isOdd(value) || Math.abs(value) < 1000) return plain(value);
    return Math.abs(value) < LONG ? plain(Math.round(value)) : brief(value);
  };
  return { plain, said, brief, axis };
}

/** From here on no one reads digits. */
const LARGE = 1e15;
const SMALL = 1e-6;
/** From here on a sentence has three figures. */
const LONG = 1e6;
const isOdd = (value: number): boolean =>
  Math.abs(value) >= LARGE || (value !== 0 && Math.abs(value) < SMALL);

/** Rows, or money, on an axis. */
export const countTick = (value: number): string =>
  Math.abs(value) < 10_000 ? number(value) : briefly(value);

/** "1.5 bn": three figures without the zeros behind them. */
const briefly = (value: number): string =>
  short(value)
    .replace(/(\.\d*?)0+(?=\D|$)/, '$1')
    .replace(/\.(?=\D|$)/, '');

/** Two decimals, more for what is small, and powers of ten for what no one reads in digits. */
export function figureText(value: number): string {
  if (isOdd(value)) return power(value);
  const size = Math.abs(value);
  return number(value, size === 0 || size >= 1 ? 2 : Math.min(20, 2 - Math.floor(Math.log10(size))));
}

const RAISED = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/** "3.02 × 10⁻⁹", on one line. */
function power(value: number): string {
  const [digits = '', exponent = ''] = value.toExponential(2).split('e');
  const raised = exponent
    .replace('+', '')
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => RAISED[Number(digit)]!);
  return `${digits.replace('-', '−')}\u00a0×\u00a010${raised}`;
}

/** The finding that tells most, and the next. */
export function exploreHead(
  rows: number,
  columns: number,
  headline: Headline | null,
  findings: readonly ExploreFinding[],
  units: ReadonlyMap<string, string> = new Map(),
): { title: string; dek: string } {
  const told = findings.map((finding) => findingWords(finding, units)).filter((words) => words !== null);
  const sentences = told.map(({ figure, sentence }) => `${figure} ${sentence}.`);
  const story = headline && contrastSays(headline);
  const [first, second] = story ? [story, sentences[0]] : sentences;
  return {
    title: first ?? `${counted(rows, 'row')}, ${counted(columns, 'column')}, nothing out of the ordinary.`,
    dek: second ?? '',
  };
}

/** "November brings 2.6 times as much as February." */
export function contrastSays(headline: Headline): string | null {
  const { contrast, measure, unit, starts } = headline;
  if (!contrast) return null;
  const [best, least] = [contrast.best, contrast.least].map((at) => periodPlain(starts[at]!, unit, starts));
  const times = number(contrast.times, contrast.times < 10 ? 1 : 0);
  return measure.length > 0
    ? `${best} brings ${times} times as much as ${least}.`
    : `${best} has ${times} times as many rows as ${least}.`;
}

/** "September to November bring 35 % of it" */
export function periodsTitle(headline: Headline): string {
  const { peak, contrast, unit, starts, measure, totals } = headline;
  const what = measure.length > 0 ? 'the money' : 'the rows';
  if (!peak) {
    const best = contrast?.best ?? totals.indexOf(Math.max(...totals));
    const most = measure.length > 0 ? 'brings most' : 'has the most rows';
    return `${periodPlain(starts[best]!, unit, starts)} ${most}, ${periodValue(headline, totals[best]!)}`;
  }
  const [from, to] = [peak.from, peak.to].map((at) => periodPlain(starts[at]!, unit, starts));
  const part = `${share(peak.share)} of ${what}`;
  if (from === to) return `${from} ${measure.length > 0 ? 'brings' : 'has'} ${part}`;
  return `${from} to ${to} ${measure.length > 0 ? 'bring' : 'have'} ${part}`;
}

/** "Quantity × UnitPrice by month, in the file’s currency; Dec 2011 ends on the 9th" */
export function periodsLine(headline: Headline): string {
  const { unit, measure, currency, starts, from, to, date: column } = headline;
  const unitSaid =
    measure.length === 0
      ? ''
      : `${isTotal(measure) ? '' : ' before returns'}, in ${currency ?? 'the file’s currency'}`;
  const ends = isCutShort(starts.at(-1) ?? to, to, unit);
  const begins = from > (starts[0] ?? from) + DAY - 1 && unit !== 'day';
  const cut = [
    ...(begins ? [`${periodName(starts[0]!, unit, starts)} begins on ${date(from)}`] : []),
    ...(ends ? [`${periodName(starts.at(-1)!, unit, starts)} ends on ${date(to)}`] : []),
  ];
  return `${measureName(headline)} by ${unit} of ${column}${unitSaid}${cut.length > 0 ? `; ${listed(cut)}` : ''}`;
}
const DAY = 86_400_000;

/** The value of a period: money, or rows in full. */
export const periodValue = ({ measure, currency }: Headline, value: number): string =>
  measure.length > 0 ? money(value, currency) : count(value);

/** "number", "text, 37 different", "rows by month". */
export function cardKind({ kind, distinct, picture, identifier, rows, missing }: ColumnOverview): string {
  if (missing === rows) return `${kind}, blank`;
  if (picture.shape === 'time') return `rows by ${picture.unit}`;
  if (kind === 'number') return 'number';
  if (kind === 'boolean') return 'yes or no';
  const many = distinct === rows - missing ? 'all different' : `${count(distinct)} different`;
  return `${identifier ? 'identifier' : kind}, ${many}`;
}

/** The one sentence of a card: "Half of all lines order 5 pieces or fewer; one in twenty 29 or more." */
export function cardSentence(column: ColumnOverview, unit: string | null = null): string {
  const { rows, missing, distinct, numbers, frequent, picture } = column;
  if (missing === rows) return 'Every cell is blank.';
  const filled = missing > 0 ? ' where it is not blank' : '';
  if (distinct === 1) return `Always ${called(onlyValue(column, unit))}${filled}.`;
  if (picture.shape === 'time') return `${busiestPeriod(picture)}.`;
  if (numbers && picture.shape !== 'bars') return numbersSay(column, numbers, unit);
  const [top] = frequent;
  if (!top) return `No value stands in two rows${filled}.`;
  const value = numbers ? numberWriter(unit, numbers).plain(Number(top.value)) : called(String(top.value));
  if (top.count / rows >= 0.02 && frequent[1]?.count === top.count) return asFrequent(column);
  if (top.count / rows >= 0.02)
    return `${share(top.count / rows)} of the rows ${numbers ? 'are' : 'say'} ${value}.`;
  return `The most frequent, ${value}, is in one row of ${count(Math.round(rows / top.count))}.`;
}

/** Where several values are the most frequent, none of them is named. */
function asFrequent({ frequent, distinct, rows }: ColumnOverview): string {
  const part = `${share(frequent[0]!.count / rows)} of the rows`;
  const even = frequent.length === distinct && frequent.every(({ count: one }) => one === frequent[0]!.count);
  return even
    ? `Each of the ${inWords(distinct)} values is in ${part}.`
    : `No value is in more than ${part}.`;
}

function onlyValue({ numbers, dates, frequent }: ColumnOverview, unit: string | null): string {
  if (numbers) return numberWriter(unit, numbers).plain(numbers.min);
  return dates ? date(dates.min) : String(frequent[0]?.value ?? 'the same');
}

/** Which month, week, day or year has the most rows. */
export function busiestPeriod({
  starts,
  counts,
  unit,
}: Pick<DateShape, 'starts' | 'counts' | 'unit'>): string {
  const name = (at: number) => periodName(starts[at]!, unit, starts, true);
  return mostRows(counts, unit, (best) => hasMost(name(best), counts[best]!));
}

const SKEWED = 1;

function numbersSay({ role }: ColumnOverview, numbers: NumberSummary, unit: string | null): string {
  const { quantiles, skewness } = numbers;
  const [low, quarter, half, threeQuarters, high] = quantiles.map(numberWriter(unit, numbers).said) as [
    string, string, string, string, string,
  ]; // prettier-ignore
  if (low === high) return `At least nine in ten are ${half}.`;
  if (quarter === threeQuarters)
    return half === high
      ? `At least half are ${half}; one in twenty is ${low} or less.`
      : `At least half are ${half}; one in twenty is ${high} or more.`;
  // "1 or less" of a column that has nothing below 1 sounds as if it had.
  if (numbers.min === quantiles[2]) return `At least half are ${half}; one in twenty is ${high} or more.`;
  if (role === 'quantity') return `Half of all lines order ${half} or fewer; one in twenty ${high} or more.`;
  if (role === 'price') return `Half cost ${half} or less; one in twenty ${high} or more.`;
  if (skewness !== null && skewness < -SKEWED)
    return `Half are ${half} or more; one in twenty is ${low} or less.`;
  if (skewness !== null && skewness > SKEWED)
    return `Half are ${half} or less; one in twenty is ${high} or more.`;
  return `Half lie between ${quarter} and ${threeQuarters}; the middle is ${half}.`;
}

const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** "1,454 blank", "25 % blank" */
export const blankWords = ({ missing, rows }: Pick<ColumnOverview, 'missing' | 'rows'>): string =>
  `${missing / rows < 0.01 ? count(missing) : share(missing / rows)} blank`;

/** The quiet line of a card: what is blank, 0 or below, days without rows. Empty where there is nothing to say. */
export function cardNote({
  rows,
  missing,
  distinct,
  numbers,
  dates,
  texts,
  picture,
}: ColumnOverview): string {
  const some: string[] = [];
  if (missing > 0 && missing < rows) some.push(blankWords({ missing, rows }));
  if (numbers && distinct > 1) {
    if (numbers.zeros > 0 && picture.shape !== 'bars')
      some.push(numbers.zeros === 1 ? '1 is 0' : `${count(numbers.zeros)} are 0`);
    if (numbers.negatives > 0) some.push(`${count(numbers.negatives)} below 0`);
  }
  if (dates && distinct > 1) {
    const without = WEEKDAYS.filter((_, day) => dates.weekdays[day] === 0);
    if (without.length > 0 && without.length < 3 && dates.days > 14)
      some.push(`no rows on ${listed(without, 'or')}`);
    if (dates.gap) some.push(`none from ${date(dates.gap.from)} to ${date(dates.gap.to)}`);
  }
  if (texts && distinct > 1) {
    const { shortest, longest } = texts;
    some.push(
      shortest === longest
        ? `${counted(longest, 'character')} each`
        : `${count(shortest)} to ${counted(longest, 'character')}`,
    );
  }
  return some.join(' · ');
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands below the small picture, left and right. */
export function pictureEnds(
  { picture, numbers }: ColumnOverview,
  unit: string | null = null,
): [string, string] {
  if (picture.shape === 'time') {
    const ends = [picture.starts[0]!, picture.starts.at(-1)!];
    return ends.map((start) => periodName(start, picture.unit, picture.starts, true)) as [string, string];
  }
  if (picture.shape !== 'histogram' || !numbers) return ['', ''];
  const { brief } = numberWriter(unit, numbers);
  return [
    picture.below > 0 ? `below ${brief(picture.from)}` : brief(picture.from),
    picture.above > 0 ? `above ${brief(picture.to)}` : brief(picture.to),
  ];
}
