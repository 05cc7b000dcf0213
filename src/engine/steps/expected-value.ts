import { defineStep, type Applied } from '../recipe/step';
import { metaOf, withMeta } from '../table/meta';
import { withColumns } from '../table/table';
import { doubtsOf } from './customer-value/doubts';
import { FORECASTS, forecastsOf } from './customer-value/forecasts';
import { LEAST_REPEATERS, learnFrom, spendingOf } from './customer-value/learn';
import { USUAL_DISCOUNT, USUAL_HORIZON } from './customer-value/params';
import { repeatLines } from './customer-value/repeat-lines';
import { DAYS_IN, ExpectedFit, Params } from './expected-value/params';
import { histories, seenCustomers } from './expected-value/seen';

/**
 * Adds to a table of customers what is to be expected of each within `horizon` days, as `customer-value` does of
 * orders, from what the table says already: how often they came back, the time from the first purchase to the last and
 * to the end, and the mean money of the purchases behind the first. Learnt: the BG/NBD and Gamma-Gamma models.
 * **Blanks** and figures that are no history (`last` beyond `age`, repeats that are not whole) are learnt nothing from
 * and stay blank (count `unfit`).
 * @source Fader, Hardie and Lee (2005); Fader and Hardie (2013). Definitions: docs/RECIPE.md.
 */
export const expectedValue = defineStep({
  op: 'expected-value',
  version: 1,
  params: Params,
  learnt: ExpectedFit,
  grain: 'customers',
  needsAll: true,
  reads: ({ repeats, last, age, money }) => [repeats, last, age, ...(money === null ? [] : [money])],
  needs: ({ repeats, last, age, money }) =>
    [repeats, last, age, ...(money === null ? [] : [money])].map((name) => [name, ['number']] as const),
  adds: () => [...FORECASTS],
  describe: ({ horizon = USUAL_HORIZON }) => `Tell what customers are worth over ${horizon} days`,
  fit: async (table, params, work): Promise<ExpectedFit> => {
    const seen = await seenCustomers(table, params, work);
    const repeats = Uint32Array.from(seen.repeats, (often) => (often > 0 ? often : 0));
    const learnt = await learnFrom(histories(seen), spendingOf({ repeats, mean: seen.mean }), work);
    return { ...learnt, longest: Math.round(learnt.longest * DAYS_IN[params.times ?? 'days']) };
  },
  apply: async (table, params, fit, work): Promise<Applied> => {
    const { horizon = USUAL_HORIZON, discount = USUAL_DISCOUNT, times = 'days', money } = params;
    const seen = await seenCustomers(table, params, work);
    const found = await forecastsOf(seen, fit, { horizon, discount, unit: DAYS_IN[times] }, work);
    const made = withColumns(
      table,
      FORECASTS.map((name, i) => [name, found[i]!] as const),
    );
    const units = new Map(metaOf(table).units);
    const unit = money === null ? undefined : units.get(money);
    if (unit !== undefined) units.set('expected_order_value', unit).set('expected_value', unit);
    const doubts = doubtsOf(fit, LEAST_REPEATERS, horizon);
    return {
      table: withMeta(made, { units }),
      counts: { unfit: seen.unfit, repeaters: fit.repeaters, ...repeatLines(fit) },
      // Who named no money knows that nothing is said of it.
      notes: money === null ? doubts.filter((doubt) => doubt !== 'spend-not-settled') : doubts,
    };
  },
});
