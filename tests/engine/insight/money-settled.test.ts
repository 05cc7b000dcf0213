import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/engine/insight/prepare';
import { understand } from '../../../src/engine/insight/understand';
import type { Choices } from '../../../src/engine/insight/understanding';
import type { RecipeStep } from '../../../src/engine/recipe/schema';
import { unwatched } from '../../../src/engine/work';
import { read } from '../../support/files';
import { step } from '../recipe/recipes';
import { lines, someOrders } from './understood';

const PRICED = someOrders('customer,order,date,Quantity,Unit price', (at) => `${1 + (at % 4)},${at}.50`);

/** What is understood of a file after steps of the person's own. */
async function after(text: string, own: readonly RecipeStep[], chosen: Choices = {}) {
  const file = await read(text);
  const { source } = await understand(file, {}, unwatched);
  return understand(file, chosen, unwatched, await prepare([file], own, [source], undefined, unwatched));
}

const formula = (as: string, formula: string) => step('own', 'formula', { formula, as });
const bonus = formula('bonus value', '[Unit price] * 0.1');
const PRODUCT = { by: 'product', quantity: 'Quantity', price: 'Unit price' };

describe('money, once columns are added', () => {
  it('stays what the file says, whatever the new column is called', async () => {
    for (const name of ['bonus value', 'Total', 'Amount', 'Price', 'Quantity sold'])
      expect((await after(PRICED, [formula(name, '[Unit price] * 0.1')])).money).toEqual(PRODUCT);
    const { money, guesses } = await after(
      someOrders('customer,order,date,sparkling', (at) => `${at}`).replace('sparkling', 'price'),
      [formula('sparkling value', '[price] * 2')],
    );
    expect(money).toEqual({ by: 'amount', column: 'price' });
    expect(guesses.map(({ column }) => column)).not.toContain('sparkling value');
  });

  it('stays so under other names of the columns', async () => {
    const renamed = step('named', 'rename-columns', { names: [{ column: 'Unit price', as: 'Each price' }] });
    expect((await after(PRICED, [bonus, renamed])).money).toEqual({ ...PRODUCT, price: 'Each price' });
  });

  it('is the new column where the person says so', async () => {
    const chosen = { roles: new Map([['bonus value', 'amount' as const]]) };
    expect((await after(PRICED, [bonus], chosen)).money).toEqual({ by: 'amount', column: 'bonus value' });
  });

  it('is the new column where the file has no money', async () => {
    const text = someOrders('customer,order,date,Quantity', (at) => `${1 + (at % 4)}`);
    const made = await after(text, [formula('Line total', '[Quantity] * 3.5')]);
    expect(made.money).toEqual({ by: 'amount', column: 'Line total' });
  });

  it('stays columns added up in a file of customers', async () => {
    const text = lines(
      'ID,MntWines,MntFruits,MntMeat,Kids',
      60,
      (at) => `${1000 + at * 7},${at % 13},${at % 17},${at % 11},${at % 3}`,
    );
    const made = await after(text, [formula('total spent', '[MntWines] + 1')]);
    expect(made.money).toMatchObject({ by: 'total', columns: ['MntWines', 'MntFruits', 'MntMeat'] });
  });
});
