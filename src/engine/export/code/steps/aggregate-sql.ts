import type { AggregateFit, AggregateParams } from '../../../steps/aggregate';
import { nameOf, type Measure } from '../../../steps/aggregate/params';
import { referenceSql } from '../reference';
import { firstOf } from '../sql/cases';
import { SqlParts } from '../sql/parts';
import { selectOf, type SqlScript } from '../sql/script';
import type { Said } from '../writer';
import { WEEKDAYS } from '../../../steps/aggregate/of-purchases';
import {
  distinctOrders,
  firstValue,
  firstValues,
  purchasesAndReturns,
  raisedOnce,
  rowNames,
  rowsThatEnter,
} from './orders-sql';

export type AggregateSaid = Said<AggregateParams, AggregateFit>;

/** Rows are told apart as in `rfm`; what a measure asks of other rows is a column of theirs; then each customer's are added up. */
export function aggregateSql(sql: SqlScript, said: AggregateSaid): void {
  const { customer, measures, keep = [] } = said.params;
  const { params, fit } = said;
  const told = purchasesAndReturns(
    sql,
    params,
    (signed) => (fit.orderTotals ? raisedOnce(sql, params, signed) : signed),
    rowsThatEnter(sql, params),
  );
  const kept = keep.filter((column) => column !== customer);
  const from = kept.length > 0 ? firstValues(sql, params, told, kept) : told;
  const rows = new CustomerRowsSql(sql, said, from);
  const made = measures.map((one) => `${rows.measure(one)} AS ${sql.ref(nameOf(one))}`);
  const last = `MAX(${rows.bought(rows.own.day)})`;
  const list = [
    ...(sql.isOrdered ? [`MIN(${sql.row}) AS ${sql.row}`] : []),
    sql.ref(customer),
    ...made,
    ...kept.map((column, at) => firstValue(sql, said.before, column, at)),
  ];
  const source = rows.writeParts();
  sql.part(
    [...selectOf(list), `FROM ${source}`, `GROUP BY ${sql.ref(customer)}`, `HAVING ${last} IS NOT NULL`],
    [customer, ...measures.map(nameOf), ...kept],
  );
}

/** Measures of each customer's rows as expressions of a grouped query. */
class CustomerRowsSql {
  readonly own: ReturnType<typeof rowNames>;
  readonly #parts: SqlParts;
  readonly #reference: string;
  readonly #customer: string;

  constructor(
    readonly sql: SqlScript,
    readonly said: AggregateSaid,
    readonly from: string,
  ) {
    const { params, fit } = said;
    this.own = rowNames(sql);
    this.#parts = new SqlParts(sql);
    this.#customer = sql.ref(params.customer);
    this.#reference =
      fit.referenceDate === null
        ? ''
        : referenceSql(sql, { given: params.referenceDate, learnt: fit.referenceDate }, this.own.day, from);
  }

  /** A part for what measures ask of other rows; gives where the rows are found. */
  writeParts(): string {
    let { from } = this;
    for (const { lines, suffix } of this.#parts.selects)
      from = this.sql.aside([...lines, `FROM ${from}`], suffix, 'always');
    return from;
  }

  /** A column of each row, worked out before. */
  #row(expression: string): string {
    return this.#parts.column(expression);
  }

  /** Of purchases alone. */
  bought(what: string): string {
    return `CASE WHEN ${this.own.returned} = 0 THEN ${what} END`;
  }

