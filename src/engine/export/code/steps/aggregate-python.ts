import { nameOf, type Measure } from '../../../steps/aggregate/params';
import { WEEKDAYS } from '../../../steps/aggregate/of-purchases';
import type { PythonScript } from '../python/script';
import { referencePython } from '../reference';
import type { AggregateSaid } from './aggregate-sql';
import { keptPython } from './kept-python';
import { moneyNeeded } from './orders-sql';

/** `rows` are those that enter, `bought` the purchases among them, `days` the days with a purchase; `made` is the new table. */
export function aggregatePython(python: PythonScript, said: AggregateSaid): void {
  const { customer, measures, keep = [], date } = said.params;
  python.use('fourteen_digits');
  rowsPython(python, said);
  const { referenceDate } = said.fit;
  if (date !== null && referenceDate !== null) {
    python.use('days');
    referencePython(python, { given: said.params.referenceDate, learnt: referenceDate }, 'rows["day"]');
  }
  python.line(
    'bought = rows[~rows["returned"]]',
    'on_days = bought.drop_duplicates(["customer", "day"]).sort_values(["customer", "day"], kind="stable")',
    'buyers = rows["customer"][rows["customer"].isin(bought["customer"])].drop_duplicates()',
    'made = pd.DataFrame(index=pd.Index(buyers))',
    'first = bought.groupby("customer")["day"].min().reindex(made.index)',
    'last = bought.groupby("customer")["day"].max().reindex(made.index)',
    'purchase_days = on_days.groupby("customer").size().reindex(made.index).astype(float)',
    '# Different orders; those without a number are one a day.',
    'def count_orders(of):',
    '    numbered = of[of["order"].notna()].drop_duplicates(["customer", "order"]).groupby("customer").size()',
    '    by_day = of[of["order"].isna()].drop_duplicates(["customer", "day"]).groupby("customer").size()',
    '    return (numbered.reindex(made.index, fill_value=0) + by_day.reindex(made.index, fill_value=0)).astype(float)',
    '# A sum by customer, to 14 digits; 0 of nothing.',
    'def summed(values):',
    '    return fourteen_digits(values.groupby(rows["customer"]).sum().reindex(made.index, fill_value=0.0))',
  );
  for (const one of measures)
    python.line(`made[${python.text(nameOf(one))}] = ${measure(python, one, said)}`);
  const kept = keep.filter((column) => column !== customer);
  if (kept.length > 0) python.line(...keptPython(python, said.params, kept));
  python.line(`table = made.rename_axis(${python.text(customer)}).reset_index()`);
}

function rowsPython(python: PythonScript, { params, fit }: AggregateSaid): void {
  const { customer, date, order, amount, quantity, price } = params;
  const needed = params.blankMoney ? moneyNeeded(params) : [];
  const entering = python.texts([customer, ...(date === null ? [] : [date]), ...needed]);
  const money =
    amount !== null
      ? python.column(amount)
      : quantity !== null && price !== null
        ? `${python.column(quantity)} * ${python.column(price)}`
        : 'np.nan';
  const below = quantity === null ? '' : ` | (${python.column(quantity)} < 0)`;
  const day = date === null ? 'pd.Timestamp(0)' : `${python.column(date)}.dt.normalize()`;
  python.line(
    `table = table.dropna(subset=${entering})`,
    `rows = pd.DataFrame({"customer": ${python.column(customer)}, "day": ${day}})`,
    `rows["money"] = ${money}`,
    `rows["returned"] = (rows["money"] < 0)${below}`,
    'rows["size"] = rows["money"].abs().fillna(0)',
    `rows["order"] = ${order === null ? 'rows["day"]' : python.column(order)}`,
  );
  if (fit.orderTotals && order !== null)
    python.line(
      '# Amounts are totals of orders: the largest of an order counts, its purchases and its returns apart.',
      'same = [rows["customer"], rows["order"], rows["returned"]]',
      'so_far = rows.groupby(same)["size"].cummax()',
      'before = so_far.groupby(same).shift(fill_value=0.0)',
      'rows["size"] = (so_far - before).where(rows["order"].notna(), rows["size"])',
    );
  python.line('rows["spend"] = rows["size"].where(~rows["returned"], -rows["size"])');
}

const LATELY = (days: number): string =>
  `(rows["day"] < reference) & (rows["day"] >= reference - pd.Timedelta(days=${days}))`;

