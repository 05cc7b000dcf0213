import type { RecipeStep, StepEffect, StepOutcome } from '../../engine/index';
import { count, counted } from './format';

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

/** Steps that make customers of orders. */
const OPS = ['rfm', 'aggregate', 'customer-value'] as const;
const USUAL_HORIZON = 365;
const horizonIn = ({ horizon }: Params): number => (typeof horizon === 'number' ? horizon : USUAL_HORIZON);

export const CUSTOMER_SENTENCES: Record<string, (params: Params) => string> = {
  rfm: () => 'Add up orders per customer',
  aggregate: ({ measures }) =>
    `Add up orders per customer: ${counted(Array.isArray(measures) ? measures.length : 0, 'column')}`,
  'customer-value': (p) =>
    `Add up orders per customer, with their value over ${counted(horizonIn(p), 'day')}`,
};

export const CUSTOMER_METHODS: Record<string, (params: Params) => string> = {
  rfm: () => 'Recency, frequency and monetary value (RFM).',
  aggregate: () =>
    'One row for each customer who bought; every other row is a purchase or a return, as for RFM.',
  'customer-value': () =>
    'RFM; orders to come by BG/NBD, money per order by Gamma-Gamma. Who bought on one day only has no probability alive: the model says 1 of all of them.',
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
];

/** "Bought again 0, 1, 2 … times: 54, 132, 69 customers; the model expects 55, 130, 70." of what the model of orders says. */
export function repeatsSaid({ op, counts }: Pick<StepOutcome, 'op' | 'counts'>): string[] {
  if (op !== 'customer-value' || counts['repeats:0'] === undefined) return [];
  const line = (key: string): number[] =>
    Object.entries(counts).flatMap(([name, value]) => (name.startsWith(`${key}:`) ? [value] : []));
  const [found, expected] = [line('repeats'), line('expected')];
  const times = found.map((_, i) => (i === found.length - 1 ? `${i} or more` : String(i)));
  return [
    `Bought again ${times.join(', ')} times: ${found.map(count).join(', ')} customers; the model expects ${expected.map(count).join(', ')}.`,
  ];
}

/** What the models say against themselves, before the step is done. */
export const valueAhead = (effect: Pick<StepEffect, 'op' | 'counts' | 'notes'>): string[] =>
  effect.op === 'customer-value'
    ? [...repeatsSaid(effect), ...effect.notes.flatMap((note) => CUSTOMER_NOTES[note] ?? [])]
    : [];
