import { defineStep, type Applied } from '../recipe/step';
import { metaOf, withMeta } from '../table/meta';
import { columnOf, makeTable, withColumns } from '../table/table';
import { doubtsOf } from './customer-value/doubts';
import { forecasts, FORECASTS } from './customer-value/forecasts';
import { repeatLines } from './customer-value/repeat-lines';
import { LEAST_REPEATERS, learnValue } from './customer-value/learn';
import { Params, USUAL_DISCOUNT, USUAL_HORIZON, ValueFit } from './customer-value/params';
import { purchaseDays } from './customer-value/purchase-days';
import { givenDay } from './parts/reference-day';
import { MADE } from './rfm/customer-table';
import { learnRfm } from './rfm/learn';
import { madeCustomers } from './rfm/made-customers';
import { orderColumns, orderKinds, orderRefusal } from './rfm/order-columns';
import { orderRows } from './rfm/order-rows';
export type { Params as CustomerValueParams, ValueFit as CustomerValueFit };

/**
 * Orders to customers as `rfm`, with what is to be expected of each within `horizon` days: `probability_alive` (0 to 1; blank
 * for who bought on one day only, of whom BG/NBD says 1 whatever happened), `expected_orders` (days with a purchase),
 * `expected_order_value` and `expected_value` (in the file's money; discounted by `discount` for each 30 days). Learnt:
 * the BG/NBD and Gamma-Gamma models and what speaks against them, which is said in notes. **Blanks**: where a model is
 * missing (fewer than 30 customers bought again; no maximum; spend without a mean) its columns are blank throughout.
 * @source Fader, Hardie and Lee (2005); Fader and Hardie (2013). Definitions: docs/RECIPE.md.
 * @throws EngineError as `rfm`
 */
export const customerValue = defineStep({
  op: 'customer-value',
  version: 1,
  params: Params,
  learnt: ValueFit,
  grain: 'orders',
  gives: 'customers',
  replaces: true,
  needsAll: true,
  reads: orderColumns,
  needs: orderKinds,
  adds: ({ customer, keep = [] }) => [customer, ...MADE, ...FORECASTS, ...keep],
  makes: ({ customer, keep = [] }, before) => [
    ...[customer, ...keep].map((name) => [name, before.get(name) ?? 'text'] as const),
    ['last_purchase', 'date'],
  ],
  refuses: orderRefusal,
  describe: ({ horizon = USUAL_HORIZON }) =>
    `Add up orders per customer, with their value over ${horizon} days`,
  fit: async (table, params, work): Promise<ValueFit> => {
    const rows = await orderRows(table, params, work);
    const { referenceDate, orderTotals } = await learnRfm(rows, params.referenceDate ?? null, work);
    const end = givenDay(referenceDate) - 1;
    const days = await purchaseDays(rows, orderTotals, end, work);
    return { referenceDate, orderTotals, ...(await learnValue(days, end, work)) };
  },
  apply: async (table, params, fit, work): Promise<Applied> => {
    const { horizon = USUAL_HORIZON, discount = USUAL_DISCOUNT, keep = [] } = params;
    const made = await madeCustomers(table, params, fit, work);
    const { rows, bought } = made;
    // The last day seen whole is the one before the reference date.
    const end = made.reference - 1;
    const days = await purchaseDays(rows, fit.orderTotals, end, work);
    const found = await forecasts(days, bought, fit, end, { horizon, discount }, work);
    const forecast = withColumns(
      made.table,
      FORECASTS.map((name, i) => [name, found[i]!] as const),
    );
    const names = [params.customer, ...MADE, ...FORECASTS, ...keep];
    return {
      table: inMoney(
        makeTable(
          names.map((name) => [name, columnOf(forecast, name)] as const),
          metaOf(forecast),
        ),
      ),
      counts: { ...made.counts, repeaters: fit.repeaters, ...repeatLines(fit) },
      notes: [...(made.notes ?? []), ...doubtsOf(fit, LEAST_REPEATERS, horizon)],
      used: { ...fit, ...made.used },
    };
  },
});

/** What is to be spent is counted in what was spent. */
function inMoney(table: Applied['table']): Applied['table'] {
  const units = new Map(metaOf(table).units);
  const unit = units.get('monetary');
  if (unit === undefined) return table;
  return withMeta(table, { units: units.set('expected_order_value', unit).set('expected_value', unit) });
}
