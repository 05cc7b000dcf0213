import { describe, expect, it } from 'vitest';
import { tryFormula } from '../../../src/engine/formula/try-formula';
import { Stopped } from '../../../src/engine/errors';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';
import { ORDERS } from './orders';

const numbers = table({ n: Array.from({ length: 50 }, (_, row) => row) });
const tried = (formula: string, on = numbers) => tryFormula(on, { as: 'made', formula }, unwatched);

describe('tryFormula', () => {
  it('gives the first twenty rows, with the columns it names', async () => {
    const { fault, kind, rows } = await tried('[n] * 2');
    expect([fault, kind, rows.length]).toEqual([null, 'number', 20]);
    expect(rows[3]).toEqual({
      row: 4,
      cells: [
        { column: 'n', cell: { kind: 'number', value: 3 } },
        { column: 'made', cell: { kind: 'number', value: 6 } },
      ],
    });
  });

  it('says what the columns it names are counted in', async () => {
    const priced = table({ price: [34.3, 8.5], n: [1, 2] }, { units: new Map([['price', '€']]) });
    expect((await tried('[price] * [n]', priced)).units).toEqual({ price: '€' });
  });

  it('looks at all rows where the formula does', async () => {
    const { rows } = await tried('sum([n]) + mean([n])');
    expect(rows[0]!.cells[1]!.cell.value).toBe(1225 + 24.5);
  });

  it('says what is wrong and where', async () => {
    expect(await tried('[n] * [m]')).toMatchObject({
      fault: { reason: 'unknown-column', at: 6, to: 9 },
      kind: null,
      rows: [],
    });
  });

  it('takes a table without rows, and a name that the formula reads', async () => {
    expect((await tried('[n] > 1', table({ n: [] }))).rows).toEqual([]);
    const { rows } = await tryFormula(ORDERS, { as: 'Amount', formula: '[Amount] & [Paid]' }, unwatched);
    expect(rows[0]!.cells.map(({ column }) => column)).toEqual(['Paid', 'Amount']);
    expect(rows[0]!.cells[1]!.cell).toEqual({ kind: 'text', value: '20yes' });
  });

  it('stops where it is stopped', async () => {
    const work = { now: () => 0, breathe: () => Promise.reject(new Stopped()) };
    await expect(tryFormula(numbers, { as: 'made', formula: 'sum([n])' }, work)).rejects.toThrow(Stopped);
  });
});
