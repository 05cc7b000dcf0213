import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import { defineStep, type Applied } from '../recipe/step';
import type { Column } from '../table/columns';
import { metaOf, withMeta, type Role } from '../table/meta';
import { columnAs, columnOf, makeTable } from '../table/table';
import type { Work } from '../work';
import { CustomerRows } from './aggregate/customer-rows';
import { faultOf } from './aggregate/faults';
import { measured } from './aggregate/measured';
import { kindOf } from './aggregate/measures';
import { AggregateFit, nameOf, Params } from './aggregate/params';
import { isoDay } from './parts/calendar';
import { referenceDay } from './parts/reference-day';
import { addUp } from './rfm/add-up';
import { keptColumns, keptMeaning } from './rfm/kept-columns';
import { latestDay, learnRfm } from './rfm/learn';
import { refuseBefore } from './rfm/made-customers';
import { orderColumns, orderKinds } from './rfm/order-columns';
import { orderRows, type OrderRows } from './rfm/order-rows';
export type { Params as AggregateParams, AggregateFit };

/**
 * Orders to customers with measures of one's own choice, a column each; one row per customer with a purchase, in order of first
 * appearance. Rows, returns, orders, money and the reference date are those of `rfm`, whose three figures are measures here.
 * Blanks, units and definitions of each measure: docs/RECIPE.md. Counts and notes as `rfm`.
 * @throws EngineError `bad-reference-date`, `no-rows-left`
 */
export const aggregate = defineStep({
  op: 'aggregate',
  version: 1,
  params: Params,
  learnt: AggregateFit,
  grain: 'orders',
  gives: 'customers',
  replaces: true,
  reads: (params) => [...new Set([...orderColumns(params), ...columnsMeasured(params)])],
  needs: (params) => [
    ...orderKinds(params),
    ...params.measures.flatMap(({ measure, column }) => {
      const { of } = kindOf(measure);
      return of && column !== undefined ? [[column, of] as const] : [];
    }),
  ],
  adds: ({ customer, measures, keep = [] }) => [customer, ...measures.map(nameOf), ...keep],
  makes: ({ customer, measures, keep = [] }, before) => [
    ...[customer, ...keep].map((name) => [name, before.get(name) ?? 'text'] as const),
    ...measures.map((one) => {
      const { gives } = kindOf(one.measure);
      return [nameOf(one), gives === 'as-column' ? (before.get(one.column!) ?? 'text') : gives] as const;
    }),
  ],
  refuses: faultOf,
  describe: ({ measures }) =>
    `Add up orders per customer: ${measures.length === 1 ? nameOf(measures[0]!) : `${measures.length} columns`}`,
  fit: async (table, params, work): Promise<AggregateFit> => {
    const rows = await orderRows(table, params, work);
    const { referenceDate, orderTotals } = await learnRfm(rows, params.referenceDate ?? null, work);
    return { referenceDate: params.date === null ? null : referenceDate, orderTotals };
  },
  apply: async (table, params, fit, work): Promise<Applied> => {
    const rows = await orderRows(table, params, work);
    const { day: reference, moved } = await referenceFor(rows, params, fit, work);
    const totals = await addUp(rows, fit.orderTotals, reference, work);
    if (params.referenceDate) refuseBefore(params.referenceDate, reference, totals);
    const bought = totals.customers.filter((customer) => totals.orders[customer]! > 0);
    const firstRows = Uint32Array.from(
      totals.firstRows.filter((_, i) => totals.orders[totals.customers[i]!]! > 0),
    );
    const byCustomer = await CustomerRows.of(rows, bought, fit.orderTotals, reference, work);
    const dates = params.date === null ? null : columnAs(table, params.date, 'date').values;
    const columns: [string, Column][] = [[params.customer, columnOf(table, params.customer).take(firstRows)]];
    for (const one of params.measures)
      columns.push([nameOf(one), await measured({ table, rows: byCustomer, bought, totals, dates }, one)]);
    const kept = await keptColumns(table, params, rows, bought, work);
    const { withoutMoney, withoutOrder, ...counts } = totals.counts;
    const hasOrders = params.order !== null && params.date !== null;
    return {
      table: known(table, params, makeTable([...columns, ...kept.columns])),
      counts: {
        customers: bought.length,
        returnsOnly: totals.customers.length - bought.length,
        returnedMoney: totals.returnedMoney,
        ...counts,
        ...(rows.hasMoney && { withoutMoney }),
        ...(hasOrders && { withoutOrder }),
        ...kept.counts,
      },
      notes: [
        ...(params.order === null && params.date !== null && asksForOrders(params) ? ['days-as-orders'] : []),
        ...(fit.orderTotals ? ['order-totals'] : []),
        ...(moved ? ['reference-moved'] : []),
      ],
      used: { ...fit, referenceDate: params.date === null ? null : isoDay(reference) },
    };
  },
});

const columnsMeasured = ({ measures }: Params): string[] =>
  measures.flatMap(({ column }) => (column === undefined ? [] : [column]));

const asksForOrders = ({ measures }: Params): boolean =>
  measures.some(({ measure }) => kindOf(measure).needs.includes('orders'));

/** @throws EngineError `not-learnt` where rows have a date and what was learnt has none */
async function referenceFor(rows: OrderRows, { date, referenceDate }: Params, fit: AggregateFit, work: Work) {
  // Rows without dates lie on day 0.
  if (date === null) return { day: 1, moved: false };
  if (fit.referenceDate === null) throw new EngineError('not-learnt', { column: date });
  return referenceDay(referenceDate, fit.referenceDate, await latestDay(rows, work));
}

/** What is known of the customers: key, roles, and what each column is counted in. */
function known(before: ColumnTable, params: Params, made: ColumnTable): ColumnTable {
  const { customer, measures, keep = [], amount, price } = params;
  const units = new Map<string, string>();
  const counted = metaOf(before).units;
  const found = new Map<string, Role>([[customer, 'customer']]);
  for (const one of measures) {
    const { role, unit } = kindOf(one.measure);
    if (role && ![...found.values()].includes(role)) found.set(nameOf(one), role);
    const said = unit && counted.get(unit === 'money' ? (amount ?? price ?? '') : one.column!);
    if (said !== undefined) units.set(nameOf(one), said);
  }
  const kept = keptMeaning(before, keep, found);
  return withMeta(made, {
    grain: 'customers',
    key: customer,
    roles: kept.roles,
    units: new Map([...units, ...kept.units]),
  });
}
