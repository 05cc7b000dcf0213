import { isCurrency } from '../table/build/currency';
import { numberFormatOf } from '../table/build/number-format';
import type { TextColumn } from '../table/columns';
import { nameWords } from '../files/named-identifier';
import type { Work } from '../work';
import { bestFormat } from './best-format';
import { codeCounts } from './category-facts';
import type { ColumnFacts } from './column-facts';
import type { Currency, Money } from './understanding';

type Stated = Omit<Currency, 'stated'>;

/** Codes that are no words of any language a column is named in. */
const CODES = new Set(
  'usd eur gbp chf jpy cny inr aud nzd cad sek nok dkk pln czk huf ron brl mxn zar sgd hkd krw ils thb'.split(
    ' ',
  ),
);
const WORDS = new Map([['euro', '€'], ['euros', '€'], ['dollars', '$'], ['pounds', '£']]); // prettier-ignore
/** Amounts in thousands are no amounts in the currency. */
const IN_THOUSANDS = new Set([
  'k',
  't',
  'tsd',
  'thousand',
  'thousands',
  'm',
  'mn',
  'mio',
  'million',
  'millions',
  'bn',
]);
const SAYS_CURRENCY = /\b(currency|curr|wahrung|waehrung|devise|moneda|moeda|valuta|munteenheid)\b/;
const MOST_CURRENCIES = 60;

/** The columns that say what a row's money is; of quantity and price the price. */
export function pricedColumns(money: Money | null): readonly string[] {
  if (!money) return [];
  if (money.by === 'amount') return [money.column];
  return money.by === 'product' ? [money.price] : money.columns;
}

/**
 * The one currency of the money, as written: what its cells say, else its columns' names, else the one currency that a
 * column of currencies holds. Null where nothing says it, or columns say different ones.
 */
export async function statedCurrency(
  money: Money | null,
  facts: readonly ColumnFacts[],
  work: Work,
): Promise<Stated> {
  const columns = pricedColumns(money).flatMap((name) => facts.find((one) => one.name === name) ?? []);
  if (columns.length === 0) return { unit: null, from: null };
  const cells = new Set(columns.map(unitOfCells));
  const inCells = onlyOne(cells);
  if (inCells !== null && inCells !== '%') return { unit: inCells, from: 'cells' };
  if (cells.size > 1) return { unit: null, from: null };
  const inNames = onlyOne(new Set(columns.map(({ name }) => currencyInName(name))));
  if (inNames !== null) return { unit: inNames, from: 'name' };
  const [beside] = await currencyColumns(facts, work);
  const [only, second] = beside?.currencies ?? [];
  return only && !second ? { unit: only.value, from: 'column' } : { unit: null, from: null };
}

/** What the cells are counted in; of text the currency in which most of them would be numbers. */
function unitOfCells({ column, reading }: ColumnFacts): string | null {
  const format = column.kind === 'text' ? bestFormat(reading, 'number') : null;
  return format === null ? (reading?.unit ?? null) : (numberFormatOf(format)?.unit ?? null);
}

const onlyOne = (values: ReadonlySet<string | null>): string | null =>
  values.size === 1 ? [...values][0]! : null;

/** `Total (EUR)`, `price_usd`, `Betrag in €`; null of a name that says none, two, or thousands. */
export function currencyInName(name: string): string | null {
  const words = nameWords(name);
  if (words.some((word) => IN_THOUSANDS.has(word))) return null;
  const [sign] = /\p{Sc}/u.exec(name) ?? [];
  const codes = words.flatMap((word) => (CODES.has(word) ? [word.toUpperCase()] : (WORDS.get(word) ?? [])));
  const found = new Set([...(sign ? [sign] : []), ...codes]);
  return found.size === 1 ? [...found][0]! : null;
}

/** A column that says in which currency each row is. */
export interface CurrencyColumn {
  name: string;
  column: TextColumn;
  /** Most frequent first. */
  currencies: readonly { value: string; count: number }[];
}

/** The columns that are named so and hold nothing but currencies. */
export async function currencyColumns(facts: readonly ColumnFacts[], work: Work): Promise<CurrencyColumn[]> {
  const found: CurrencyColumn[] = [];
  for (const { name, column, words } of facts) {
    if (column.kind !== 'text' || !SAYS_CURRENCY.test(words)) continue;
    if (column.dictionary.size > MOST_CURRENCIES) continue;
    const counts = await codeCounts(column, work);
    const currencies = [...counts]
      .map((count, code) => ({ value: column.dictionary.text(code), count }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count);
    if (currencies.length > 0 && currencies.every(({ value }) => isCurrency(value.trim())))
      found.push({ name, column, currencies });
  }
  return found;
}
