import { rfm, type RfmFit, type RfmParams } from '../../../steps/rfm';
import { MADE } from '../../../steps/rfm/customer-table';
import { firstOf } from '../sql/cases';
import { selectOf, type SqlScript } from '../sql/script';
import type { PythonScript } from '../python/script';
import { referencePython, referenceSql } from '../reference';
import { writerOf, type Said } from '../writer';

type RfmSaid = Said<RfmParams, RfmFit>;

/** Rows are told apart first, purchases from returns; then each customer's are added up. */
export const rfmWriter = writerOf(rfm, {
  differs: ({ target }) => (target === 'python' ? [] : ['Money counts to 15 decimals.']),
  needsOrder: ({ params }) => (params.keep ?? []).length > 0,
  sql: inSql,
  python: inPython,
});

/** Names of what is known of each row. */
const ROW = {
  day: 'tessera_day',
  money: 'tessera_money',
  returned: 'tessera_return',
  counted: 'tessera_counted',
};

function inSql(sql: SqlScript, said: RfmSaid): void {
  const { customer, keep = [] } = said.params;
  const rows = rowsThatEnter(sql, said);
  const told = purchasesAndReturns(sql, said, rows);
  const day = { given: said.params.referenceDate, learnt: said.fit.referenceDate };
  const reference = referenceSql(sql, day, sql.own(ROW.day), told);
  const own = Object.fromEntries(
    Object.entries(ROW).map(([key, word]) => [key, sql.own(word)]),
  ) as typeof ROW;
  const kept = keep.filter((column) => column !== customer);
  const from = kept.length > 0 ? firstValues(sql, said, told, kept) : told;
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
    `CAST(${distinctOrders(sql, said, bought, own.day)} AS ${types.number}) AS ${sql.ref(frequency)}`,
    `${sql.dialect.fourteenDigits(sum)} AS ${sql.ref(monetary)}`,
    `CAST(${last} AS ${types.date}) AS ${sql.ref(lastPurchase)}`,
    ...kept.map((column, i) => firstValue(sql, said, column, i)),
  ];
  sql.part(
    [...selectOf(list), `FROM ${from}`, `GROUP BY ${sql.ref(customer)}`, `HAVING ${last} IS NOT NULL`],
    [customer, ...MADE, ...kept],
  );
}

function rowsThatEnter(sql: SqlScript, { params }: RfmSaid): string {
  const { customer, date, amount, quantity, price } = params;
  const money = amount !== null ? sql.ref(amount) : `${sql.ref(quantity!)} * ${sql.ref(price!)}`;
  return sql.aside(
    [
      ...selectOf([
        '*',
        `${sql.dialect.dayOf(sql.ref(date))} AS ${sql.own(ROW.day)}`,
        `${money} AS ${sql.own(ROW.money)}`,
      ]),
      `FROM ${sql.from}`,
      `WHERE ${sql.ref(customer)} IS NOT NULL AND ${sql.ref(date)} IS NOT NULL`,
    ],
    '_rows',
  );
}

/** A row with quantity or money below 0 is a return; its money is taken off. Totals of orders count once. */
function purchasesAndReturns(sql: SqlScript, { params, fit }: RfmSaid, rows: string): string {
  const money = sql.own(ROW.money);
  const returned = sql.own(ROW.returned);
  const below = [`${money} < 0`, ...(params.quantity === null ? [] : [`${sql.ref(params.quantity)} < 0`])];
  const told = sql.aside(
    [...selectOf(['*', `${firstOf([[below.join(' OR '), '1']], '0')} AS ${returned}`]), `FROM ${rows}`],
    '_told_apart',
  );
  const signed = `CASE WHEN ${returned} = 1 THEN -ABS(${money}) ELSE ${money} END`;
  const order = params.order === null ? null : sql.ref(params.order);
  const counted = fit.orderTotals && order !== null ? once(sql, params.customer, order, signed) : signed;
  return sql.aside([...selectOf(['*', `${counted} AS ${sql.own(ROW.counted)}`]), `FROM ${told}`], '_counted');
}

/** The largest amount of an order's purchases, and of its returns; rows without an order number count by themselves. */
function once(sql: SqlScript, customer: string, order: string, signed: string): string {
  const money = sql.own(ROW.money);
  const each = [sql.ref(customer), order, sql.own(ROW.returned)].join(', ');
  const place = `ROW_NUMBER() OVER (PARTITION BY ${each} ORDER BY COALESCE(ABS(${money}), -1) DESC)`;
  return `CASE WHEN ${order} IS NULL OR ${place} = 1 THEN ${signed} END`;
}

/** Different orders among purchases; those without a number are one a day. */
function distinctOrders(
  sql: SqlScript,
  { params }: RfmSaid,
  bought: (what: string) => string,
  day: string,
): string {
  if (params.order === null) return `COUNT(DISTINCT ${bought(day)})`;
  const order = sql.ref(params.order);
  const unnumbered = bought(`CASE WHEN ${order} IS NULL THEN ${day} END`);
  return `COUNT(DISTINCT ${bought(order)}) + COUNT(DISTINCT ${unnumbered})`;
}

const placeName = (sql: SqlScript, at: number): string => sql.own(`tessera_first_${at + 1}`);

/** Numbers each customer's rows anew for each column that goes along, those with a value first. */
function firstValues(sql: SqlScript, { params }: RfmSaid, rows: string, keep: readonly string[]): string {
  const places = keep.map((column, at) => {
    const blank = `CASE WHEN ${sql.ref(column)} IS NULL THEN 1 ELSE 0 END`;
    const over = `PARTITION BY ${sql.ref(params.customer)} ORDER BY ${blank}, ${sql.row}`;
    return `ROW_NUMBER() OVER (${over}) AS ${placeName(sql, at)}`;
  });
  return sql.aside([...selectOf(['*', ...places]), `FROM ${rows}`], '_first');
}

function firstValue(sql: SqlScript, { before }: RfmSaid, column: string, at: number): string {
  const name = sql.ref(column);
  const value = `CASE WHEN ${placeName(sql, at)} = 1 THEN ${name} END`;
  const one = before.kinds.get(column) === 'boolean' ? sql.dialect.anyTrue(value) : `MAX(${value})`;
  return `${one} AS ${name}`;
}

function inPython(python: PythonScript, { params, fit }: RfmSaid): void {
  const { customer, date, order, amount, quantity, price, referenceDate, keep = [] } = params;
  python.use('days');
  python.use('fourteen_digits');
  const [who, when] = [python.text(customer), python.text(date)];
  const money =
    amount !== null ? python.column(amount) : `${python.column(quantity!)} * ${python.column(price!)}`;
  const below = quantity === null ? '' : ` | (${python.column(quantity)} < 0)`;
  python.line(
    `table = table.dropna(subset=[${who}, ${when}])`,
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
  if (kept.length > 0)
    python.line(
      `kept = table.groupby(${python.column(customer)}, sort=False)[${python.texts(kept)}].first()`,
      'made = made.join(kept)',
    );
  python.line(`table = made[last.notna()].rename_axis(${who}).reset_index()`);
}
