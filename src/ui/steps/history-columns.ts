import type { ColumnHead } from '../../workers/api';

/** What `expected-value` is told of its columns. */
export interface HistoryColumns {
  repeats: string;
  last: string;
  age: string;
  money: string | null;
}

/** As `aggregate` calls them: these win, whatever else the table has. */
const OWN = {
  repeats: /^repeats$/,
  last: /^repeat_span_days$/,
  age: /^seen_days$/,
  money: /^repeat_value$/,
};

/** Names as the literature and its programs have them. */
const NAMES = {
  repeats: /^(x|repeats?|repeat[ _](purchases|orders|transactions))$/i,
  last: /^(t[ _.]?x|recency)$/i,
  age: /^(T|T[ _.]?cal|tenure([ _](days|weeks))?|observation[ _]period)$/,
  money: /^(z[ _.]?bar|monetary[ _]value|m[ _.]?x|mean[ _](value|spend))$/i,
};
/** Repeats in lifetimes, all orders in RFM: repeats only where somebody has none. */
const FREQUENCY = /^frequency$/i;
/** A mean in some summaries, a total in RFM. */
const MONETARY = /^monetary$/i;

const isAllOrders = ({ least }: ColumnHead): boolean => (least ?? 0) >= 1;

/** The columns of a table that says of each customer how often and how long; null where their names do not say so. */
export function historyColumns(columns: readonly ColumnHead[]): HistoryColumns | null {
  const numbers = columns.filter(({ kind }) => kind === 'number');
  const called = (...names: readonly RegExp[]): string | null => {
    for (const name of names) {
      const found = numbers.find((column) => name.test(column.name));
      if (found) return found.name;
    }
    return null;
  };
  const frequency = numbers.find((column) => FREQUENCY.test(column.name) && !isAllOrders(column));
  const own = called(OWN.repeats);
  const repeats = own ?? called(NAMES.repeats) ?? frequency?.name ?? null;
  const [last, age] = [called(OWN.last, NAMES.last), called(OWN.age, NAMES.age)];
  if (repeats === null || last === null || age === null) return null;
  // Beside the app's own repeats a bare `monetary` is its own total.
  const money = called(OWN.money, NAMES.money, ...(own === null ? [MONETARY] : []));
  return { repeats, last, age, money };
}

/** What speaks against a column chosen. */
export type HistoryDoubt = 'all-orders' | 'total-money' | 'first-money';

const TOTAL = /^monetary$|total|sum\b|revenue|turnover|spen[dt]/i;
const MEAN = /mean|average|avg|median|per[ _]order/i;

/** Where the columns chosen look like all orders, or like money of all of them, which would tell too much of everybody. */
export function historyDoubts(
  columns: readonly ColumnHead[],
  chosen: Pick<HistoryColumns, 'repeats' | 'money'>,
): HistoryDoubt[] {
  const [repeats, money] = [chosen.repeats, chosen.money].map((one) =>
    columns.find(({ name }) => name === one),
  );
  const doubts: HistoryDoubt[] = [];
  if (repeats && isAllOrders(repeats)) doubts.push('all-orders');
  if (!money) return doubts;
  if (TOTAL.test(money.name) && !MEAN.test(money.name)) doubts.push('total-money');
  else if (repeats?.least === 0 && money.missing === 0 && (money.least ?? 0) > 0) doubts.push('first-money');
  return doubts;
}
