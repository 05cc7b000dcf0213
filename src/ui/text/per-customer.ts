import type { RecipeStep, StepEffect, StepOutcome } from '../../engine/index';
import { count, counted, share } from './format';

type Params = RecipeStep['params'];
interface Detail {
  op: string;
  key: string;
  sentence: (value: number) => string;
}

export const VALUE_FORM = {
  about:
    'Orders to come are learnt from how often customers came back (BG/NBD), money per order from what they spent (Gamma-Gamma). Returns are not taken off.',
  horizon: 'Days ahead',
  discount: 'Money loses in a month, per cent',
  discountHint: 'What comes later is worth less today; 0: as much.',
  countTo: 'Count to',
  countToHint: 'Orders from this day on are not looked at; empty: the day after the last order.',
} as const;

export const EXPECTED_FORM = {
  about:
    'The table says already how often each customer came back and for how long they were seen; orders to come are learnt from that (BG/NBD), money per order from what they spent (Gamma-Gamma).',
  repeats: 'Times bought again (x, frequency)',
  repeatsHint: '0 for who bought once.',
  last: 'First purchase to the last (t_x, recency)',
  age: 'First purchase to the end (T)',
  money: 'Mean money of later purchases (monetary value)',
  noMoney: 'None: orders only',
  times: 'Times are counted in',
  /** Why the step is not to be had. */
  needs:
    'Needs times bought again, days to the last purchase and days seen of each customer. Make customers of orders gives them: tick “What is needed to tell their worth”.',
} as const;

/** What speaks against the columns chosen. */
export const HISTORY_DOUBTS = {
  'all-orders':
    'Nobody has 0 there: “{column}” looks like all orders. Times bought again is one less, 0 for who bought once. With all orders, what is to come is told too high.',
  'total-money':
    '“{column}” looks like all the money of a customer, not the mean of later purchases. With totals, money to come is told many times too high.',
  'first-money':
    'Who bought once has money in “{column}” too: it looks like a total, or like a mean with the first purchase. Choose the mean of later purchases.',
} as const;

export const TIME_UNITS = [
  { value: 'days', label: 'Days' },
  { value: 'weeks', label: 'Weeks' },
  { value: 'months', label: 'Months of 30 days' },
] as const;

/** Steps that make customers of orders. */
const OPS = ['rfm', 'aggregate', 'customer-value'] as const;
const USUAL_HORIZON = 365;
const SAYS_VALUE: readonly string[] = ['customer-value', 'expected-value'];
const horizonIn = ({ horizon }: Params): number => (typeof horizon === 'number' ? horizon : USUAL_HORIZON);

export const CUSTOMER_SENTENCES: Record<string, (params: Params) => string> = {
  rfm: () => 'Add up orders per customer',
  aggregate: ({ measures }) =>
    `Add up orders per customer: ${counted(Array.isArray(measures) ? measures.length : 0, 'column')}`,
  'customer-value': (p) =>
    `Add up orders per customer, with their value over ${counted(horizonIn(p), 'day')}`,
  'expected-value': (p) => `Tell what customers are worth over ${counted(horizonIn(p), 'day')}`,
};

export const CUSTOMER_METHODS: Record<string, (params: Params) => string> = {
  rfm: () => 'Recency, frequency and monetary value (RFM).',
  aggregate: () =>
    'One row for each customer who bought; every other row is a purchase or a return, as for RFM.',
  'customer-value': () =>
    'RFM; orders to come by BG/NBD, money per order by Gamma-Gamma. Who bought on one day only has no probability alive: the model says 1 of all of them.',
  'expected-value': () =>
    'Orders to come by BG/NBD, money per order by Gamma-Gamma. Who bought once has no probability alive: the model says 1 of all of them.',
};

export const CUSTOMER_NOTES: Record<string, string> = {
  'days-as-orders': 'There is no order number: each day with a purchase counts as one order.',
  'order-totals': 'The amount is the total of its order, written on each of its rows: it is counted once.',
  'reference-moved':
    'The file holds later dates than were learnt: the count goes on to the day after the last.',
  'too-few-repeaters':
    'Too few customers bought on two days or more to learn from (30 are needed): what is to come is blank.',
  'orders-not-settled': 'No model of orders fits these data: what is to come is blank.',
  'unsure-parameters':
    'The data hardly tell how often customers leave: take the probability alive for a rough guess.',
  'counts-do-not-fit':
    'The model puts over 5 % of customers at another number of orders than they have: rank customers by it rather than add it up.',
  'far-ahead': 'This looks further ahead than any customer was seen: take it for a rough guess.',
  'spend-not-settled': 'No model of spend fits these data: money to come is blank.',
  'no-mean-spend': 'Spend differs too widely for an average to be expected: money to come is blank.',
  'spend-goes-with-orders':
    'What customers spend on an order goes with how often they buy, which the model takes for unrelated: money to come is rough.',
};

