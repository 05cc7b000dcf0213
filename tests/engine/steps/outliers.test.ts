import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { outliers } from '../../../src/engine/steps/outliers';
import type { Params } from '../../../src/engine/steps/outliers/params';
import { metaOf } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

const SPEND = [12, 14, null, 15, 13, 1000, 16, -900, 14];
const spend = (more: Partial<Params> = {}): Params => ({
  columns: ['spend'],
  by: 'iqr',
  act: 'mark',
  ...more,
});
const done = async (more: Partial<Params>, cells: (number | null)[] = SPEND) => {
  const { table: after, counts } = await learnAndApply(outliers, table({ spend: cells }), spend(more));
  return { cells: cellsOf(after), counts };
};

describe('outliers', () => {
  keepsTheLaws(outliers, {
    params: spend(),
    cells: { spend: SPEND },
    says: 'Mark outliers in spend by quartiles',
    reads: ['spend'],
    adds: ['spend_is_outlier'],
    refusesNothing: 'too-few-values',
  });

  it('marks them in a column of yes and no, blank where the value is', async () => {
    expect((await done({ act: 'mark' })).cells.spend_is_outlier).toEqual([
      false,
      false,
      null,
      false,
      false,
      true,
      false,
      true,
      false,
    ]);
  });

  it('groups them by the side on which they lie', async () => {
    const { spend_outlier_group } = (await done({ act: 'group' })).cells;
    expect(spend_outlier_group!.slice(4, 8)).toEqual([
      'ordinary',
      'unusually high',
      'ordinary',
      'unusually low',
    ]);
  });

  it('caps them at the fences: quartiles 12.75 and 15.25', async () => {
    const { cells, counts } = await done({ act: 'cap' });
    expect(cells.spend).toEqual([12, 14, null, 15, 13, 19, 16, 9, 14]);
    expect(counts).toEqual({ outliers: 2, 'outliers:spend': 2 });
  });

  it('leaves them blank, or sets their rows aside, and keeps rows with a blank', async () => {
    expect((await done({ act: 'blank' })).cells.spend).toEqual([12, 14, null, 15, 13, null, 16, null, 14]);
    const { cells, counts } = await done({ act: 'set-aside' });
    expect([cells.spend, counts.dropped]).toEqual([[12, 14, null, 15, 13, 16, 14], 2]);
  });

  it('finds none in a constant column', async () => {
    for (const by of ['iqr', 'z', 'mad'] as const) {
      expect((await done({ by }, [0.1, null, 0.1, 0.1])).counts.outliers).toBe(0);
    }
  });

  it('holds new values against the fences that were learnt', async () => {
    const fit = { columns: [{ column: 'spend', low: 0, high: 10 }] };
    const { table: after } = await outliers.apply(table({ spend: [11, 5, -1] }), spend(), fit, unwatched);
    expect(cellsOf(after).spend_is_outlier).toEqual([true, false, true]);
  });

  it('knows what the columns it adds were made from', async () => {
    const { table: after } = await learnAndApply(outliers, table({ spend: SPEND }), spend());
    expect(metaOf(after).origins.get('spend_is_outlier')).toBe('spend');
  });

  it('refuses a column of words and parameters that are none', async () => {
    const doing = learnAndApply(outliers, table({ spend: ['a'] }), spend());
    expect((await refusal(doing)).code).toBe('wrong-kind');
    expect(v.is(outliers.params, spend({ beyond: 0 }))).toBe(false);
    expect(v.is(outliers.params, { ...spend(), by: 'sigma' })).toBe(false);
  });

  it.each([
    ['cap', 'Cap outliers in spend by median deviations'],
    ['set-aside', 'Set aside outliers in spend by median deviations'],
  ] as const)('says what it does: %s', (act, said) => {
    expect(outliers.describe(spend({ by: 'mad', act }))).toBe(said);
    expect([outliers.adds(spend({ act })), outliers.makes!(spend({ act }), new Map())]).toEqual([[], []]);
  });
});

interface Expected {
  fences: Record<
    string,
    Record<string, Record<Params['by'], { low: number; high: number; outliers: number }>>
  >;
}
const { fences } = JSON.parse(
  readFileSync(new URL('../../expectations/outliers/outliers.json', import.meta.url), 'utf8'),
) as Expected;

describe.skipIf(!hasRealFiles)('outliers of real files, as pandas finds them', () => {
  it.each(Object.entries(fences))('%s', async (file, columns) => {
    const { table: read } = await readTable(realFile(file), {}, unwatched);
    for (const by of ['iqr', 'z', 'mad'] as const) {
      const params: Params = { columns: Object.keys(columns), by, act: 'mark' };
      const { fit, counts } = await learnAndApply(outliers, read, params);
      for (const { column, low, high } of fit.columns) {
        const expected = columns[column]![by];
        expect(counts[`outliers:${column}`]).toBe(expected.outliers);
        expect(low).toBeCloseTo(expected.low, 6);
        expect(high).toBeCloseTo(expected.high, 6);
      }
    }
  });
});
