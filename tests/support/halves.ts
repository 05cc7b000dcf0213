import type { RecipeStep } from '../../src/engine/index';
import { step } from '../engine/recipe/recipes';

/** Online Retail before June 2011, and after; there a column has another name and one is missing. */
export function halvesOf(text: string): [string, string] {
  const [header, ...lines] = text.trimEnd().split('\n');
  const isEarly = (line: string) => /,20(10-\d\d|11-0[1-5])-\d\d \d/.test(line);
  const withoutCountry = (line: string) => line.slice(0, line.lastIndexOf(','));
  const file = (head: string, rows: string[]) => [head, ...rows, ''].join('\n');
  return [
    file(header!, lines.filter(isEarly)),
    file(
      withoutCountry(header!).replace('UnitPrice', 'Price each'),
      lines.filter((line) => !isEarly(line)).map(withoutCountry),
    ),
  ];
}

/** Steps of a person's own on them. */
export const own: RecipeStep[] = [
  step('own-1', 'drop-duplicates', {}),
  step('own-2', 'drop-missing', { columns: ['CustomerID'] }),
  step('own-3', 'limit', { column: 'UnitPrice', above: 0, outside: 'blank' }),
  step('own-4', 'fill-missing', { columns: ['UnitPrice'], with: 'median' }),
  step('own-5', 'keep-values', { column: 'Country', values: ['United Kingdom', 'France', 'Germany'] }),
];

export const addUp = step('s1', 'rfm', {
  customer: 'CustomerID',
  date: 'InvoiceDate',
  order: 'InvoiceNo',
  amount: null,
  quantity: 'Quantity',
  price: 'UnitPrice',
});
