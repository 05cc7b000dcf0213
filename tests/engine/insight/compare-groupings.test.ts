import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareGroupings } from '../../../src/engine/insight/compare-groupings';
import {
  columnGrouping,
  countGrouping,
  groupingFor,
  segmentGrouping,
} from '../../../src/engine/insight/groupings';
import { run } from '../../../src/engine/recipe/run';
import { adjustedRand, adjustedRandOf } from '../../../src/engine/stats/rand-index';
import { numbers, take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';
import { recipeOf, step } from '../recipe/recipes';
import { refusal } from '../steps/apply';
import { CLOUDS, customersOf, idsIn } from '../steps/edit-segments';

const expected = JSON.parse(
  readFileSync(
    new URL('../../expectations/compare-groupings/compare-groupings.json', import.meta.url),
    'utf8',
  ),
) as Record<string, { ours: string; theirs: string; counts: number[][]; rand: number }>;

const grouping = (digits: string) => ({
  groups: Uint8Array.from(digits, Number),
  names: Array.from({ length: Math.max(...[...digits].map(Number)) }, (_, i) => `group ${i + 1}`),
});

describe('compareGroupings', () => {
  it.each(Object.keys(expected))('counts and agrees as pandas and scikit-learn do: %s', (name) => {
    const { ours, theirs, counts, rand } = expected[name]!;
    const found = compareGroupings(grouping(ours), grouping(theirs));
    expect(found.counts).toEqual(counts);
    expect(found.rand).toBeCloseTo(rand, 12);
    expect([found.customers, found.oneOnly]).toEqual([200, 0]);
  });

  it('leaves out who is in a group of one alone, and groups nobody is in', () => {
    const here = { groups: Uint8Array.of(1, 2, 0, 1, 0), names: ['a', 'b'] };
    const there = { groups: Uint8Array.of(3, 0, 1, 3, 0), names: ['x', 'y', 'z'] };
    expect(compareGroupings(here, there)).toEqual({
      ours: ['a', 'b'],
      theirs: ['z'],
      counts: [[2, 0]],
      customers: 2,
      oneOnly: 2,
      rand: 1,
    });
  });
});

describe('adjustedRandOf', () => {
  it('is what the index of the labels themselves is', () => {
    const labels = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(labels, (pairs) => {
        const counts = Array.from({ length: 4 }, () => new Array<number>(5).fill(0));
        for (const [a, b] of pairs) counts[a]![b]!++;
        const index = adjustedRand(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
        );
        expect(adjustedRandOf(counts)).toBeCloseTo(index, 12);
      }),
    );
  });
});

describe('groupings', () => {
  const segments = (params: object) =>
    recipeOf([step('s', 'segment', { columns: ['a', 'b'], ...params })], ['a', 'b']);
  const of = customersOf(CLOUDS);
  const learn = (params: object) => run(segments(params), of, { mode: 'learn', work: unwatched });

  it('of another number are those that number would give', async () => {
    const [four, three] = [await learn({ k: 4, maxK: 4 }), await learn({ k: 3, maxK: 4 })];
    const { groups, names } = await countGrouping(segments({}), four, 3, unwatched);
    expect([...groups]).toEqual(idsIn(three.table));
    expect(names).toEqual(segmentGrouping(three.table).names);
    expect(await refusal(countGrouping(segments({}), four, 9, unwatched))).toEqual({
      code: 'no-such-segment',
      details: { segment: 9, k: 4 },
    });
  });

  it('keep customers out of the ordinary apart', async () => {
    const params = { k: 3, maxK: 4, outliers: { beyond: 3.5 } };
    const strange = customersOf([...CLOUDS, [90, 90]]);
    const outcome = await run(segments(params), strange, { mode: 'learn', work: unwatched });
    const { groups, names } = await countGrouping(segments(params), outcome, 2, unwatched);
    expect(names).toHaveLength(3);
    expect([groups.at(-1), names[2]]).toEqual([3, 'Out of the ordinary']);
  });

  it('of a column are its words, blanks in none', async () => {
    const cells = { town: ['b', 'a', null, 'b'], vip: [true, false, null, true], n: [1, 2, 3, 4] };
    expect(columnGrouping(table(cells), 'town')).toEqual({
      groups: Uint8Array.of(2, 1, 0, 2),
      names: ['a', 'b'],
    });
    expect(columnGrouping(table(cells), 'vip')).toEqual({
      groups: Uint8Array.of(2, 1, 0, 2),
      names: ['no', 'yes'],
    });
    const asked = (name: string, from = table(cells)) =>
      Promise.resolve().then(() => columnGrouping(from, name));
    expect((await refusal(asked('n'))).code).toBe('wrong-kind');
    const many = table({ id: Array.from({ length: 51 }, (_, i) => `c${i}`) });
    expect((await refusal(asked('id', many))).code).toBe('too-many-groups');
  });

  it('of another table go by the key of the customers, else by their rows', () => {
    const there = table({ key: ['x', 'y', 'z'], n: [1, 2, 3] }, { key: 'key' });
    const here = table({ key: ['z', 'w', 'x'], n: [1, 2, 3] }, { key: 'key' });
    const known = { groups: Uint8Array.of(1, 2, 3), names: ['a', 'b', 'c'] };
    expect([...groupingFor(here, there, known).groups]).toEqual([3, 0, 1]);
    const [one, other] = [table({ n: [1, 2, 3] }), table({ n: [5, 6, 7] })];
    expect([...groupingFor(one, other, known).groups]).toEqual([1, 2, 3]);
    const last = take(other, Uint32Array.of(2));
    expect(numbers(last, 'n')[0]).toBe(7);
    expect([...groupingFor(one, last, { ...known, groups: Uint8Array.of(2) }).groups]).toEqual([0, 0, 2]);
  });
});
