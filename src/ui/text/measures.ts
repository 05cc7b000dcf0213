import type { Kind } from '../../engine/index';

interface MeasureWords {
  /** Its name; `{days}`, `{column}` and `{value}` stand for what was chosen. */
  label: string;
  /** What it says of a customer. */
  about: string;
  /** Kinds of the column it measures; none: it measures no column. */
  of?: readonly Kind[];
  needs?: readonly ('date' | 'money' | 'orders' | 'value' | 'days')[];
}

const ANY: readonly Kind[] = ['number', 'date', 'text', 'boolean'];
const NUMBER: readonly Kind[] = ['number'];

/** Measures per customer in a marketer's words, as the step `aggregate` has them. */
export const MEASURES = {
  recency: { label: 'Recency', about: 'Days since the last purchase.', needs: ['date'] },
  frequency: { label: 'Frequency', about: 'Orders placed.', needs: ['orders'] },
  monetary: { label: 'Monetary value', about: 'All purchases less returns.', needs: ['money'] },
  'last-purchase': { label: 'Last purchase', about: 'Its day.', needs: ['date'] },
  'first-purchase': { label: 'First purchase', about: 'Its day.', needs: ['date'] },
  tenure: { label: 'Tenure', about: 'Days since the first purchase.', needs: ['date'] },
  'purchase-days': { label: 'Days with a purchase', about: 'How many.', needs: ['date'] },
  'mean-gap': { label: 'Mean days between orders', about: 'How often a customer comes back; blank after one day only.', needs: ['date'] },
  'median-gap': { label: 'Median days between orders', about: 'The usual wait; blank after one day only.', needs: ['date'] },
  'deviation-gap': { label: 'Regularity', about: 'Standard deviation of the days between orders; 0 is like clockwork.', needs: ['date'] },
  'spend-last': { label: 'Spend in the last {days} days', about: 'Purchases less returns before the day counted to.', needs: ['date', 'money', 'days'] },
  'orders-last': { label: 'Orders in the last {days} days', about: 'Before the day counted to.', needs: ['date', 'orders', 'days'] },
  'order-value': { label: 'Mean order value', about: 'Purchases by order; returns are not taken off.', needs: ['money', 'orders'] },
  'basket-size': { label: 'Basket size', about: 'Lines in an order, on average.', needs: ['orders'] },
  trend: { label: 'Trend of spend', about: 'By how much spend rises every 30 days (slope); below 0 it falls.', needs: ['date', 'money'] },
  'returned-share': { label: 'Share returned', about: 'Money returned by money spent.', needs: ['money'] },
  'favourite-weekday': { label: 'Favourite weekday', about: 'The day of the week with most purchase days.', needs: ['date'] },
  'weekend-share': { label: 'Share of weekends', about: 'Saturdays and Sundays among the days with a purchase.', needs: ['date'] },
  repeats: { label: 'Times bought again', about: 'Days with a purchase behind the first; for what customers are worth.', needs: ['date'] },
  'repeat-span': { label: 'Days to the last purchase', about: 'From the first one on; for what customers are worth.', needs: ['date'] },
  'seen-days': { label: 'Days seen', about: 'From the first purchase to the day before the one counted to; for what customers are worth.', needs: ['date'] },
  'repeat-value': { label: 'Mean value of later purchases', about: 'A day with a purchase behind the first; returns are not taken off.', needs: ['date', 'money'] },
  rows: { label: 'Order lines', about: 'Rows of the file, returns too.' },
  favourite: { label: 'Favourite {column}', about: 'The most common one among purchases.', of: ['text'] },
  distinct: { label: 'Different {column}', about: 'How many different ones.', of: ANY },
  share: { label: 'Share of {column} {value}', about: 'Of the rows bought, those with this value.', of: ['text'], needs: ['value'] },
  'money-share': { label: 'Share of money: {column} {value}', about: 'Of the money spent, that on rows with this value.', of: ['text'], needs: ['value', 'money'] },
  sum: { label: 'Sum of {column}', about: 'Over all rows, returns too.', of: NUMBER },
  mean: { label: 'Mean {column}', about: 'Over all rows, returns too.', of: NUMBER },
  median: { label: 'Median {column}', about: 'Over all rows, returns too.', of: NUMBER },
  deviation: { label: 'Deviation of {column}', about: 'Standard deviation over all rows.', of: NUMBER },
  min: { label: 'Least {column}', about: 'Over all rows.', of: ['number', 'date'] },
  max: { label: 'Greatest {column}', about: 'Over all rows.', of: ['number', 'date'] },
  first: { label: 'First {column}', about: 'Of the earliest row that has one.', of: ANY },
  last: { label: 'Last {column}', about: 'Of the latest row that has one.', of: ANY },
} as const satisfies Record<string, MeasureWords>; // prettier-ignore
export type MeasureKey = keyof typeof MEASURES;

/** The words of a measure, whether or not it has all of them. */
export const wordsOf = (measure: MeasureKey): MeasureWords => MEASURES[measure];

/** "Spend in the last 90 days" of a measure as it was chosen. */
export function measureLabel(one: {
  measure: MeasureKey;
  column?: string;
  value?: string;
  days?: number;
}): string {
  return wordsOf(one.measure)
    .label.replace('{days}', String(one.days ?? '…'))
    .replace('{column}', one.column ?? '…')
    .replace('{value}', one.value ?? '…');
}

const FOR_WORTH: readonly MeasureKey[] = ['repeats', 'repeat-span', 'seen-days', 'repeat-value'];
const nameFor = (measure: MeasureKey): string => {
  const { label } = wordsOf(measure);
  return FOR_WORTH.includes(measure)
    ? `For their worth: ${label.charAt(0).toLowerCase()}${label.slice(1)}`
    : label;
};

/** The same as a choice in a list: "Spend in the last days", "For their worth: days seen". */
export const measureName = (measure: MeasureKey): string =>
  nameFor(measure)
    .replace(/ \{(days|value)\}/g, '')
    .replace('{column}', 'of a column')
    .replace('Share of money: of a column', 'Share of money on a value')
    .replace('Share of of a column', 'Share of a value')
    .replace('of of a column', 'of a column');

/** "Times bought again, days seen: what Tell what summarised customers are worth learns from." */
export const worthSaid = (all: readonly { measure: MeasureKey }[]): string => {
  const names = all
    .map(({ measure }) => measureLabel({ measure }))
    .join(', ')
    .toLowerCase();
  return `${names.charAt(0).toUpperCase()}${names.slice(1)}: “Tell what summarised customers are worth” learns from these.`;
};

export const MEASURE_FORM = {
  legend: 'One column for each of these',
  all: 'All',
  none: 'None',
  worth: 'What is needed to tell their worth',
  more: 'Another measure',
  measure: 'Measure',
  column: 'Of the column',
  value: 'Value',
  days: 'Days',
  add: 'Add measure',
  countTo: 'Count to',
  countToHint: 'Empty: the day after the last order.',
  blankMoney: 'Set aside rows without money; else they count as purchases of 0',
  keep: 'Take along what says who a customer is; where orders differ, as the newest has it',
  keepFirst: 'Take along what says who a customer is; where orders differ, as the first row has it',
} as const;
