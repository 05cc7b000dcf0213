import type { OrderChoice } from '../../../steps/rfm/order-rows';
import { firstOf } from '../sql/cases';
import { selectOf, type SqlScript } from '../sql/script';
import type { State } from '../state';

/** Names of what is known of each row. */
const ROW = {
  day: 'tessera_day',
  money: 'tessera_money',
  returned: 'tessera_return',
  counted: 'tessera_counted',
};

/** As they are called in this step. */
export const rowNames = (sql: SqlScript): typeof ROW =>
  Object.fromEntries(Object.entries(ROW).map(([key, word]) => [key, sql.own(word)])) as typeof ROW;

/** The columns that money is of. */
export function moneyNeeded({
  amount,
  quantity,
  price,
}: Pick<OrderChoice, 'amount' | 'quantity' | 'price'>): string[] {
  if (amount !== null) return [amount];
  return quantity !== null && price !== null ? [quantity, price] : [];
}

/** Rows with a customer and a date, and money where blanks are set aside, with their day and money. Without a date all lie on one day. */
export function rowsThatEnter(
  sql: SqlScript,
  { customer, date, amount, quantity, price, blankMoney }: OrderChoice,
): string {
  const money =
    amount !== null
      ? sql.ref(amount)
      : quantity !== null && price !== null
        ? `${sql.ref(quantity)} * ${sql.ref(price)}`
        : `CAST(NULL AS ${sql.dialect.types.number})`;
  const needed = blankMoney ? moneyNeeded({ amount, quantity, price }) : [];
  const entering = [customer, ...(date === null ? [] : [date]), ...needed].map(
    (name) => `${sql.ref(name)} IS NOT NULL`,
  );
  const when = date === null ? sql.dialect.moment('1970-01-01') : sql.ref(date);
  return sql.aside(
    [
      ...selectOf([
        '*',
        `${sql.dialect.dayOf(when)} AS ${rowNames(sql).day}`,
        `${money} AS ${rowNames(sql).money}`,
      ]),
      `FROM ${sql.from}`,
      `WHERE ${entering.join(' AND ')}`,
    ],
    '_rows',
  );
}

/** A row with quantity or money below 0 is a return; its money is taken off. `counted` says what of a row's money counts. */
export function purchasesAndReturns(
  sql: SqlScript,
  params: OrderChoice,
  counted: (signed: string) => string,
  rows: string,
): string {
  const money = rowNames(sql).money;
  const returned = sql.own(ROW.returned);
  const below = [`${money} < 0`, ...(params.quantity === null ? [] : [`${sql.ref(params.quantity)} < 0`])];
  const told = sql.aside(
    [...selectOf(['*', `${firstOf([[below.join(' OR '), '1']], '0')} AS ${returned}`]), `FROM ${rows}`],
    '_told_apart',
  );
  const signed = `CASE WHEN ${returned} = 1 THEN -ABS(${money}) ELSE ${money} END`;
  return sql.aside(
    [...selectOf(['*', `${counted(signed)} AS ${sql.own(ROW.counted)}`]), `FROM ${told}`],
    '_counted',
  );
}

/** The largest amount of an order's purchases, and of its returns; rows without an order number count by themselves. */
export function largestOnce(sql: SqlScript, { customer, order: name }: OrderChoice, signed: string): string {
  const { money, returned } = rowNames(sql);
  const order = sql.ref(name!);
  const each = [sql.ref(customer), order, returned].join(', ');
  const place = `ROW_NUMBER() OVER (PARTITION BY ${each} ORDER BY COALESCE(ABS(${money}), -1) DESC)`;
  return `CASE WHEN ${order} IS NULL OR ${place} = 1 THEN ${signed} END`;
}

/** The same, but by how much a row raises what counts of its order: it matters where days and values of rows are told apart. */
export function raisedOnce(sql: SqlScript, { customer, order: name }: OrderChoice, signed: string): string {
  const { money, returned } = rowNames(sql);
  const order = sql.ref(name!);
  const each = [sql.ref(customer), order, returned].join(', ');
  const until = 'ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING';
  const before = `COALESCE(MAX(ABS(${money})) OVER (PARTITION BY ${each} ORDER BY ${sql.row} ${until}), 0)`;
  const raise = `CASE WHEN ABS(${money}) > ${before} THEN ABS(${money}) - ${before} ELSE 0 END`;
  return `CASE WHEN ${order} IS NULL THEN ${signed} ELSE (1 - 2 * ${returned}) * (${raise}) END`;
}

/** Different orders among purchases; those without a number are one a day. */
export function distinctOrders(
  sql: SqlScript,
  params: OrderChoice,
  bought: (what: string) => string,
  day: string,
): string {
  if (params.order === null) return `COUNT(DISTINCT ${bought(day)})`;
  const order = sql.ref(params.order);
  const unnumbered = bought(`CASE WHEN ${order} IS NULL THEN ${day} END`);
  return `COUNT(DISTINCT ${bought(order)}) + COUNT(DISTINCT ${unnumbered})`;
}

const placeName = (sql: SqlScript, at: number): string => sql.own(`tessera_first_${at + 1}`);

/** Numbers each customer's rows anew for each column that goes along, those with a value first; else as they stand, or the newest first. */
export function firstValues(
  sql: SqlScript,
  { customer, date, keepFrom }: OrderChoice,
  rows: string,
  keep: readonly string[],
): string {
  const by =
    keepFrom === 'newest'
      ? [...(date === null ? [] : [`${sql.ref(date)} DESC`]), `${sql.row} DESC`]
      : [sql.row];
  const places = keep.map((column, at) => {
    const blank = `CASE WHEN ${sql.ref(column)} IS NULL THEN 1 ELSE 0 END`;
    const over = `PARTITION BY ${sql.ref(customer)} ORDER BY ${[blank, ...by].join(', ')}`;
    return `ROW_NUMBER() OVER (${over}) AS ${placeName(sql, at)}`;
  });
  return sql.aside([...selectOf(['*', ...places]), `FROM ${rows}`], '_first');
}

/** That value of a group of rows. */
export function firstValue(sql: SqlScript, before: State, column: string, at: number): string {
  const name = sql.ref(column);
  const value = `CASE WHEN ${placeName(sql, at)} = 1 THEN ${name} END`;
  const one = before.kinds.get(column) === 'boolean' ? sql.dialect.anyTrue(value) : `MAX(${value})`;
  return `${one} AS ${name}`;
}
