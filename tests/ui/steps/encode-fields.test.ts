import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '../../../src/ui/steps/catalogue';
import { nameFor, pairOf, usableIn } from '../../../src/ui/steps/combine-fields';
import { mostError, oftenError, rareParams, rareRulesIn } from '../../../src/ui/steps/encode-fields';
import { movedTo } from '../../../src/ui/steps/moved-to';
import type { ColumnHead } from '../../../src/workers/api';

describe('the fields of encode', () => {
  it('write the rules as they are kept, and keep them as they are written', () => {
    for (const rules of [
      {},
      { most: 3 },
      { atLeast: 50 },
      { share: 0.07 },
      { most: 9, atLeast: 2, share: 0.1 },
    ])
      expect(rareParams(rareRulesIn(rules), rules)).toEqual(rules);
    expect(rareParams({ most: '', often: '2,5 %' }, {})).toEqual({ share: 0.025 });
    expect(rareParams({ most: '4', often: '20' }, { share: 0.5 })).toEqual({ most: 4, atLeast: 20 });
  });

  it('say what they cannot take', () => {
    expect(['', '1', '200', '0', '201', 'x'].map(mostError).map((error) => error === null)).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['', '50', '2 %', '0', '1.5', '101%', '%'].map(oftenError).map((error) => error === null)).toEqual(
      [true, true, true, false, false, false, false],
    );
  });
});

describe('the entries of the catalogue', () => {
  const head = (name: string, role: ColumnHead['role'], distinct: number): ColumnHead => ({
    name,
    kind: 'text',
    role,
    hasTime: false,
    missing: 0,
    distinct,
    histogram: [],
  });

  it('begin with words that say of what kind a row is, not who it is', () => {
    const heads = [head('id', 'customer', 900), head('note', null, 800), head('plan', null, 3)];
    const begun = (op: string) => CATALOGUE.find((entry) => entry.op === op)!.start(heads, null)!.column;
    expect([begun('encode'), begun('text-to-numbers')]).toEqual(['plan', 'note']);
  });
});

describe('movedTo', () => {
  it('moves one and loses none', () => {
    expect([movedTo(['a', 'b', 'c'], 0, 2), movedTo(['a', 'b', 'c'], 2, 0), movedTo(['a'], 0, 0)]).toEqual([
      ['b', 'c', 'a'],
      ['c', 'a', 'b'],
      ['a'],
    ]);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(), { minLength: 1 }), fc.nat(), fc.nat(), (list, one, other) => {
        const [from, to] = [one % list.length, other % list.length];
        const moved = movedTo(list, from, to);
        expect(moved[to]).toBe(list[from]);
        expect(movedTo(moved, to, from)).toEqual(list);
      }),
    );
  });
});

describe('the fields of combine', () => {
  const heads = (['number', 'date', 'text', 'boolean'] as const).map((kind): ColumnHead => ({
    name: kind,
    kind,
    role: null,
    hasTime: false,
    missing: 0,
    distinct: 2,
    histogram: [],
  }));

  it('offer each way the columns it can take', () => {
    expect(['sum', 'ratio', 'days-between'].map((how) => usableIn(how, heads))).toEqual([
      ['number'],
      ['number'],
      ['date'],
    ]);
    expect(usableIn('concatenate', heads).length).toBe(4);
    expect([pairOf('sum'), pairOf('ratio')]).toEqual([null, ['Divide', 'By']]);
    expect([nameFor('ratio', ['a', 'b']), nameFor('days-between', ['a', 'b'])]).toEqual([
      'a_per_b',
      'days_a_to_b',
    ]);
  });
});
