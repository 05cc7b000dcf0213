import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { settleDates, settledChoices, settledRead } from '../../../src/engine/insight/settle-dates';
import { planFiles } from '../../../src/engine/insight/several-files';
import { unwatched } from '../../../src/engine/work';
import { fileOf } from '../../support/files';

const orders = (day: (at: number) => string, header = 'customer_id,order_id,ordered,amount') =>
  [header, ...Array.from({ length: 30 }, (_, at) => `C${at % 7},O${at},${day(at)},${at}.5`)].join('\n');
const two = (number: number) => String(number).padStart(2, '0');
/** Days up to the 28th, which cannot be months. */
const monthFirst = (at: number, mark = '/') => `${two(1 + (at % 3))}${mark}${two(1 + (at % 28))}${mark}2024`;
const dayFirst = (at: number) => `${two(1 + (at % 28))}/${two(1 + (at % 3))}/2024`;
const either = (at: number) => `${two(4 + (at % 3))}/${two(1 + (at % 9))}/2024`;

const readAs = (text: string, at: number) => readTable(fileOf(text, `${at}.csv`), {}, unwatched);
async function settled(...texts: string[]) {
  const reads = await Promise.all(texts.map(readAs));
  return settleDates(reads, (await planFiles(reads, unwatched)).first);
}

describe('settleDates', () => {
  it('has a file that could be read both ways follow the one that could not', async () => {
    const dates = [{ column: 'ordered', format: 'MM/DD/YYYY', like: '0.csv' }];
    expect([...(await settled(orders(monthFirst), orders(either)))]).toEqual([[1, dates]]);
    const before = [{ ...dates[0]!, like: '1.csv' }];
    expect([...(await settled(orders(either), orders(monthFirst)))]).toEqual([[0, before]]);
  });

  it('keeps the marks of the file, and its name for the column', async () => {
    const texts = [
      orders((at) => monthFirst(at, '-')),
      orders(either, 'Customer ID,Order ID,Ordered,Amount'),
    ];
    const found = (await settled(...texts)).get(1);
    expect(found).toEqual([{ column: 'Ordered', format: 'MM/DD/YYYY', like: '0.csv' }]);
  });

  it('says that days go first too, which they would anyway', async () => {
    expect((await settled(orders(dayFirst), orders(either))).get(1)).toEqual([
      { column: 'ordered', format: 'DD/MM/YYYY', like: '0.csv' },
    ]);
  });

  it('settles nothing where files contradict each other, where none is sure and where all are', async () => {
    expect((await settled(orders(dayFirst), orders(monthFirst), orders(either))).size).toBe(0);
    expect((await settled(orders(either), orders(either))).size).toBe(0);
    expect((await settled(orders(dayFirst), orders(dayFirst))).size).toBe(0);
    expect(
      (
        await settled(
          orders((at) => `2024-03-${two(1 + (at % 28))}`),
          orders(either),
        )
      ).size,
    ).toBe(0);
  });

  it('gives a reading that is no longer ambiguous and no person’s word', async () => {
    const dates = (await settled(orders(monthFirst), orders(either))).get(1)!;
    const source = fileOf(orders(either), '1.csv');
    const { report } = settledRead(
      await readTable(source, { columns: settledChoices(dates) }, unwatched),
      dates,
    );
    const reading = report.columns.find(({ name }) => name === 'ordered')!;
    expect([reading.format, reading.ambiguous, reading.choice]).toEqual(['MM/DD/YYYY', false, undefined]);
    expect(report.settled).toEqual(dates);
  });
});
