import { rfm, type RfmFit, type RfmParams } from '../../../steps/rfm';
import { MADE } from '../../../steps/rfm/customer-table';
import { keptOf, keptPython } from './kept-python';
import { selectOf, type SqlScript } from '../sql/script';
import type { PythonScript } from '../python/script';
import { referencePython, referenceSql } from '../reference';
import {
  distinctOrders,
  firstValue,
  firstValues,
  largestOnce,
  moneyNeeded,
  purchasesAndReturns,
  rowNames,
  rowsThatEnter,
} from './orders-sql';
import { writerOf, type Said } from '../writer';

type RfmSaid = Said<RfmParams, RfmFit>;

/** Rows are told apart first, purchases from returns; then each customer's are added up. */
export const rfmWriter = writerOf(rfm, {
  without: (params, isThere) => ({ ...params, keep: keptOf(params, isThere) }),
  differs: ({ target }) => (target === 'python' ? [] : ['Money counts to 15 decimals.']),
  needsOrder: ({ params }) => (params.keep ?? []).length > 0,
  sql: inSql,
  python: inPython,
});

function inSql(sql: SqlScript, said: RfmSaid): void {
  const { customer, keep = [] } = said.params;
  const rows = rowsThatEnter(sql, said.params);
  const told = purchasesAndReturns(
    sql,
    said.params,
    (signed) => (said.fit.orderTotals ? largestOnce(sql, said.params, signed) : signed),
    rows,
  );
  const day = { given: said.params.referenceDate, learnt: said.fit.referenceDate };
  const reference = referenceSql(sql, day, rowNames(sql).day, told);
  const own = rowNames(sql);
  const kept = keep.filter((column) => column !== customer);
  const from = kept.length > 0 ? firstValues(sql, said.params, told, kept) : told;
  const bought = (what: string): string => `CASE WHEN ${own.returned} = 0 THEN ${what} END`;
  const last = `MAX(${bought(own.day)})`;
  const days = sql.dialect.daysBetween(last, reference);
  const [recency, frequency, monetary, lastPurchase] = MADE;
  const { types } = sql.dialect;
  const sum = `COALESCE(SUM(${sql.dialect.exact(own.counted)}), 0)`;
  const list = [
    ...(sql.isOrdered ? [`MIN(${sql.row}) AS ${sql.row}`] : []),
    sql.ref(customer),
    `CAST(CASE WHEN ${days} < 1 THEN 1 ELSE ${days} END AS ${types.number}) AS ${sql.ref(recency)}`,
    `CAST(${distinctOrders(sql, said.params, bought, own.day)} AS ${types.number}) AS ${sql.ref(frequency)}`,
    `${sql.dialect.fourteenDigits(sum)} AS ${sql.ref(monetary)}`,
    `CAST(${last} AS ${types.date}) AS ${sql.ref(lastPurchase)}`,
    ...kept.map((column, i) => firstValue(sql, said.before, column, i)),
  ];
  sql.part(
    [...selectOf(list), `FROM ${from}`, `GROUP BY ${sql.ref(customer)}`, `HAVING ${last} IS NOT NULL`],
    [customer, ...MADE, ...kept],
  );
}

function inPython(python: PythonScript, { params, fit }: RfmSaid): void {
  const { customer, date, order, amount, quantity, price, referenceDate, keep = [] } = params;
  const entering = [customer, date, ...(params.blankMoney ? moneyNeeded(params) : [])];
  python.use('days');
  python.use('fourteen_digits');
  const who = python.text(customer);
  const money =
    amount !== null ? python.column(amount) : `${python.column(quantity!)} * ${python.column(price!)}`;
  const below = quantity === null ? '' : ` | (${python.column(quantity)} < 0)`;
  python.line(
    `table = table.dropna(subset=${python.texts(entering)})`,
    `rows = pd.DataFrame({"customer": ${python.column(customer)}, "day": ${python.column(date)}.dt.normalize()})`,
    `rows["money"] = ${money}`,
    `rows["returned"] = (rows["money"] < 0)${below}`,
    'rows["counted"] = rows["money"].where(~rows["returned"], -rows["money"].abs())',
    order === null ? 'rows["order"] = rows["day"]' : `rows["order"] = ${python.column(order)}`,
  );
  if (fit.orderTotals && order !== null)
    python.line(
      '# Amounts are totals of orders: the largest of an order counts, once.',
      'largest = rows["money"].abs().sort_values(ascending=False, kind="stable").index',
      'again = rows.loc[largest].duplicated(["customer", "order", "returned"]).reindex(rows.index)',
      'rows.loc[again & rows["order"].notna(), "counted"] = np.nan',
    );
  referencePython(python, { given: referenceDate, learnt: fit.referenceDate }, 'rows["day"]');
  python.line(
    'bought = rows[~rows["returned"]]',
    'numbered = bought[bought["order"].notna()].drop_duplicates(["customer", "order"]).groupby("customer").size()',
    'by_day = bought[bought["order"].isna()].drop_duplicates(["customer", "day"]).groupby("customer").size()',
    'money = rows.groupby("customer", sort=False)["counted"].sum()',
    'made = pd.DataFrame(index=money.index)',
    'last = bought.groupby("customer")["day"].max().reindex(made.index)',
    'made["recency_days"] = days(last, reference).clip(lower=1)',
    'made["frequency"] = numbered.reindex(made.index, fill_value=0) + by_day.reindex(made.index, fill_value=0)',
    'made["frequency"] = made["frequency"].astype(float)',
    'made["monetary"] = fourteen_digits(money)',
    'made["last_purchase"] = last',
  );
  const kept = keep.filter((column) => column !== customer);
  if (kept.length > 0) python.line(...keptPython(python, params, kept));
  python.line(`table = made[last.notna()].rename_axis(${who}).reset_index()`);
}
