import { describe, expect, it } from 'vitest';
import { limit } from '../../../src/engine/steps/limit';
import { bounds } from '../../../src/engine/steps/limit/bounds';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply } from './apply';

const at = (iso: string) => new Date(`${iso}Z`);
const prices = () => table({ price: [2.5, 0, null, -1, 7], id: ['a', 'b', 'c', 'd', 'e'] });

describe('limit', () => {
  it('leaves what lies outside blank, and keeps blanks', async () => {
    const before = prices();
    const params = { column: 'price', from: 0, to: 5, outside: 'blank' as const };
    const { table: after, counts } = await learnAndApply(limit, before, params);
    expect(cellsOf(after)).toEqual({ price: [2.5, 0, null, null, null], id: ['a', 'b', 'c', 'd', 'e'] });
    expect(counts).toEqual({ outside: 2 });
    tableEqual(before, prices());
  });

  it('sets rows aside, bounds themselves outside where they are open', async () => {
    const params = { column: 'price', above: 0, below: 7, outside: 'set-aside' as const };
    const { table: after, counts } = await learnAndApply(limit, prices(), params);
    expect(cellsOf(after)).toEqual({ price: [2.5, null], id: ['a', 'c'] });
    expect(counts).toEqual({ outside: 3, dropped: 3 });
  });

  it('takes the last day to its end', async () => {
    const days = table({ day: [at('2024-05-31T23:59:59'), at('2024-06-01T00:00:00'), null] });
    const params = { column: 'day', to: '2024-05-31', outside: 'blank' as const };
    const { table: after } = await learnAndApply(limit, days, params);
    expect(cellsOf(after).day).toEqual([at('2024-05-31T23:59:59'), null, null]);
  });

  it('shares the table where nothing lies outside', async () => {
    const before = prices();
    const params = { column: 'price', from: -10, outside: 'blank' as const };
    expect((await learnAndApply(limit, before, params)).table).toBe(before);
  });

  it('refuses bounds that say nothing, twice, of two sorts, or leave no room', () => {
    const params = { column: 'price', outside: 'blank' as const };
    const wrong = [
      {},
      { from: 1, above: 1 },
      { to: '2024-01-01', from: 3 },
      { from: '2024-02-30' },
      { from: 5, to: 4 },
    ];
    for (const range of wrong) expect(limit.refuses!({ ...params, ...range })?.code).toBe('bad-params');
    expect(limit.refuses!({ ...params, from: 5, to: 5 })).toBeNull();
    expect(bounds({ from: 5, to: 5 })).toMatchObject({ least: 5, most: 5, dates: false });
  });

  it('says itself in one line, what it reads and needs', () => {
    const of = (params: object) => limit.describe({ column: 'x', outside: 'blank', ...params });
    expect(of({ from: 1910 })).toBe('Keep x at least 1910, leave the rest blank');
    expect(of({ above: 0, to: 9.5 })).toBe('Keep x above 0 and at most 9.5, leave the rest blank');
    expect(of({ from: '2020-01-01', to: '2024-05-31', outside: 'set-aside' })).toBe(
      'Set aside rows unless x is from 1 Jan 2020 to 31 May 2024',
    );
    const days = { column: 'x', below: '2024-01-01', outside: 'blank' as const };
    expect([limit.reads(days), limit.needs!(days), limit.adds(days)]).toEqual([['x'], [['x', ['date']]], []]);
    expect(limit.needs!({ ...days, below: 3 })).toEqual([['x', ['number']]]);
  });
});
