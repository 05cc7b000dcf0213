import * as v from 'valibot';
import type { Recipe } from '../recipe/schema';
import { kindOf, type MeasureName } from '../steps/aggregate/measures';
import { aggregate } from '../steps/aggregate';
import { nameOf, type Measure } from '../steps/aggregate/params';
import { customerValue } from '../steps/customer-value';
import { daysColumn, daysSince } from '../steps/days-since';
import { removeColumns } from '../steps/remove-columns';
import { renameColumns } from '../steps/rename-columns';
import { rfm } from '../steps/rfm';
import type { OrderChoice } from '../steps/rfm/order-rows';

/** What a step made of the columns of orders: what a dictionary says of it. */
export interface MadeColumn {
  /** `days`, `orders`, …; none for money, whose sign the table knows, and for shares. */
  unit?: string;
  /** The columns it was made from: `order_date`, `quantity × price`; none where rows alone are counted. */
  from?: string;
  /** What it holds, where the name does not say it. */
  holds?: string;
}
export type MadeColumns = ReadonlyMap<string, MadeColumn>;

type Used = Readonly<Record<string, unknown>>;
type Made = Map<string, MadeColumn>;
type Step = Recipe['steps'][number];

/**
 * What the columns of the customers are counted in and were made from, by their names after the last step; only those
 * that steps made of orders or of a date.
 * @param used what each step used, by id: the day that days are counted to
 */
export function madeColumns({ steps }: Pick<Recipe, 'steps'>, used: Used = {}): MadeColumns {
  return steps.filter(({ enabled }) => enabled).reduce((made, step) => after(step, made, used), new Map());
}

function after(step: Step, made: Made, used: Used): Made {
  const paramsOf = <T extends v.GenericSchema>(schema: T) => v.parse(schema, step.params);
  const to = (used[step.id] as { referenceDate?: string | null } | undefined)?.referenceDate ?? null;
  if (step.op === rfm.op) return ofOrders(paramsOf(rfm.params), THREE, made, to);
  if (step.op === customerValue.op) {
    const params = paramsOf(customerValue.params);
    return new Map([...ofOrders(params, THREE, made, to), ...forecastsOf(params)]);
  }
  if (step.op === aggregate.op) {
    const params = paramsOf(aggregate.params);
    return ofOrders(params, params.measures, made, to);
  }
  if (step.op === daysSince.op) {
    const { column } = paramsOf(daysSince.params);
    return new Map(made).set(daysColumn(column), { unit: 'days', from: column });
  }
  if (step.op === renameColumns.op) {
    const names = new Map(paramsOf(renameColumns.params).names.map(({ column, as }) => [column, as]));
    return new Map([...made].map(([name, one]) => [names.get(name) ?? name, one]));
  }
  if (step.op !== removeColumns.op) return made;
  const { columns } = paramsOf(removeColumns.params);
  return new Map([...made].filter(([name]) => !columns.includes(name)));
}

/** What `rfm` makes, as the measures they are. */
const THREE: readonly Measure[] = (['recency', 'frequency', 'monetary', 'last-purchase'] as const).map(
  (measure) => ({ measure }),
);

/** All columns are made anew, but for those taken along. */
function ofOrders(choice: OrderChoice, measures: readonly Measure[], before: Made, to: string | null): Made {
  const kept = (choice.keep ?? []).flatMap((name) => {
    const one = before.get(name);
    return one ? [[name, one] as const] : [];
  });
  return new Map([...kept, ...measures.map((one) => [nameOf(one), ofMeasure(one, choice, to)] as const)]);
}

const DAYS: readonly MeasureName[] = [
  'recency',
  'tenure',
  'purchase-days',
  'mean-gap',
  'median-gap',
  'deviation-gap',
  'repeats',
  'repeat-span',
  'seen-days',
];
const ORDERS: readonly MeasureName[] = ['frequency', 'orders-last'];
const ROWS: readonly MeasureName[] = ['rows', 'basket-size'];
/** Without an order column a day with a purchase is an order. */
const PURCHASE_DAYS = 'days with a purchase';

function unitOf(measure: MeasureName, order: string | null): string | undefined {
  if (DAYS.includes(measure)) return 'days';
  if (ROWS.includes(measure)) return 'rows';
  if (!ORDERS.includes(measure)) return undefined;
  return order === null ? PURCHASE_DAYS : 'orders';
}

const moneyOf = ({ amount, quantity, price }: OrderChoice): string | null =>
  amount ?? (quantity !== null && price !== null ? `${quantity} × ${price}` : null);

function ofMeasure({ measure, column }: Measure, choice: OrderChoice, to: string | null): MadeColumn {
  const needs = new Set(kindOf(measure).needs);
  const from = [
    column ?? null,
    needs.has('date') ? choice.date : null,
    needs.has('orders') ? (choice.order ?? choice.date) : null,
    needs.has('money') ? moneyOf(choice) : null,
  ].filter((name) => name !== null);
  const unit = unitOf(measure, choice.order);
  const holds = holdsOf(measure, to);
  return {
    ...(unit !== undefined && { unit }),
    ...(from.length > 0 && { from: [...new Set(from)].join(', ') }),
    ...(holds !== undefined && { holds }),
  };
}

function holdsOf(measure: MeasureName, to: string | null): string | undefined {
  if (measure === 'recency')
    return `days from the last purchase to ${to ?? 'the reference date'}, at least 1`;
  if (measure === 'frequency') return 'how often they bought; returns do not count';
  if (measure === 'monetary') return 'money of purchases less that of returns';
  return measure === 'last-purchase' ? 'day of the last purchase' : undefined;
}

function forecastsOf(choice: OrderChoice): [string, MadeColumn][] {
  const { date } = choice;
  const money = moneyOf(choice);
  const from = [date, money].filter((name) => name !== null).join(', ');
  return [
    ['probability_alive', { ...(date !== null && { from: date }) }],
    ['expected_orders', { unit: PURCHASE_DAYS, ...(date !== null && { from: date }) }],
    ['expected_order_value', { from }],
    ['expected_value', { from }],
  ];
}
