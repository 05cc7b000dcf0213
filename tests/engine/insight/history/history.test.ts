import { describe, expect, it } from 'vitest';
import { Stopped } from '../../../../src/engine/errors';
import { historyBetween, historyOf } from '../../../../src/engine/insight/history/history-of';
import {
  historyKey,
  renamedBetween,
  renamedHistory,
  sameTables,
} from '../../../../src/engine/insight/history/history-key';
import type { MatchedCustomers } from '../../../../src/engine/insight/moves/match-customers';
import type { History } from '../../../../src/engine/insight/history/history';
import { periodsOf } from '../../../../src/engine/insight/history/periods';
import { segmentationOf } from '../../../../src/engine/insight/segmentation-of';
import { run } from '../../../../src/engine/recipe/run';
import type { RecipeStep } from '../../../../src/engine/recipe/schema';
import { sourceTable } from '../../../../src/engine/recipe/source-table';
import { isoDay, parseDay } from '../../../../src/engine/steps/parts/calendar';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';
import { recipeOf, step } from '../../recipe/recipes';

const ends = (first: string, last: string) => {
  const { by, ends, leftOut } = periodsOf({ first: parseDay(first)!, last: parseDay(last)!, stray: null });
  return { by, ends: ends.map(isoDay), leftOut };
};

describe('periodsOf', () => {
  it('gives the ends of months, and the last day', () => {
    expect(ends('2023-12-31', '2024-03-09')).toEqual({
      by: 'months',
      ends: ['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-09'],
      leftOut: 0,
    });
  });

  it('takes a last day that ends a month once', () => {
    expect(ends('2024-01-05', '2024-04-30').ends).toEqual([
      '2024-01-31',
      '2024-02-29',
      '2024-03-31',
      '2024-04-30',
    ]);
  });

  it('gives Sundays where there are fewer than four months', () => {
    expect(ends('2024-01-29', '2024-02-13')).toEqual({
      by: 'weeks',
      ends: ['2024-02-04', '2024-02-11', '2024-02-13'],
      leftOut: 0,
    });
    expect(ends('1969-12-27', '1970-01-05').ends).toEqual(['1969-12-28', '1970-01-04', '1970-01-05']);
  });

  it('keeps the last 24 and says how many it leaves out', () => {
    const { ends: days, leftOut } = ends('2020-01-05', '2024-06-15');
    expect([days.length, days[0], days.at(-1), leftOut]).toEqual([24, '2022-07-31', '2024-06-15', 30]);
  });

  it('gives the one day there is', () => {
    expect(ends('2024-01-29', '2024-02-01')).toEqual({ by: 'weeks', ends: ['2024-02-01'], leftOut: 0 });
  });
});

/** Ann comes back each month, Ben came in January, Cem only sends things back in January and buys in March. */
const ROWS = [
  ['ann', '2024-01-10', 50],
  ['ben', '2024-01-20', 40],
  ['cem', '2024-01-25', -5],
  ['ann', '2024-02-10', 60],
  ['ann', '2024-03-10', 70],
  ['cem', '2024-03-20', 30],
  ['ben', '2024-04-02', -10],
  ['ann', '2024-04-10', 80],
] as const;
const orders = (rows: readonly (readonly [string, string, number])[]) =>
  table(
    {
      who: rows.map(([who]) => who),
      date: rows.map(([, date]) => new Date(`${date}T12:00:00Z`)),
      amount: rows.map(([, , amount]) => amount),
    },
    { grain: 'orders' },
  );
const RFM = step('rfm', 'rfm', {
  customer: 'who',
  date: 'date',
  order: null,
  amount: 'amount',
  quantity: null,
  price: null,
});
const SEGMENT = step('segment', 'segment', { columns: ['frequency'], k: 2 });

async function ranOn(rows: Parameters<typeof orders>[0], steps: RecipeStep[]) {
  const recipe = recipeOf(steps, [], 'orders');
  const source = sourceTable(orders(rows), recipe.sources[0]!);
  const outcome = await run(recipe, source, { mode: 'learn', work: unwatched });
  const segmentation = (await segmentationOf(recipe, outcome, [], unwatched))!;
  return [{ recipe, outcome, source, sources: new Map() }, segmentation] as const;
}

