import type { ColumnOverview, SelectionRule, Told } from '../../engine/index';
import type { BrushView } from '../../workers/pairs-api';
import { numberWriter } from './explore';
import { count, counted, fixed, number, share } from './format';
import { keptWhere } from './kept-where';
import { coefficient } from './pairs';
import { periodPlain } from './periods';

export const BRUSH = {
  hint: 'Drag over the bars of a card or a chart, or click one, to see what else is different in those rows.',
  keep: 'Keep only these rows',
  clear: 'Clear',
  keys: 'S goes to the buttons and back.',
  added: 'The other rows are set aside.',
  failed: 'The rows could not be counted.',
  nothing: 'No other column is clearly different here.',
  others: 'All others',
  selected: 'Selected',
  range: 'Drag along a box to choose a range of its rows, along the axis below for a range of all of them.',
  shares: 'The lines at the foot are the selected share of the rows.',
} as const;

/** A finding about the selected rows: "In the selected rows no two columns go together more than weakly". */
export const inSelected = (finding: string): string =>
  `In the selected rows${finding.startsWith('Of these ') ? ',' : ''} ${OPENING.test(finding) ? lowered(finding) : finding}`;
/** Words that begin a finding, not a name of a column. */
const OPENING = /^(No (two|day|week|month|year|value) |None of these |Of these )/;
const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** Of several pictures of a column, which one it is. */
export type BrushedIn = keyof typeof BRUSHED_IN | { beside: string };

const BRUSHED_IN = {
  headline: 'in the picture at the top',
  box: 'in the box',
  cumulative: 'in the rising line',
  days: 'day by day',
  weekdays: 'by day of the week',
  hours: 'by hour',
} as const;

/** "Choose rows by Quantity, in the box" */
export function brushLabel(column: string, of?: BrushedIn): string {
  const said = of && (typeof of === 'object' ? `beside ${of.beside}` : BRUSHED_IN[of]);
  return `Choose rows by ${column}${said ? `, ${said}` : ''}`;
}

/** Where one is, or all that is chosen, in the order it is seen: "18 to 27, 5 bars chosen". */
export function brushValue(here: string, names: readonly string[], chosen: number): string {
  const [first, last] = [names[0], names.at(-1)];
  if (chosen === 0) return `${here}, none chosen`;
  if (first === undefined || last === undefined) return `${here}, ${counted(chosen, 'bar')} chosen`;
  if (names.length === 1) return `${first} chosen`;
  return `${between(first, last)}, ${counted(chosen, 'bar')} chosen`;
}

/** Two figures: "18 to 27". */
const RANGE = /^([^ ]*\d[^ ]*) to ([^ ]*\d[^ ]*)$/;

function between(first: string, last: string): string {
  const [from, to] = [RANGE.exec(first)?.[1], RANGE.exec(last)?.[2]];
  return from !== undefined && to !== undefined ? `${from} to ${to}` : `from ${first} through ${last}`;
}

/** A sentence about all rows, while some are selected. */
export const ofAllRows = (sentence: string): string =>
  /^[^ ]+ of the rows (say|are) /.test(sentence)
    ? sentence.replace(' of the rows ', ' of all rows ')
    : `All rows: ${sentence}`;

/** What a bar stands for, as a sentence begins: "November", "United Kingdom", "Quantity 10 to 20". */
export function barName(
  { kind, picture, numbers }: ColumnOverview,
  bar: number,
  unit: string | null,
): string {
  switch (picture.shape) {
    case 'time':
      return periodPlain(picture.starts[bar]!, picture.unit, picture.starts);
    case 'bars': {
      const value = picture.bars[bar]?.value;
      if (value === undefined) return BRUSH.others;
      return kind === 'number' && numbers ? numberWriter(unit, numbers).plain(Number(value)) : value;
    }
    case 'histogram': {
      const { plain } = numberWriter(unit, numbers ?? { min: 0, max: 0 });
      const { from, to, counts } = picture;
      const edge = (i: number) => plain(Number((from + ((to - from) * i) / counts.length).toPrecision(12)));
      if (bar === 0) return `below ${edge(0)}`;
      return bar > counts.length ? `${edge(counts.length)} and more` : `${edge(bar - 1)} to ${edge(bar)}`;
    }
    case 'none':
      return '';
  }
}

/** Of several bars chosen at once, which are all that have no line of their own. */
export const barsName = (card: ColumnOverview, bars: readonly number[], unit: string | null): string =>
  bars.length > 1 ? BRUSH.others : barName(card, bars[0] ?? 0, unit);

/** A label where several columns have one alike: "25 % blank in Age". */
export const inColumn = (label: string, column: string): string => `${label} in ${column}`;

/** "3,654 other values" */
export const otherValues = (values: number): string =>
  `${count(values)} other ${values === 1 ? 'value' : 'values'}`;

