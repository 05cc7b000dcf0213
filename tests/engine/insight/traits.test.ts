import { describe, expect, it } from 'vitest';
import { traitsOf } from '../../../src/engine/insight/traits';
import { atOnce } from '../../../src/engine/pieces';
import { generator } from '../../../src/engine/stats/random';
import { traitFacts } from '../../../src/ui/text/cards';
import { table } from '../../support/tables';

const labels = Uint8Array.from({ length: 200 }, (_, row) => (row < 100 ? 1 : 2));
const column = <T>(cell: (row: number) => T) => Array.from({ length: 200 }, (_, row) => cell(row));

describe('traitsOf', () => {
  it('finds the category and the number that set a segment apart, the widest first', () => {
    const customers = table({
      city: column((row) => (row < 90 ? 'Leeds' : 'York')),
      teens: column((row) => (row % 4 === 0 ? 2 : row < 100 ? 1 : 0)),
      age: column((row) => (row < 100 ? 60 : 30) + (row % 7)),
    });
    const [first, second] = atOnce(traitsOf(customers, ['city', 'teens', 'age'], labels, 2));
    expect(first).toMatchObject([
      { column: 'age', value: null, segment: 63, all: 48 },
      { column: 'city', value: 'Leeds', segment: 0.9, all: 0.45 },
      { column: 'teens', value: '1', atLeast: true, segment: 1, all: 0.625 },
    ]);
    const york = second!.find(({ column }) => column === 'city')!;
    expect(york).toMatchObject({ column: 'city', value: 'York', segment: 1, all: 0.55 });
    // All of 100 against 10 of 100: Newcombe's interval.
    expect(york.effect!.value).toBeCloseTo(0.9, 12);
    expect(first![0]!.effect!.value).toBeGreaterThan(10);
  });

  it('calls what a step made by what it is', () => {
    const orders_30d = column((row) => (row < 100 ? 1 : 0));
    const [first] = atOnce(traitsOf(table({ orders_30d }), ['orders_30d'], labels, 2));
    expect(first).toMatchObject([{ column: 'orders_30d', label: 'Orders in the last 30 days' }]);
    expect(traitFacts(first!)[0]!.label).toMatch(/^Orders in the last 30 days/);
  });

  it('says nothing about noise', () => {
    const random = generator(3);
    const customers = table({
      city: column(() => 'abcde'.charAt(Math.floor(random() * 5))),
      flag: column(() => random() < 0.3),
      income: column(() => random() * 1000),
    });
    expect(atOnce(traitsOf(customers, ['city', 'flag', 'income'], labels, 2))).toEqual([[], []]);
  });

  it('never shows fewer than ten customers, nor many different texts', () => {
    const customers = table({
      few: column((row) => (row < 9 ? 'rare' : row < 20 ? null : 'usual')),
      id: column((row) => `customer ${row}`),
    });
    const values = atOnce(traitsOf(customers, ['few', 'id'], labels, 2))
      .flat()
      .map((trait) => trait.value);
    expect(values).not.toContain('rare');
    expect(values.filter((value) => value?.startsWith('customer'))).toEqual([]);
  });
});
