import { describe, expect, it } from 'vitest';
import { customerColumns } from '../../../src/engine/insight/customer-columns';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';

const repeat = <T>(times: number, make: (row: number) => T): T[] =>
  Array.from({ length: times }, (_, row) => make(row));
const day = (text: string) => new Date(`${text}Z`);

describe('columns that say who a customer is', () => {
  it('are those of one value per customer and those that reach them, and no others', async () => {
    const orders = table({
      customer: ['a', 'a', 'b', 'b', null],
      country: ['FR', 'FR', 'DE', null, 'IT'],
      'E-mail': ['a@a.io', 'new@a.io', 'b@b.io', 'b@b.io', 'c@c.io'],
      agreed: [true, true, false, false, true],
      age: [40, 40, 31, 31, 9],
      since: [day('2020-01-01'), day('2020-01-01'), day('2021-01-01'), null, null],
      product: ['mug', 'cup', 'cup', 'mug', 'mug'],
      price: [2, 3, 2, 3, 3],
      nothing: [null, null, null, null, null],
    });
    const found = await customerColumns(orders, 'customer', unwatched);
    expect(found).toEqual(['country', 'E-mail', 'agreed', 'age', 'since']);
  });

  it('may differ in one row of twenty', async () => {
    const said = (others: number) => {
      const town = repeat(41, (row) => (row > 40 - others ? `other ${row}` : 'Ulm'));
      return customerColumns(table({ customer: repeat(41, () => 7), town }), 'customer', unwatched);
    };
    expect(await said(2)).toEqual(['town']);
    expect(await said(3)).toEqual([]);
  });

  it('are all where each customer has one row', async () => {
    const customers = table({ customer: ['a', 'b'], product: ['mug', 'cup'] });
    expect(await customerColumns(customers, 'customer', unwatched)).toEqual(['product']);
  });
});
