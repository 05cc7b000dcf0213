import { describe, expect, it } from 'vitest';
import { mergeDateTime } from '../../../src/engine/steps/merge-date-time';
import { splitDateTime } from '../../../src/engine/steps/split-date-time';
import { columnAs } from '../../../src/engine/table/table';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

const at = (text: string) => new Date(`${text}Z`);
const MOMENTS = [at('2011-12-09T12:50:00'), null, at('2011-12-09T00:00:00'), at('1969-12-31T23:59:59.999')];

describe('split-date-time', () => {
  keepsTheLaws(splitDateTime, {
    params: { column: 'ordered' },
    cells: { ordered: MOMENTS },
    says: 'Split ordered into day and time',
    reads: ['ordered'],
    adds: ['ordered_day', 'ordered_time'],
  });

  it('adds day and clock, before 1970 too, and leaves blanks blank', async () => {
    const { table: after, counts } = await learnAndApply(splitDateTime, table({ ordered: MOMENTS }), {
      column: 'ordered',
    });
    expect(cellsOf(after)).toEqual({
      ordered: MOMENTS,
      ordered_day: [at('2011-12-09T00:00:00'), null, at('2011-12-09T00:00:00'), at('1969-12-31T00:00:00')],
      ordered_time: ['12:50:00', null, '00:00:00', '23:59:59'],
    });
    expect(columnAs(after, 'ordered_day', 'date').hasTime).toBe(false);
    expect(counts).toEqual({ split: 3 });
  });

  it('is undone by putting the times to the days', async () => {
    const whole = MOMENTS.slice(0, 3);
    const split = (await learnAndApply(splitDateTime, table({ on: whole }), { column: 'on' })).table;
    const merged = await learnAndApply(mergeDateTime, split, { date: 'on_day', time: 'on_time' });
    expect(cellsOf(merged.table).on_day).toEqual(whole);
  });

  it('refuses what is no date', async () => {
    const doing = learnAndApply(splitDateTime, table({ on: ['x'] }), { column: 'on' });
    expect((await refusal(doing)).code).toBe('wrong-kind');
    expect(splitDateTime.needs!({ column: 'on' })).toEqual([['on', ['date']]]);
  });
});
