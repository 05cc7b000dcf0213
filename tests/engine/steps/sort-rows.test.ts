import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortRows } from '../../../src/engine/steps/sort-rows';
import { sortedRows } from '../../../src/engine/steps/sort-rows/merge-sort';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/text-steps/text-steps.json';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply } from './apply';

const orders = () =>
  table({
    who: ['b', 'a', null, 'a', 'b', 'c', 'a'],
    spend: [5, 2, 9, null, 5, 1, 7],
    row: [0, 1, 2, 3, 4, 5, 6],
  });
const by = async (...columns: [string, 'rising' | 'falling'][]) => {
  const params = { by: columns.map(([column, order]) => ({ column, order })) };
  return cellsOf((await learnAndApply(sortRows, orders(), params)).table).row;
};

describe('sortRows', () => {
  itKeepsTheLaws(sortRows, {
    table: orders,
    params: {
      by: [
        { column: 'spend', order: 'falling' },
        { column: 'who', order: 'rising' },
      ],
    },
    describe: 'Sort by spend, highest first, then who',
    reads: ['spend', 'who'],
    adds: [],
  });

  // pandas: tests/expectations/text-steps/text-steps.py
  it('orders as pandas does, stably and with blanks last', async () => {
    expect(await by(['who', 'rising'])).toEqual(expected.sorts.who);
    expect(await by(['who', 'falling'], ['spend', 'rising'])).toEqual(expected.sorts['who falling, spend']);
    expect(await by(['spend', 'falling'], ['who', 'rising'])).toEqual(expected.sorts['spend falling, who']);
  });

  it('gives the table itself where it is in order', async () => {
    const before = orders();
    const params = { by: [{ column: 'row', order: 'rising' as const }] };
    expect((await learnAndApply(sortRows, before, params)).table).toBe(before);
  });
});

describe('sortedRows', () => {
  it('orders as Array.prototype.sort does, however many rows there are', async () => {
    const keys = Array.from({ length: 20_000 }, (_, row) => (row * 7919) % 101);
    const compare = (a: number, b: number) => keys[a]! - keys[b]!;
    const rows = keys.map((_, row) => row);
    expect([...(await sortedRows(keys.length, compare, unwatched))]).toEqual(rows.sort(compare));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 20 }), async (few) => {
        const order = [...(await sortedRows(few.length, (a, b) => few[a]! - few[b]!, unwatched))];
        expect(order).toEqual(few.map((_, row) => row).sort((a, b) => few[a]! - few[b]!));
      }),
    );
  });
});
