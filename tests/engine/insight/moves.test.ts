import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customersInList, labelledCustomers } from '../../../src/engine/insight/moves/labelled-customers';
import { matchCustomers } from '../../../src/engine/insight/moves/match-customers';
import { movedList, type MovedChoice } from '../../../src/engine/insight/moves/moved-list';
import { movesOf, sameSegments } from '../../../src/engine/insight/moves/moves-of';
import { packLabels, unpackLabels } from '../../../src/engine/insight/moves/packed-labels';
import type { EngineError } from '../../../src/engine/errors';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table } from '../../support/tables';

/** May: Ann and Ben best, Cem and Dee good, Eva in none. June: Ann stays, Ben falls, Cem rises, Dee is gone, Eva stays in none, Fay is new. */
const may = table({
  id: ['ann', 'ben', 'cem', 'dee', 'eva'],
  spent: [100, 80, 20, 10, 5],
  segment_id: [1, 1, 2, 2, null],
  segment: ['Best', 'Best', 'Good', 'Good', null],
});
const june = table(
  {
    id: ['fay', 'eva', 'cem', 'ben', 'ann'],
    spent: [7, 6, 60, 30, 100],
    segment_id: [2, null, 1, 2, 1],
    segment: ['Good', null, 'Best', 'Good', 'Best'],
  },
  { key: 'id' },
);
const SEGMENTS = [
  { id: 1, name: 'Best' },
  { id: 2, name: 'Good' },
];
const now = labelledCustomers(june, { segments: SEGMENTS, money: { columns: ['spent'] } })!;
const then = customersInList(may, now, ['spent']);
const matched = await matchCustomers(then, now, unwatched);
const listed = (choice: MovedChoice) => cellsOf(movedList(matched, choice));

describe('movesOf', () => {
  it('counts who went where, and what they were and are worth', () => {
    const moves = movesOf(matched);
    expect(moves.flows).toEqual([
      { from: 1, to: 1, customers: 1, worth: { then: 100, now: 100 } },
      { from: 1, to: 2, customers: 1, worth: { then: 80, now: 30 } },
      { from: 2, to: 1, customers: 1, worth: { then: 20, now: 60 } },
      { from: 2, to: null, customers: 1, worth: { then: 10, now: 0 } },
      { from: 0, to: 0, customers: 1, worth: { then: 5, now: 6 } },
      { from: null, to: 2, customers: 1, worth: { then: 0, now: 7 } },
    ]);
    expect(moves.customers).toEqual({ then: 5, now: 5, stayed: 2, moved: 2, new: 1, gone: 1 });
    expect(moves.worth).toEqual({ then: 215, now: 203, gained: 40 + 1 + 7, lost: 50 + 10 });
    expect(moves.then).toEqual([
      { name: 'Best', customers: 2, worth: 180 },
      { name: 'Good', customers: 2, worth: 30 },
    ]);
    expect(moves.now).toEqual([
      { name: 'Best', customers: 2, worth: 160 },
      { name: 'Good', customers: 2, worth: 37 },
    ]);
  });

  it('lists who moved, who is new and who is gone', () => {
    expect(listed('all')).toEqual({
      id: ['fay', 'cem', 'ben', 'dee'],
      change: ['new', 'moved', 'moved', 'gone'],
      segment_then: [null, 'Good', 'Best', 'Good'],
      segment_now: ['Good', 'Best', 'Good', null],
      value_then: [null, 20, 80, 10],
      value_now: [7, 60, 30, null],
    });
    expect(listed('moved')['id']).toEqual(['cem', 'ben']);
    expect(listed('new')['id']).toEqual(['fay']);
    expect(listed('gone')['id']).toEqual(['dee']);
    expect(listed({ from: 2, to: 1 })['id']).toEqual(['cem']);
    expect(listed({ from: 1, to: 1 })).toMatchObject({ id: ['ann'], change: ['stayed'] });
    expect(listed({ from: 0, to: 0 })['id']).toEqual(['eva']);
    expect(listed({ from: 1, to: null })['id']).toEqual([]);
  });

  it('adds up whatever the customers are', async () => {
    const customer = fc.record({
      id: fc.integer({ min: 0, max: 30 }),
      segment: fc.integer({ min: 0, max: 3 }),
      worth: fc.integer({ min: -50, max: 500 }),
    });
    const lists = fc.uniqueArray(customer, { selector: ({ id }) => id, minLength: 1 });
    const of = (list: readonly { id: number; segment: number; worth: number }[]) =>
      labelledCustomers(
        table(
          {
            id: list.map(({ id }) => id),
            spent: list.map(({ worth }) => worth),
            segment_id: list.map(({ segment }) => segment || null),
            segment: list
              .map(({ segment }) => (segment ? `S${segment}` : null))
              .concat('S1')
              .slice(0, -1),
          },
          { key: 'id' },
        ),
        { segments: [1, 2, 3].map((id) => ({ id, name: `S${id}` })), money: { columns: ['spent'] } },
      )!;
    const anyLabel = ({ segment }: { segment: number }) => segment !== 0;
    const labelled = lists.filter((list) => list.some(anyLabel));
    await fc.assert(
      fc.asyncProperty(labelled, labelled, async (before, after) => {
        const { flows, customers, worth } = movesOf(await matchCustomers(of(before), of(after), unwatched));
        const { stayed, moved } = customers;
        expect(flows.reduce((sum, flow) => sum + flow.customers, 0)).toBe(
          stayed + moved + customers.new + customers.gone,
        );
        expect([customers.then, customers.now]).toEqual([before.length, after.length]);
        expect(customers.then).toBe(stayed + moved + customers.gone);
        expect(customers.now).toBe(stayed + moved + customers.new);
        expect(worth!.now - worth!.then).toBe(worth!.gained - worth!.lost);
      }),
    );
  });
});

