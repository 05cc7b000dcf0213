import { describe, expect, it } from 'vitest';
import { lines, someOrders, understood } from './understood';

describe('guessGrain', () => {
  it('says orders where customers repeat and there is a date', async () => {
    const { grain, grainConfidence, customers } = await understood(
      someOrders('customer,order_no,date,amount', (at) => `${at}.5`),
    );
    expect({ grain, grainConfidence, customers }).toEqual({
      grain: 'orders',
      grainConfidence: 0.97,
      customers: 9,
    });
  });

  it('says customers where no two rows share one', async () => {
    const text = lines('id,joined,visits', 40, (at) => `${at + 1},2024-03-1${at % 9},${at % 11}`);
    const { grain, customers } = await understood(text);
    expect({ grain, customers }).toEqual({ grain: 'customers', customers: 40 });
  });

  it('says customers where nothing repeats and there is no date', async () => {
    const { grain, customers } = await understood(lines('width,length', 30, (at) => `${at / 2},${at * 1.5}`));
    expect({ grain, customers }).toEqual({ grain: 'customers', customers: 30 });
  });

  it('says orders, but is not sure, where only the customer is wanting', async () => {
    const { grain, grainConfidence, recipe } = await understood(
      lines('date,product,amount', 40, (at) => `2024-03-1${at % 9},P${at % 6},${at}.5`),
    );
    expect({ grain, grainConfidence }).toEqual({ grain: 'orders', grainConfidence: 0.6 });
    expect(recipe).toMatchObject({ ok: false, code: 'no-customer' });
  });

  it('does what the person says', async () => {
    const text = someOrders('customer,order_no,date,amount', (at) => `${at}.5`);
    const { grain, grainConfidence, customers } = await understood(text, { grain: 'customers' });
    expect({ grain, grainConfidence, customers }).toEqual({
      grain: 'customers',
      grainConfidence: 1,
      customers: 60,
    });
  });
});
