import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customersInOrder } from '../../../src/engine/insight/customers-in-order';
import { effectOf, positionOf, segmentMoments } from '../../../src/engine/insight/segment-effects';
import { segmentOrders } from '../../../src/engine/insight/segment-orders';
import { typicalCustomers } from '../../../src/engine/insight/typical-customers';
import { atOnce } from '../../../src/engine/pieces';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';
import expected from '../../expectations/segments/effects.json';
import iris from '../../expectations/segments/iris.json';

const NAMES = Object.keys(expected.means) as (keyof typeof expected.means)[];
const labels = Uint8Array.from(iris.species, (name) => NAMES.findIndex((known) => known === name) + 1);
const petals = Float64Array.from(iris.columns['Petal.Length']);

describe('segmentMoments', () => {
  it('gives the effects of R against all others', () => {
    const moments = segmentMoments(petals, labels, 3);
    NAMES.forEach((name, i) => {
      const found = effectOf(moments, i + 1)!;
      expect(found.value).toBeCloseTo(expected.means[name]['Petal.Length'].value, 10);
      expect(found.high).toBeCloseTo(expected.means[name]['Petal.Length'].high, 10);
    });
  });

  it('skips blanks and who is in no segment, and puts the whole first', () => {
    const [all, one, two] = segmentMoments(
      Float64Array.of(1, 3, NaN, 5, 9, 100),
      Uint8Array.of(1, 1, 1, 2, 2, 0),
      2,
    );
    expect(all).toEqual({ count: 4, mean: 4.5, squares: 35 });
    expect(one).toEqual({ count: 2, mean: 2, squares: 2 });
    expect(two).toEqual({ count: 2, mean: 7, squares: 8 });
  });

  it('weighs the positions of all segments to 0', () => {
    const row = fc.record({ value: fc.integer({ min: -99, max: 99 }), id: fc.constantFrom(1, 2, 3) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 3 }), (rows) => {
        const ids = Uint8Array.from(rows, ({ id }) => id);
        const moments = segmentMoments(
          Float64Array.from(rows, ({ value }) => value),
          ids,
          3,
        );
        const sum = [1, 2, 3]
          .filter((id) => moments[id]!.count > 0)
          .reduce((total, id) => total + moments[id]!.count * positionOf(moments, id), 0);
        expect(sum / rows.length).toBeCloseTo(0, 8);
      }),
    );
  });
});

describe('typicalCustomers', () => {
  const of = async (values: readonly number[], ids: readonly number[], k: number) =>
    atOnce(
      typicalCustomers(
        await customersInOrder(
          [{ column: 'f', scaled: 'f', values: Float64Array.from(values) }],
          Uint8Array.from(ids),
          k,
          unwatched,
        ),
      ),
    );

  it('finds who is nearest to the middle of the segment and who is farthest', async () => {
    const values = [...Array.from({ length: 25 }, (_, i) => i), 100, 101, 777];
    const found = await of(values, [...new Array<number>(25).fill(1), 2, 2, 0], 2);
    const fromMiddle = (rows: Uint32Array) => Array.from(rows, (row) => Math.abs(row - 12));
    expect(fromMiddle(found[0]!.typical)).toEqual([0, 1, 1, 2, 2, 3, 3, 4, 4, 5]);
    expect(fromMiddle(found[0]!.unusual)).toEqual([12, 12, 11, 11, 10, 10, 9, 9, 8, 8]);
    expect([...found[1]!.typical].sort()).toEqual([25, 26]);
  });

  it('names the same customers however the rows are ordered', async () => {
    const values = Array.from({ length: 400 }, (_, i) => ((i * 7919) % 400) ** 1.5);
    const ids = values.map((value) => (value < 900 ? 1 : 2));
    const named = async (given: readonly number[], own: readonly number[]) =>
      (await of(given, own, 2)).map(({ typical, unusual }) => [
        Array.from(typical, (row) => given[row]),
        Array.from(unusual, (row) => given[row]),
      ]);
    expect(await named([...values].reverse(), [...ids].reverse())).toEqual(await named(values, ids));
  });
});

describe('segmentOrders', () => {
  const META = { roles: new Map([['orders', 'frequency']] as const) };

  it('adds up the orders of each segment, blanks and who is in none left out', () => {
    const customers = table({ orders: [3, 1, null, 6, 50] }, META);
    expect(segmentOrders(customers, Uint8Array.of(1, 2, 2, 1, 0), 2)).toEqual([
      { orders: 9, ordersShare: 0.9 },
      { orders: 1, ordersShare: 0.1 },
    ]);
  });

  it('says nothing where no column counts orders, no shares where there are none', () => {
    expect(segmentOrders(table({ age: [3] }, {}), Uint8Array.of(1), 1)).toEqual([
      { orders: null, ordersShare: null },
    ]);
    expect(segmentOrders(table({ orders: [0] }, META), Uint8Array.of(1), 1)).toEqual([
      { orders: 0, ordersShare: null },
    ]);
  });
});