describe('sameSegments', () => {
  it('goes by the name, else by the place where neither name is left', () => {
    expect(sameSegments(['A', 'B'], ['B', 'A'])).toEqual([0, 2, 1]);
    expect(sameSegments(['Champions', 'B'], ['Our best', 'B'])).toEqual([0, 1, 2]);
    expect(sameSegments(['A', 'B', 'C'], ['B', 'A'])).toEqual([0, 2, 1, 0]);
  });
});

describe('matchCustomers', () => {
  it('finds customers written another way only where none is found as written', async () => {
    const numbered = table({ ID: ['1.0', '2.0'], segment_id: [1, 2], segment: ['Best', 'Good'] });
    const plain = table({ id: [2, 3], segment_id: [1, 1], segment: ['Best', 'Best'] }, { key: 'id' });
    const later = labelledCustomers(plain, { segments: SEGMENTS, money: null })!;
    const { before, gone } = await matchCustomers(customersInList(numbered, later, []), later, unwatched);
    expect([before[0], [...gone]]).toEqual([1, [0]]);
    const moves = movesOf(await matchCustomers(customersInList(numbered, later, []), later, unwatched));
    expect(moves.worth).toBeNull();
    expect(moves.customers).toEqual({ then: 2, now: 2, stayed: 0, moved: 1, new: 1, gone: 1 });
  });

  it('takes the first of several rows of a customer and passes over rows without one', async () => {
    const rows = table({ id: ['a', 'a', null, 'b'], segment: ['Good', 'Good', 'Good', 'Best'] });
    const later = labelledCustomers(
      table({ id: ['a', null], segment_id: [1, 1], segment: ['Best', 'Best'] }, { key: 'id' }),
      { segments: SEGMENTS, money: null },
    )!;
    const moves = movesOf(await matchCustomers(customersInList(rows, later, []), later, unwatched));
    expect(moves.customers).toEqual({ then: 2, now: 1, stayed: 0, moved: 1, new: 0, gone: 1 });
  });
});

describe('customersInList', () => {
  it('takes the labels behind the file’s own, in the order of their numbers', () => {
    const list = table({
      id: ['a', 'b'],
      segment: ['north', 'south'],
      tessera_segment_id: [2, 1],
      tessera_segment: ['Good', 'Best'],
    });
    const { names, segments } = customersInList(list, { key: 'Id' }, ['spent']);
    expect([names, [...segments]]).toEqual([
      ['Best', 'Good'],
      [2, 1],
    ]);
  });

  it('refuses a list without the key or without segments', () => {
    const codeOf = (make: () => unknown) => {
      try {
        return make();
      } catch (error) {
        return (error as EngineError).details;
      }
    };
    expect(codeOf(() => customersInList(may, { key: 'customer' }, []))).toEqual({ column: 'customer' });
    expect(codeOf(() => customersInList(table({ id: ['a'] }), now, []))).toEqual({ column: 'segment' });
    const numbers = table({ id: ['a'], segment: [4] }, { labels: null });
    expect(codeOf(() => customersInList(numbers, now, []))).toEqual({ column: 'segment' });
  });

  it('has nobody to compare in a table without a key', () => {
    expect(labelledCustomers(may, { segments: SEGMENTS, money: null })).toBeNull();
  });
});

describe('packLabels', () => {
  it('gives the same customers back', () => {
    const again = unpackLabels(structuredClone(packLabels(then)));
    expect({ ...again, customers: [...again.customers] }).toEqual({
      ...then,
      customers: [...then.customers],
    });
  });
});