const ORDER_DETAILS: readonly Omit<Detail, 'op'>[] = [
  { key: 'returnedRows', sentence: (n) => `${count(n)} returned ${n === 1 ? 'line' : 'lines'} netted` },
  {
    key: 'returnsOnly',
    sentence: (n) => `${counted(n, 'customer')} only returned and ${n === 1 ? 'is' : 'are'} set aside.`,
  },
  { key: 'withoutCustomer', sentence: (n) => `${counted(n, 'row')} without a customer left out.` },
  { key: 'withoutDate', sentence: (n) => `${counted(n, 'row')} without a date left out.` },
  { key: 'withoutMoney', sentence: (n) => `${counted(n, 'row')} without money counted as 0.` },
  { key: 'moneyAside', sentence: (n) => `${counted(n, 'row')} without money set aside.` },
  {
    key: 'customersAside',
    sentence: (n) =>
      `${counted(n, 'customer')} ${n === 1 ? 'has' : 'have'} no other rows and ${n === 1 ? 'is' : 'are'} set aside with them.`,
  },
  { key: 'withoutOrder', sentence: (n) => `${counted(n, 'row')} without an order number counted by day.` },
  {
    key: 'afterReference',
    sentence: (n) => `${counted(n, 'row')} on or after the day counted to; the least is 1 day.`,
  },
];

/** Counts worth a sentence. */
export const CUSTOMER_DETAILS: readonly Detail[] = [
  ...OPS.flatMap((op) => ORDER_DETAILS.map((detail) => ({ op, ...detail }))),
  {
    op: 'customer-value',
    key: 'repeaters',
    sentence: (n) => `Learnt from ${counted(n, 'customer')} who bought on two days or more.`,
  },
  {
    op: 'expected-value',
    key: 'repeaters',
    sentence: (n) => `Learnt from ${counted(n, 'customer')} who bought again.`,
  },
  {
    op: 'expected-value',
    key: 'unfit',
    sentence: (n) => `${counted(n, 'row')} without a history that can be: blank.`,
  },
];

/** How many customers bought again so often, and how many the model expects; the last line is so often or more. */
export interface RepeatLine {
  times: string;
  found: number;
  expected: number;
}

/** What a step that learnt how customers come back says of its model; nothing of others. */
export function repeatLines({ op, counts }: Pick<StepOutcome, 'op' | 'counts'>): RepeatLine[] {
  if (!SAYS_VALUE.includes(op) || counts['repeats:0'] === undefined) return [];
  const line = (key: string): number[] =>
    Object.entries(counts).flatMap(([name, value]) => (name.startsWith(`${key}:`) ? [value] : []));
  const [found, expected] = [line('repeats'), line('expected')];
  return found.map((customers, i) => ({
    times: i === found.length - 1 ? `${i} or more` : String(i),
    found: customers,
    expected: expected[i]!,
  }));
}

/** "Bought again 0, 1, 2 … times: 54, 132, 69 customers; the model expects 55, 130, 70." of what the model of orders says. */
export function repeatsSaid(outcome: Pick<StepOutcome, 'op' | 'counts'>): string[] {
  const lines = repeatLines(outcome);
  if (lines.length === 0) return [];
  const each = (say: (line: RepeatLine) => string) => lines.map(say).join(', ');
  return [
    `Bought again ${each(({ times }) => times)} times: ${each(({ found }) => count(found))} customers; the model expects ${each(({ expected }) => count(expected))}.`,
  ];
}

/** What the models say against themselves, before the step is done. */
export const valueAhead = (effect: Pick<StepEffect, 'op' | 'counts' | 'notes'>): string[] =>
  SAYS_VALUE.includes(effect.op)
    ? [...repeatsSaid(effect), ...effect.notes.flatMap((note) => CUSTOMER_NOTES[note] ?? [])]
    : [];

/** The share of customers that the model puts at another number than they have. */
const misplaced = (lines: readonly RepeatLine[]): number =>
  lines.reduce((sum, { found, expected }) => sum + Math.abs(found - expected), 0) /
  2 /
  Math.max(1, lines.reduce((sum, { found }) => sum + found, 0)); // prettier-ignore

export const REPEATS_FIGURE = {
  title: (lines: readonly RepeatLine[]): string =>
    `The model puts ${share(1 - misplaced(lines))} of customers where they are`,
  line: 'Customers by how often they bought again: bars as they are, lines as the model expects',
  across: 'Times bought again',
  /** "7+" of "7 or more". */
  shortly: (times: string): string => times.replace(/ or more$/, '+'),
  columns: ['Times bought again', 'Customers', 'Expected'],
  bar: ({ times, found, expected }: RepeatLine): string =>
    `${times} ${times === '1' ? 'time' : 'times'}: ${counted(found, 'customer')}, the model expects ${count(expected)}`,
} as const;
