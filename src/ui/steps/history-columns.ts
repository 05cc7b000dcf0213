import type { ColumnHead } from '../../workers/api';

/** What `expected-value` is told of its columns. */
export interface HistoryColumns {
  repeats: string;
  last: string;
  age: string;
  money: string | null;
}

/** Names as the literature and its programs have them, and as `aggregate` gives them. */
const NAMES = {
  repeats: /^(x|frequency|repeats?|repeat[ _](purchases|orders|transactions))$/i,
  last: /^(t[ _.]?x|recency|repeat_span_days)$/i,
  age: /^(T|T[ _.]?cal|seen_days|tenure([ _](days|weeks))?|observation[ _]period)$/,
  money: /^(z[ _.]?bar|monetary([ _]value)?|m[ _.]?x|repeat_value|mean[ _](value|spend))$/i,
};

/** The columns of a table that says of each customer how often and how long; null where their names do not say so. */
export function historyColumns(columns: readonly ColumnHead[]): HistoryColumns | null {
  const called = (name: RegExp) =>
    columns.find((column) => column.kind === 'number' && name.test(column.name))?.name ?? null;
  const [repeats, last, age] = [called(NAMES.repeats), called(NAMES.last), called(NAMES.age)];
  if (repeats === null || last === null || age === null) return null;
  return { repeats, last, age, money: called(NAMES.money) };
}
