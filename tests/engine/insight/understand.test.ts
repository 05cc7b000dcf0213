import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/engine/insight/understand';
import { Stopped } from '../../../src/engine/errors';
import { unwatched, type Work } from '../../../src/engine/work';
import { read } from '../../support/files';
import { table } from '../../support/tables';
import { lines, someOrders, understood } from './understood';

describe('understand', () => {
  it('sums a column up: blanks, distinct values, range and 20 bins', async () => {
    const text = lines(
      'customer,date,amount',
      40,
      (at) => `C${at % 8},2024-03-0${1 + (at % 4)},${at === 3 ? '' : at / 2}`,
    );
    const { columns, from, to } = await understood(text);
    const [customer, date, amount] = columns;
    expect(customer).toMatchObject({
      kind: 'text',
      role: 'customer',
      identifier: true,
      missing: 0,
      distinct: 8,
      min: null,
    });
    expect(customer!.histogram).toEqual(new Array(8).fill(5));
    expect(date).toMatchObject({
      distinct: 4,
      min: Date.UTC(2024, 2, 1),
      max: Date.UTC(2024, 2, 4),
      hasTime: false,
    });
    expect(amount).toMatchObject({ missing: 1, distinct: 39, min: 0, max: 19.5 });
    expect(amount!.histogram).toHaveLength(20);
    expect(amount!.histogram.reduce((sum, count) => sum + count)).toBe(39);
    expect({ from, to }).toEqual({ from: date!.min, to: date!.max });
  });

  it('counts fractions, negatives, minus zero and large whole numbers as they are', async () => {
    const base = await read('a,b\n1,2\n3,4');
    const numbers = table({
      a: [0.1, 0.1, -0, 0, -5, 2 ** 40, 2 ** 40, null, 1e-300],
      b: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    });
    const { columns } = await understand({ table: numbers, report: base.report }, {}, unwatched);
    expect(columns[0]).toMatchObject({ missing: 1, distinct: 5, min: -5, max: 2 ** 40 });
  });

  it('understands one row, and a column of nothing but blanks', async () => {
    const one = await understood('customer,date,amount,empty\nC1,2024-03-01,5,');
    expect(one.columns[3]).toMatchObject({ missing: 1, distinct: 0 });
    expect(one.customers).toBe(1);
  });

  it('breathes, and stops when asked to', async () => {
    const stopping: Work = { ...unwatched, breathe: () => Promise.reject(new Stopped()) };
    const file = await read(someOrders('customer,order_no,date,amount', (at) => `${at}.5`));
    await expect(understand(file, {}, stopping)).rejects.toBeInstanceOf(Stopped);
  });

  it('leaves the table as it was', async () => {
    const file = await read(someOrders('customer,order_no,date,amount', (at) => `${at}.5`));
    const before = [...(file.table.column('amount') as Iterable<number>)];
    await understand(file, {}, unwatched);
    expect([...(file.table.column('amount') as Iterable<number>)]).toEqual(before);
  });
});
