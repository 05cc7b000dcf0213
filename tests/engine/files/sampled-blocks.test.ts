import { describe, expect, it } from 'vitest';
import { customerColumn } from '../../../src/engine/insight/customer-column';
import { columnNames } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf } from '../../support/tables';
import { fileOf, read } from '../../support/files';

const orders = (rows: number): string =>
  [
    'customer,order,date,amount',
    ...Array.from(
      { length: rows },
      (_, at) => `C${at % 40},O${at},2025-0${1 + (at % 9)}-1${at % 8},"${1 + (at % 50)}.5"`,
    ),
  ].join('\n');
const sample = { every: 4, by: 'customer' };

describe('a sample', () => {
  it('keeps all rows of the customers that the hash says, and no others', async () => {
    const { table, report } = await read(orders(400), { options: { sample } });
    const { customer, order } = cellsOf(table);
    // tests/expectations/sample/hash.py
    const wanted = [5, 11, 12, 13, 25, 35, 39].map((n) => `C${n}`);
    expect(new Set(customer)).toEqual(new Set(wanted));
    expect(customer).toHaveLength(10 * wanted.length);
    expect(order!.slice(0, 3)).toEqual(['O5', 'O11', 'O12']);
    expect([report.rows, report.options.sample]).toEqual([70, sample]);
  });

  it('is the same whatever the slices, and whatever else stands in the file', async () => {
    const whole = cellsOf((await read(orders(400), { options: { sample } })).table);
    for (const slice of [7, 64, 1000])
      expect(cellsOf((await read(orders(400), { options: { sample } }, slice)).table)).toEqual(whole);
    const later = cellsOf((await read(orders(200), { options: { sample } })).table);
    expect(new Set(later.customer)).toEqual(new Set(whole.customer));
  });

  it('goes by whole rows where no column is named, or none is there', async () => {
    const text = `n,x\n${Array.from({ length: 2000 }, (_, n) => `${n},x${n}`).join('\n')}`;
    for (const by of [undefined, 'customer']) {
      const options = { sample: { every: 10, ...(by !== undefined && { by }) } };
      const { n } = cellsOf((await read(text, { options })).table);
      expect(n!.slice(0, 5)).toEqual([9, 43, 59, 64, 66]);
      expect(n!.length).toBeGreaterThan(150);
      expect(n!.length).toBeLessThan(250);
    }
  });

  it('knows columns without names by their place, and sets blanks apart by their row', async () => {
    const text = Array.from({ length: 300 }, (_, at) => `${at % 3 ? '' : 'C5'},${at},x`).join('\n');
    const options = { header: false, sample: { every: 4, by: 'Column 1' } };
    const { table } = await read(text, { options });
    const first = cellsOf(table)[columnNames(table)[0]!]!;
    expect(first.filter((cell) => cell === 'C5')).toHaveLength(100);
    const blank = first.filter((cell) => cell === null).length;
    expect(blank).toBeGreaterThan(25);
    expect(blank).toBeLessThan(80);
  });

  it('refuses a file of which nothing is left', async () => {
    await expect(read('customer,amount\nC1,2\n', { options: { sample: { every: 1000 } } })).rejects.toThrow(
      'header-only',
    );
  });
});

describe('customerColumn', () => {
  it('names the customer, and says whether one may have several rows', async () => {
    expect(await customerColumn(fileOf(orders(400)), {}, unwatched)).toEqual({
      column: 'customer',
      several: true,
    });
    const people = `id,age,city\n${Array.from({ length: 60 }, (_, n) => `${n},${20 + n},Leeds`).join('\n')}`;
    expect(await customerColumn(fileOf(people), {}, unwatched)).toEqual({ column: 'id', several: false });
    expect(await customerColumn(fileOf('a,b\n1,x\n2,y\n'), {}, unwatched)).toBeNull();
  });
});