  #number(expression: string): string {
    return `CAST(${expression} AS ${this.sql.dialect.types.number})`;
  }

  /** A sum to 14 digits; 0 of nothing. */
  #sum(of: string): string {
    const { dialect } = this.sql;
    return dialect.fourteenDigits(`COALESCE(SUM(${dialect.exact(of)}), 0)`);
  }

  #days(from: string, to: string): string {
    return this.sql.dialect.daysBetween(from, to);
  }

  #over(more: readonly string[] = [], order = ''): string {
    const by = order === '' ? '' : ` ORDER BY ${order}`;
    return `OVER (PARTITION BY ${[this.#customer, ...more].join(', ')}${by})`;
  }

  /** At least one day. */
  #since(day: string): string {
    const days = this.#days(day, this.#reference);
    return this.#number(`CASE WHEN ${days} < 1 THEN 1 ELSE ${days} END`);
  }

  get #weekday(): string {
    return this.#row(this.#number(this.sql.dialect.part('weekday', this.own.day)));
  }

  /** 1 in one row of each day with a purchase. */
  get #purchaseDay(): string {
    const { day, returned } = this.own;
    const first = `ROW_NUMBER() ${this.#over([returned, day], day)}`;
    return this.#row(`CASE WHEN ${returned} = 0 AND ${first} = 1 THEN 1 END`);
  }

  /** Days from the purchase day before. */
  get #gap(): string {
    const { day, returned } = this.own;
    const before = this.#row(`LAG(${day}) ${this.#over([returned], day)}`);
    return this.#row(
      `CASE WHEN ${returned} = 0 AND ${before} < ${day} THEN ${this.#number(this.#days(before, day))} END`,
    );
  }

  get #firstDay(): string {
    return this.#row(`MIN(${this.bought(this.own.day)}) ${this.#over()}`);
  }

  #median(x: string): string {
    const place = this.#row(
      `ROW_NUMBER() ${this.#over([], `CASE WHEN ${x} IS NULL THEN 1 ELSE 0 END, ${x}`)}`,
    );
    const count = this.#row(`COUNT(${x}) ${this.#over()}`);
    return `AVG(CASE WHEN 2 * ${place} - ${count} BETWEEN 0 AND 2 THEN ${x} END)`;
  }

  /** The value that is first in some order, of rows that have one. */
  #first(x: string, order: string, kind: string): string {
    const place = this.#row(
      `ROW_NUMBER() ${this.#over([], `CASE WHEN ${x} IS NULL THEN 1 ELSE 0 END, ${order}`)}`,
    );
    const value = `CASE WHEN ${place} = 1 THEN ${x} END`;
    return kind === 'boolean' ? this.sql.dialect.anyTrue(value) : `MAX(${value})`;
  }

  /** Purchases with a value in the text column, most first, then by the characters' codes. */
  #favourite(x: string): string {
    const value = this.#row(this.bought(x));
    const count = this.#row(`COUNT(${value}) ${this.#over([value])}`);
    return this.#first(value, `${count} DESC, ${value}${this.sql.dialect.compared}`, 'text');
  }

  get #orders(): string {
    return distinctOrders(this.sql, this.said.params, (what) => this.bought(what), this.own.day);
  }

  get #size(): string {
    return `COALESCE(ABS(${this.own.counted}), 0)`;
  }

  /** Purchase days before the reference date. */
  #known(what: string): string {
    return `CASE WHEN ${this.own.returned} = 0 AND ${this.own.day} < ${this.#reference} THEN ${what} END`;
  }

  #lately(days: number, what: string): string {
    const { day } = this.own;
    const from = this.sql.dialect.plusDays(this.#reference, -days);
    return `CASE WHEN ${day} < ${this.#reference} AND ${day} >= ${from} THEN ${what} END`;
  }

  #trend(): string {
    const { day, counted } = this.own;
    const back = (of: string) => `FLOOR((${this.#days(of, this.#reference)} - 1) / 30e0)`;
    const oldest = this.#row(back(this.#firstDay));
    const period = this.#row(back(day));
    const within = (what: string) => `CASE WHEN ${period} >= 0 AND ${period} <= ${oldest} THEN ${what} END`;
    const { exact, types } = this.sql.dialect;
    const total = (of: string) => `CAST(COALESCE(SUM(${exact(within(of))}), 0) AS ${types.number})`;
    const last = `MAX(${oldest})`;
    const weighed = total(`${counted} * (${oldest} - ${period})`);
    const squares = `((${last} + 1) * ((${last} + 1) * (${last} + 1) - 1) / 12e0)`;
    return firstOf([[`${last} >= 1`, `(${weighed} - ${total(counted)} * ${last} / 2e0) / ${squares}`]]);
  }

  /** Of purchases with that value, by `what` of all purchases. */
  #share(column: string, value: string, what: string): string {
    const wanted = `CASE WHEN ${this.own.returned} = 0 AND ${this.sql.ref(column)} = ${this.sql.text(value)} THEN ${what} END`;
    const all = `SUM(${this.bought(what)})`;
    return `${this.#number(`COALESCE(SUM(${wanted}), 0)`)} / NULLIF(${all}, 0)`;
  }

  measure(one: Measure): string {
    const { sql, own } = this;
    const { types } = sql.dialect;
    const x = one.column === undefined ? '' : sql.ref(one.column);
    const kind = this.said.before.kinds.get(one.column ?? '') ?? 'text';
    const purchaseDays = `COUNT(DISTINCT ${this.bought(own.day)})`;
    const repeats = `COUNT(DISTINCT ${this.#known(own.day)})`;
    const [first, last] = [`MIN(${this.bought(own.day)})`, `MAX(${this.bought(own.day)})`];
    const date = this.said.params.date === null ? null : sql.ref(this.said.params.date);
    switch (one.measure) {
      case 'recency':
        return this.#since(last);
      case 'tenure':
        return this.#since(first);
      case 'frequency':
        return this.#number(this.#orders);
      case 'monetary':
        return this.#sum(own.counted);
      case 'last-purchase':
        return `CAST(${last} AS ${types.date})`;
      case 'first-purchase':
        return `CAST(${first} AS ${types.date})`;
      case 'purchase-days':
        return this.#number(purchaseDays);
      case 'mean-gap':
        return `${this.#number(this.#days(first, last))} / NULLIF(${purchaseDays} - 1, 0)`;
      case 'median-gap':
        return this.#median(this.#gap);
      case 'deviation-gap':
        return `STDDEV_POP(${this.#gap})`;
      case 'spend-last':
        return this.#sum(this.#lately(one.days!, own.counted));
      case 'orders-last': {
        const lately = (what: string) => this.#lately(one.days!, this.bought(what));
        return this.#number(distinctOrders(sql, this.said.params, lately, own.day));
      }
      case 'order-value':
        return `${this.#sum(this.bought(own.counted))} / (${this.#orders})`;
      case 'basket-size':
        return `${this.#number(`COUNT(${this.bought('1')})`)} / (${this.#orders})`;
      case 'trend':
        return this.#trend();
      case 'returned-share': {
        const back = this.#sum(`CASE WHEN ${own.returned} = 1 THEN ABS(${own.counted}) END`);
        return `${back} / NULLIF(${this.#sum(this.bought(own.counted))}, 0)`;
      }
      case 'favourite-weekday': {
        const weekday = this.#row(`CASE WHEN ${this.#purchaseDay} = 1 THEN ${this.#weekday} END`);
        const count = this.#row(`COUNT(${weekday}) ${this.#over([this.#part(weekday)])}`);
        const name = this.#first(weekday, `${count} DESC, ${weekday}`, 'number');
        return firstOf(WEEKDAYS.map((day, at) => [`${name} = ${at + 1}`, sql.text(day)]));
      }
      case 'weekend-share': {
        const weekend = `COUNT(CASE WHEN ${this.#purchaseDay} = 1 AND ${this.#weekday} > 5 THEN 1 END)`;
        return `${this.#number(weekend)} / ${purchaseDays}`;
      }
      case 'repeats':
        return this.#number(`CASE WHEN ${repeats} > 0 THEN ${repeats} - 1 END`);
      case 'repeat-span':
        return this.#number(this.#days(`MIN(${this.#known(own.day)})`, `MAX(${this.#known(own.day)})`));
      case 'seen-days':
        return this.#number(`${this.#days(`MIN(${this.#known(own.day)})`, this.#reference)} - 1`);
      case 'repeat-value': {
        const later = `CASE WHEN ${own.day} > ${this.#firstDay} THEN ${own.counted} END`;
        return `CASE WHEN ${repeats} > 1 THEN ${this.#sum(this.#known(later))} / (${repeats} - 1) END`;
      }
      case 'rows':
        return this.#number('COUNT(*)');
      case 'favourite':
        return this.#favourite(x);
      case 'distinct':
        return this.#number(`COUNT(DISTINCT ${x})`);
      case 'share':
        return this.#share(one.column!, one.value!, '1');
      case 'money-share':
        return this.#share(one.column!, one.value!, this.#size);
      case 'sum':
        return this.#sum(x);
      case 'mean':
        return `${this.#sum(x)} / NULLIF(COUNT(${x}), 0)`;
      case 'median':
        return this.#median(x);
      case 'deviation':
        return `STDDEV_POP(${x})`;
      case 'min':
        return `MIN(${x})`;
      case 'max':
        return `MAX(${x})`;
      case 'first':
        return this.#first(x, [...(date === null ? [] : [date]), sql.row].join(', '), kind);
      case 'last':
        return this.#first(
          x,
          [...(date === null ? [] : [`${date} DESC`]), `${sql.row} DESC`].join(', '),
          kind,
        );
    }
  }

  /** BigQuery parts rows by no number with a fraction. */
  #part(number: string): string {
    return this.sql.dialect.target === 'bigquery' ? `CAST(${number} AS STRING)` : number;
  }
}
