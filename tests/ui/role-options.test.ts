import { describe, expect, it } from 'vitest';
import { moneyChoice, moneyOptions, moneySurety } from '../../src/ui/screens/check/role-options';
import { understood } from '../engine/insight/understood';

const file = (header: string) =>
  [
    header,
    ...Array.from({ length: 60 }, (_, at) => `C${at % 9},2024-03-1${at % 8},${1 + (at % 6)},${at % 11}.5`),
  ].join('\n');

describe('the word that says what money is', () => {
  it('offers the columns that may be multiplied, and asks to be checked where one was told by its cells', async () => {
    const bottles = await understood(file('customer,date,Bottles,Unit price'));
    expect([moneyChoice(bottles), moneySurety(bottles)]).toEqual(['product', 'check']);
    expect(moneyOptions(bottles).map(({ label }) => label)).toEqual([
      'Bottles × Unit price',
      'Bottles',
      'Unit price',
    ]);
    const quantity = await understood(file('customer,date,Quantity,Unit price'));
    expect([moneyChoice(quantity), moneySurety(quantity)]).toEqual(['product', 'sure']);
  });

  it('offers them beside a price that is taken alone', async () => {
    const price = await understood(file('customer,date,Bottles,Price'));
    expect([moneyChoice(price), moneySurety(price)]).toEqual(['amount Price', 'check']);
    expect(moneyOptions(price)[0]).toEqual({
      value: 'product',
      label: 'Bottles × Price',
      roles: [['amount', null], ['quantity', 'Bottles'], ['price', 'Price']],
    }); // prettier-ignore
  });

  it('knows the columns of what earlier versions understood', async () => {
    const { products, ...earlier } = await understood(file('customer,date,Quantity,Unit price'));
    expect(products).toHaveLength(1);
    expect(moneyOptions(earlier)[0]!.label).toBe('Quantity × Unit price');
  });
});
