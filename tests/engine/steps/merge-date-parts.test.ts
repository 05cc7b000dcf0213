import { describe, expect, it } from 'vitest';
import { mergeDateParts } from '../../../src/engine/steps/merge-date-parts';
import { columnAs } from '../../../src/engine/table/table';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

const PARTS = {
  y: [2024, 2023, null, 2024, 99, 2024.5],
  m: ['2', 'February', '3', ' 12 ', '1', '1'],
  d: [29, 29, 1, 31, 1, 1],
};
const params = { year: 'y', month: 'm', day: 'd', as: 'born' };
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe('merge-date-parts', () => {
  keepsTheLaws(mergeDateParts, {
    params,
    cells: PARTS,
    says: 'Make born of y, m and d',
    reads: ['y', 'm', 'd'],
    adds: ['born'],
  });

  it('makes days, leaves rows with a blank blank and lists what is no day', async () => {
    const { table: after, counts, examples } = await learnAndApply(mergeDateParts, table(PARTS), params);
    expect(cellsOf(after).born).toEqual([day('2024-02-29'), null, null, day('2024-12-31'), null, null]);
    expect(columnAs(after, 'born', 'date').hasTime).toBe(false);
    expect(counts).toEqual({ merged: 2, failed: 3 });
    expect(examples![0]).toEqual({ column: 'born', row: 2, value: '2023 February 29' });
  });

  it('takes the first of the month where there is no day, and month names', async () => {
    const { day: _day, ...without } = params;
    const rows = { y: ['2024', '2024', '2024'], m: ['Sept', 'december', 'x'] };
    const { table: after } = await learnAndApply(mergeDateParts, table(rows), without);
    expect(cellsOf(after).born).toEqual([day('2024-09-01'), day('2024-12-01'), null]);
    expect(mergeDateParts.describe(without)).toBe('Make born of y and m');
  });

  it('refuses one column for two parts', async () => {
    expect(mergeDateParts.refuses!({ ...params, day: 'm' })?.code).toBe('bad-params');
    expect(mergeDateParts.refuses!({ year: 'y', month: 'y', as: 'born' })?.code).toBe('bad-params');
    expect(mergeDateParts.refuses!(params)).toBeNull();
    expect(mergeDateParts.refuses!({ year: 'y', month: 'm', as: 'born' })).toBeNull();
    const doing = learnAndApply(mergeDateParts, table({ ...PARTS, y: PARTS.y.map(String) }), {
      ...params,
      month: 'no',
    });
    expect((await refusal(doing)).code).toBe('missing-column');
  });
});