/** Of days with a purchase, those before the reference date. */
const KNOWN = 'on_days[on_days["day"] < reference].groupby("customer")["day"]';

function measure(python: PythonScript, one: Measure, said: AggregateSaid): string {
  const column = one.column === undefined ? '' : python.column(one.column);
  const by = `${column}.groupby(rows["customer"])`;
  const value = python.text(one.value ?? '');
  const date = said.params.date;
  switch (one.measure) {
    case 'recency':
      return 'days(last, reference).clip(lower=1)';
    case 'tenure':
      return 'days(first, reference).clip(lower=1)';
    case 'frequency':
      return 'count_orders(bought)';
    case 'monetary':
      return 'summed(rows["spend"])';
    case 'last-purchase':
      return 'last';
    case 'first-purchase':
      return 'first';
    case 'purchase-days':
      return 'purchase_days';
    case 'mean-gap':
      return '(last - first).dt.days / (purchase_days - 1).replace(0, np.nan)';
    case 'median-gap':
      return 'on_days.groupby("customer")["day"].diff().dt.days.groupby(on_days["customer"]).median().reindex(made.index)';
    case 'deviation-gap':
      return 'on_days.groupby("customer")["day"].diff().dt.days.groupby(on_days["customer"]).std(ddof=0).reindex(made.index)';
    case 'spend-last':
      return `summed(rows["spend"].where(${LATELY(one.days!)}))`;
    case 'orders-last':
      return `count_orders(bought[${LATELY(one.days!).replaceAll('rows', 'bought')}])`;
    case 'order-value':
      return 'summed(bought["size"]) / count_orders(bought)';
    case 'basket-size':
      return 'bought.groupby("customer").size().reindex(made.index) / count_orders(bought)';
    case 'trend':
      return `${python.use('trends')}(rows, first, reference)`;
    case 'returned-share':
      return 'summed(rows["size"].where(rows["returned"])) / summed(bought["size"]).replace(0, np.nan)';
    case 'favourite-weekday':
      return `${python.use('most_common')}(on_days["day"].dt.weekday, on_days["customer"]).reindex(made.index).map(dict(enumerate(${python.texts(WEEKDAYS)})))`;
    case 'weekend-share':
      return '(on_days["day"].dt.weekday > 4).groupby(on_days["customer"]).mean().reindex(made.index)';
    case 'repeats':
      return `(${KNOWN}.size() - 1).reindex(made.index).astype(float)`;
    case 'repeat-span':
      return `(${KNOWN}.max() - ${KNOWN}.min()).dt.days.reindex(made.index).astype(float)`;
    case 'seen-days':
      return `(days(${KNOWN}.min(), reference) - 1).reindex(made.index)`;
    case 'repeat-value':
      return `summed(bought["size"].where((bought["day"] < reference) & (bought["day"] > bought["customer"].map(first)))) / (${KNOWN}.size() - 1).reindex(made.index).replace(0, np.nan)`;
    case 'rows':
      return 'rows.groupby("customer").size().reindex(made.index).astype(float)';
    case 'favourite':
      return `${python.use('most_common')}(${column}[~rows["returned"]], rows["customer"]).reindex(made.index)`;
    case 'distinct':
      return `${by}.nunique().reindex(made.index).astype(float)`;
    case 'share':
      return `(${column} == ${value})[~rows["returned"]].groupby(rows["customer"]).mean().reindex(made.index)`;
    case 'money-share':
      return `bought["size"].where(${column} == ${value}, 0).groupby(rows["customer"]).sum().reindex(made.index) / bought.groupby("customer")["size"].sum().reindex(made.index).replace(0, np.nan)`;
    case 'sum':
      return `summed(${column})`;
    case 'mean':
      return `summed(${column}) / ${by}.count().reindex(made.index).replace(0, np.nan)`;
    case 'median':
      return `${by}.median().reindex(made.index)`;
    case 'deviation':
      return `${by}.std(ddof=0).reindex(made.index)`;
    case 'min':
    case 'max':
      return `${by}.${one.measure}().reindex(made.index)`;
    case 'first':
    case 'last': {
      const order = date === null ? '' : `.loc[${python.column(date)}.sort_values(kind="stable").index]`;
      return `${column}${order}.groupby(rows["customer"]).${one.measure}().reindex(made.index)`;
    }
  }
}