/** "12,345 of 541,909 rows selected" */
export const selectedSays = ({ selected, rows }: Pick<BrushView, 'selected' | 'rows'>): string =>
  `${count(selected)} of ${counted(rows, 'row')} selected (${share(rows > 0 ? selected / rows : 0)})`;

/** What they were selected by, ": Unit price €18 to €27"; empty where that cannot be said. */
export function selectedBy(
  { step }: Pick<BrushView, 'step'>,
  cards: readonly ColumnOverview[],
  units: ReadonlyMap<string, string>,
): string {
  const numbersOf = (column: string) => cards.find(({ name }) => name === column)?.numbers ?? null;
  const write = (column: string, value: number) =>
    numberWriter(units.get(column) ?? null, numbersOf(column) ?? { min: 0, max: 0 }).plain(
      Number(value.toPrecision(12)),
    );
  const said = keptWhere(step, write, (column) => numbersOf(column)?.whole ?? false);
  return said === '' ? '' : `: ${said}`;
}

/** "November is 2.1 times as frequent here", "mean Quantity is 34, not 9.6" */
export function toldSays(
  told: Told,
  cards: readonly ColumnOverview[],
  units: ReadonlyMap<string, string>,
): string {
  const card = cards.find(({ name }) => name === told.column);
  if (!card) return '';
  if (told.is === 'copy') return `${told.column} nearly repeats ${told.of} and is left out here`;
  const unit = units.get(told.column) ?? null;
  if (told.is === 'mean') {
    const { plain } = numberWriter(unit, card.numbers ?? { min: 0, max: 0 });
    return `${told.column} is ${plain(rounded(told.mean))} on average, ${plain(rounded(told.overall))} in all rows`;
  }
  const dates = cards.filter(({ picture }) => picture.shape === 'time').length;
  const name = nameIn(card, told.bar, unit, dates);
  return `${name} is ${number(told.times, told.times < 10 ? 1 : 0)} times as frequent here`;
}

/** Three figures are enough of a mean. */
const rounded = (value: number): number =>
  Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));

/** A value with its column, a period by itself where there is one date. */
function nameIn(card: ColumnOverview, bar: number, unit: string | null, dates: number): string {
  const name = barName(card, bar, unit);
  return card.picture.shape === 'time' && dates === 1 ? name : `${card.name} ${name}`;
}

/** The effect (Cohen’s h or d) and its interval, for who wants them; shares are of the cells that are not blank. */
export function effectSays(told: Told, cards: readonly ColumnOverview[] = []): string {
  if (told.is === 'copy') return '';
  if (told.is === 'mean') {
    const { value, low, high } = told.interval;
    return `Cohen’s d ${coefficient(value)} (95 %: ${coefficient(low)} to ${coefficient(high)})`;
  }
  const { low, high } = told.difference;
  const blanks = (cards.find(({ name }) => name === told.column)?.missing ?? 0) > 0;
  return `${share(told.share)}${blanks ? ' of the filled cells' : ''} here, ${share(told.overall)} in all; Cohen’s h ${coefficient(told.effect)}, ${points(low)} to ${points(high)} points above the rest (95 %)`;
}

const points = (value: number): string => fixed(value * 100, 1);

export const TO_SEGMENT = {
  button: 'Make this a segment',
  title: 'Make this a segment',
  make: 'Make the segment',
  leave: 'Leave as it is',
  two: 'Customers are then in two groups: this segment and everyone else.',
  instead:
    'It takes the place of the segments there are: customers are then in this one or among everyone else.',
  first: 'It counts before your other rules: customers who meet it leave the group they are in.',
  full: 'There are as many rules as there can be. Remove one in Segments first.',
  failed: 'The rule could not be made. Choose the rows again.',
} as const;

const NO_RULE: Record<Extract<SelectionRule, { ok: false }>['why'], string> = {
  blanks: 'A segment cannot ask for blanks. Choose rows with a value.',
  apart: 'A segment takes one range of a column. Choose bars side by side.',
  'many-values': 'That is more than a hundred values. Choose some of them.',
  'many-columns': 'A segment asks for four columns at most. Choose in fewer.',
  all: 'That is every customer. Choose some of them.',
};

/** Why a selection makes no segment. */
export const noRuleSays = (why: keyof typeof NO_RULE): string => NO_RULE[why];

/** "312 of 2,240 customers (14 %)" */
export const customersSay = ({ selected, rows }: Pick<BrushView, 'selected' | 'rows'>): string =>
  `${count(selected)} of ${counted(rows, 'customer')} (${share(rows > 0 ? selected / rows : 0)})`;

/** "Of the selected rows: half between 3 and 12, median 6." */
export const selectedBoxSays = (box: string): string =>
  `Of the selected rows: ${box.charAt(0).toLowerCase()}${box.slice(1)}.`;

export const segmentMade = (name: string): string => `${name} is a segment now.`;
