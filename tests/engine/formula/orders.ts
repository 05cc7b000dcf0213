import { table } from '../../support/tables';

const day = (iso: string) => new Date(`${iso}T00:00:00Z`);

/** The orders that the examples of docs/FORMULA.md are computed on. */
export const ORDERS = table({
  Customer: ['Anna', 'Anna', 'Ben', 'Ben', 'Carla'],
  Date: ['2024-01-05', '2024-03-12', '2024-02-01', '2024-12-30', '2023-12-31'].map(day),
  Country: ['EIRE', 'EIRE', 'France', null, 'Spain'],
  Amount: [20, 35.5, 12, null, 60],
  Quantity: [2, 5, 1, 4, 0],
  Email: ['anna@shop.ie', null, 'ben@mail.fr', 'ben@mail.fr', 'carla@mail.es'],
  Paid: [true, false, true, null, true],
});
