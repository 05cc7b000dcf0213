import { describe, expect, it } from 'vitest';
import { rolesOf, someOrders, understood } from './understood';

const BOTTLES = 'customer,order,date,Bottles,Unit price';
const priced = (at: number) => `${1 + (at % 6)},${3 + (at % 11)}.50`;

describe('a quantity that is not called one', () => {
  it('is the one column of small whole numbers beside a price of one piece, to be checked', async () => {
    const { money, moneyTotal, guesses, products } = await understood(someOrders(BOTTLES, priced));
    const sum = Array.from({ length: 60 }, (_, at) => (1 + (at % 6)) * (3.5 + (at % 11)));
    expect(money).toEqual({ by: 'product', quantity: 'Bottles', price: 'Unit price' });
    expect(moneyTotal).toBeCloseTo(
      sum.reduce((all, one) => all + one),
      6,
    );
    expect(guesses.find(({ role }) => role === 'quantity')!.confidence).toBeLessThan(0.8);
    expect(products).toEqual([{ quantity: 'Bottles', price: 'Unit price' }]);
  });

  it.each(['Rating', 'Age', 'Month', 'Line no', 'Discount', 'Store'])('is not %s', async (name) => {
    const { money, products } = await understood(someOrders(BOTTLES.replace('Bottles', name), priced));
    expect(money).toEqual({ by: 'amount', column: 'Unit price' });
    expect(products).toEqual([]);
  });

  it('is no yes or no, no numbering and none of large numbers', async () => {
    for (const cell of [(at: number) => at % 2, (at: number) => at, (at: number) => 1000 + (at % 9)]) {
      const file = someOrders(BOTTLES, (at) => `${cell(at)},${3 + (at % 11)}.50`);
      expect((await understood(file)).money).toEqual({ by: 'amount', column: 'Unit price' });
    }
  });

  it('is offered but not taken where several may be, or where the price may be of the row', async () => {
    const two = await understood(someOrders(`${BOTTLES},Glasses`, (at) => `${priced(at)},${1 + (at % 3)}`));
    expect(two.money).toEqual({ by: 'amount', column: 'Unit price' });
    expect(two.products!.map(({ quantity }) => quantity)).toEqual(['Bottles', 'Glasses']);
    const price = await understood(someOrders(BOTTLES.replace('Unit price', 'Price'), priced));
    expect(price.money).toEqual({ by: 'amount', column: 'Price' });
    expect(price.products).toEqual([{ quantity: 'Bottles', price: 'Price' }]);
  });

  it('can be chosen, whatever other columns are called', async () => {
    const file = someOrders(
      `${BOTTLES.replace('Unit price', 'Price')},Sales`,
      (at) => `${priced(at)},${at}.25`,
    );
    expect((await understood(file)).money).toEqual({ by: 'amount', column: 'Sales' });
    const roles = new Map([['Bottles', 'quantity' as const], ['Price', 'price' as const]]); // prettier-ignore
    const chosen = await understood(file, { roles });
    expect(chosen.money).toEqual({ by: 'product', quantity: 'Bottles', price: 'Price' });
    expect(rolesOf(chosen)['amount']).toBeUndefined();
    const again = await understood(file, { roles: new Map([...roles, ['Sales', 'amount' as const]]) });
    expect(again.money).toEqual({ by: 'amount', column: 'Sales' });
  });
});
