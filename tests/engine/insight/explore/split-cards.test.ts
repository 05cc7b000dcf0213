import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brushFor } from '../../../../src/engine/insight/explore/brush/brush';
import { segmentGroups } from '../../../../src/engine/insight/explore/segment-groups';
import { splitGroups } from '../../../../src/engine/insight/explore/split-groups';
import { splitShape } from '../../../../src/engine/insight/explore/split-shape';
import { columnOf, keep } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';
import { cardsOf } from './looked-at';

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const rows = fc.array(
  fc.record({
    amount: maybe(fc.integer({ min: 0, max: 40 })),
    land: maybe(fc.constantFrom('DE', 'FR', 'IT')),
    by: maybe(fc.constantFrom('a', 'b', 'c')),
  }),
  { minLength: 2, maxLength: 80 },
);

describe('the cards in groups', () => {
  it('count what a plain filter of each group leaves', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.boolean(), async (cells, selecting) => {
        const whole = table({
          amount: [1, ...cells.map(({ amount }) => amount)],
          land: ['DE', ...cells.map(({ land }) => land)],
          by: ['a', ...cells.map(({ by }) => by)],
        });
        const cards = await cardsOf(whole);
        const selection = selecting ? [{ column: 'land', bars: [0] }] : [];
        const brush = await brushFor(whole, cards, unwatched);
        await brush.select(selection, unwatched);
        const groups = await splitGroups('by', columnOf(whole, 'by'), unwatched);
        const split = await brush.split(groups, unwatched);
        for (const [at, { level, rows: inGroup }] of split.groups.entries()) {
          const place = groups.levels.indexOf(level);
          const mask = groups.codes.map((code) => Number(code === place));
          const alone = await brushFor(keep(whole, mask), cards, unwatched);
          const { selected, counts } = await alone.select(selection, unwatched);
          expect(inGroup).toBe(selected);
          for (const one of counts) {
            const found = split.columns.find(({ column }) => column === one.column)!.groups[at]!;
            expect([...found]).toEqual([...one.counts.slice(0, -1)]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('tell the bar of a group that no chance explains', async () => {
    const cells = Array.from({ length: 900 }, (_, i) => i);
    const whole = table({
      land: cells.map((i) => (i % 3 === 0 && i % 9 !== 0 ? 'DE' : ['FR', 'IT'][i % 2]!)),
      noise: cells.map((i) => ['x', 'y'][Math.floor(i / 3) % 2]!),
      by: cells.map((i) => ['a', 'b', 'c'][i % 3]!),
    });
    const brush = await brushFor(whole, await cardsOf(whole), unwatched);
    const { columns } = await brush.split(
      await splitGroups('by', columnOf(whole, 'by'), unwatched),
      unwatched,
    );
    const [land, noise] = columns;
    expect(land!.peak).toMatchObject({ group: 0, share: 2 / 3, whole: 2 / 9 });
    expect(noise!.peak).toBeNull();
  });
});

describe('segments as groups', () => {
  const segments = [
    { id: 1, name: 'Best' },
    { id: 2, name: 'Rest' },
  ];

  it('are those of the customer of each order, and none of who is in no segment', async () => {
    const orders = table(
      { customer: ['a', 'b', null, 'a', 'c', 'd'], amount: [10, 1, 5, 12, 2, 3] },
      { grain: 'orders', key: 'customer' },
    );
    const customers = table(
      { customer: ['b', 'a', 'c'], segment_id: [2, 1, null], segment: ['old name', 'Best', null] },
      { key: 'customer' },
    );
    const groups = await segmentGroups(orders, customers, segments, unwatched);
    expect(groups.levels).toEqual(['Best', 'Rest']);
    expect([...groups.codes]).toEqual([0, 1, 2, 0, 2, 2]);
    const split = await splitShape(orders, 'amount', groups, { bins: 2, scale: 'even' }, unwatched);
    expect(split).toMatchObject({ missing: 0, ungrouped: 3 });
    expect(split.shape).toMatchObject({
      spread: {
        groups: [
          { level: 'Best', rows: 2 },
          { level: 'Rest', rows: 1 },
        ],
      },
      pair: { kinds: ['number', 'text'] },
    });
  });

  it('are those of the row where each row is a customer, whatever rows were set aside', async () => {
    const file = table({ age: [30, 40, 50, 60] });
    const there = (mask: number[]) => keep(file, Uint8Array.from(mask));
    const looked = there([0, 1, 1, 1]);
    const customers = table(
      { segment_id: [1, 2], segment: ['Best', 'Rest'] },
      { sourceRows: Uint32Array.of(1, 3) },
    );
    const codes = async (of: typeof file) => [
      ...(await segmentGroups(of, customers, segments, unwatched)).codes,
    ];
    expect(await codes(file)).toEqual([2, 0, 2, 1]);
    expect(await codes(looked)).toEqual([0, 2, 1]);
  });

  it('are twelve at most, the last of them all others', async () => {
    const many = Array.from({ length: 14 }, (_, i) => ({ id: i + 1, name: `S${i + 1}` }));
    const customers = table({ segment_id: many.map(({ id }) => id), segment: many.map(({ name }) => name) });
    const { levels, codes } = await segmentGroups(customers, customers, many, unwatched);
    expect([levels.length, levels.at(-1)]).toEqual([12, null]);
    expect([...codes].slice(9)).toEqual([9, 10, 11, 11, 11]);
  });
});