describe('historyOf', () => {
  it('leaves out the years before a date that is far behind all others', async () => {
    const many = Array.from({ length: 200 }, (_, i) => ROWS[i % 5]!);
    const rows = [...many, ...ROWS, ['ann', '2099-12-31', 5] as const];
    const history = (await historyOf(...(await ranOn(rows, [RFM, SEGMENT])), unwatched)) as History;
    expect(history.points.map(({ day }) => new Date(day).toISOString().slice(0, 10))).toEqual([
      '2024-01-31', '2024-02-29', '2024-03-31', '2024-04-10', '2099-12-31',
    ]); // prettier-ignore
    expect(history.stray).toEqual({ after: Date.UTC(2024, 3, 10), rows: 1 });
    expect(history.leftOut).toBe(0);
  });

  it('hangs on what was done and learnt, and not on names', async () => {
    const named = step('segment', 'segment', { ...SEGMENT.params, names: { '1': 'Best' } });
    const [[before, of], [renamed, called], [other]] = await Promise.all([
      ranOn(ROWS, [RFM, SEGMENT]),
      ranOn(ROWS, [RFM, named]),
      ranOn(ROWS.slice(1), [RFM, SEGMENT]),
    ]);
    expect(historyKey(renamed)).toBe(historyKey(before));
    expect(historyKey(other)).not.toBe(historyKey(before));
    expect(sameTables(before, before)).toBe(true);
    expect(sameTables(before, other)).toBe(false);
    const history = (await historyOf(before, of, unwatched)) as History;
    const again = (await historyOf(renamed, called, unwatched)) as History;
    expect(renamedHistory(history, called.segments)).toEqual(again);
    const span = { from: 0, to: 2 };
    const matched = await historyBetween(before, of, span, unwatched);
    const then = await historyBetween(renamed, called, span, unwatched);
    expect(renamedBetween(matched as MatchedCustomers, called.segments)).toMatchObject({
      then: { names: (then as MatchedCustomers).then.names },
      now: { names: (then as MatchedCustomers).now.names },
    });
    expect((then as MatchedCustomers).now.names[0]).toBe('Best');
  });

  it('gives sizes, money and moves; who has only sent back is not there yet', async () => {
    const history = (await historyOf(...(await ranOn(ROWS, [RFM, SEGMENT])), unwatched)) as History;
    expect(history.points.map(({ day }) => new Date(day).toISOString().slice(0, 10))).toEqual([
      '2024-01-31', '2024-02-29', '2024-03-31', '2024-04-10',
    ]); // prettier-ignore
    expect(history.points.map(({ sizes }) => sizes)).toEqual([[0, 2], [0, 2], [1, 2], [1, 2]]); // prettier-ignore
    expect(history.points.map(({ worth }) => worth)).toEqual([[0, 90], [0, 150], [180, 65], [260, 55]]); // prettier-ignore
    expect(history.moves[1]).toMatchObject({
      customers: { then: 2, now: 3, stayed: 1, moved: 1, new: 1, gone: 0 },
      worth: { then: 150, now: 245, gained: 95, lost: 0 },
    });
    expect(history.moves[1]!.flows).toEqual([
      { from: 2, to: 1, customers: 1, worth: { then: 110, now: 180 } },
      { from: 2, to: 2, customers: 1, worth: { then: 40, now: 40 } },
      { from: null, to: 2, customers: 1, worth: { then: 0, now: 25 } },
    ]);
    expect(history.overall.customers).toEqual({ then: 2, now: 3, stayed: 1, moved: 1, new: 1, gone: 0 });
  });

  it('says why there is none: all within a week, a row per customer, a step it cannot repeat', async () => {
    const short = ROWS.map(([who, , amount], i) => [who, `2024-01-0${1 + (i % 7)}`, amount] as const);
    expect(await historyOf(...(await ranOn(short, [RFM, SEGMENT])), unwatched)).toEqual({
      why: 'one-period',
    });
    const [ran, segmentation] = await ranOn(ROWS, [RFM, step('copies', 'drop-duplicates', {}), SEGMENT]);
    expect(await historyOf(ran, segmentation, unwatched)).toEqual({
      why: 'step',
      describe: ran.outcome.steps[1]!.describe,
    });
    const without = { ...ran, recipe: { ...ran.recipe, steps: ran.recipe.steps.slice(1) } };
    expect(await historyOf(without, segmentation, unwatched)).toEqual({ why: 'customers' });
    expect(await historyBetween(without, segmentation, { from: 0, to: 1 }, unwatched)).toEqual({
      why: 'customers',
    });
  });

  it('counts the last point to the day that was given, as the run does', async () => {
    const given = { ...RFM, params: { ...RFM.params, referenceDate: '2024-06-30' } };
    const scale = step('scale', 'scale', { columns: ['recency_days'], with: 'z' });
    const group = step('segment', 'segment', { columns: ['recency_days_z'], k: 2 });
    const [ran, segmentation] = await ranOn(ROWS, [given, scale, group]);
    const { points } = (await historyOf(ran, segmentation, unwatched)) as History;
    expect(points.at(-1)!.sizes).toEqual(segmentation.segments.map(({ size }) => size));
  });

  it('leaves the tables of the run unchanged, and stops when told', async () => {
    const [ran, segmentation] = await ranOn(ROWS, [RFM, SEGMENT]);
    const names = ran.outcome.table.columnNames();
    let breaths = 0;
    const stops = {
      ...unwatched,
      breathe: () => {
        if (++breaths > 8) throw new Stopped();
        return undefined;
      },
    };
    await expect(historyOf(ran, segmentation, stops)).rejects.toThrow(Stopped);
    expect(ran.outcome.table.columnNames()).toEqual(names);
  });
});
