import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { outlierRows } from '../../../src/engine/steps/outlier-rows';
import type { Params } from '../../../src/engine/steps/outlier-rows/params';
import { generator } from '../../../src/engine/stats/random';
import { unwatched } from '../../../src/engine/work';
import { numbers } from '../../../src/engine/table/table';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

const forest = (more: object = {}): Params =>
  ({ columns: ['x', 'y'], by: 'isolation-forest', act: 'mark', share: 0.02, ...more }) as Params;
const factor = (more: object = {}): Params =>
  ({ columns: ['x', 'y'], by: 'local-outlier-factor', act: 'mark', share: 0.02, ...more }) as Params;

/** A cloud on a line; the last point lies beside it, though ordinary in either column. */
function cloud(n = 100): { x: (number | null)[]; y: (number | null)[] } {
  const random = generator(3);
  const x = Array.from({ length: n }, () => random());
  return { x: [...x, 0.1], y: [...x.map((value) => value + random() / 20), 0.95] };
}

describe.each([
  ['isolation-forest', forest, 'an isolation forest'],
  ['local-outlier-factor', factor, 'local outlier factors'],
] as const)('outlier-rows by %s', (_by, params, words) => {
  keepsTheLaws(outlierRows, {
    params: params({ score: true }),
    cells: cloud(40),
    says: `Mark rows unusual in x and y, by ${words}`,
    reads: ['x', 'y'],
    adds: ['is_outlier', 'outlier_score'],
    refusesNothing: 'too-few-values',
  });

  it('finds the row that is ordinary in each column and not in both', async () => {
    const { table: after, counts } = await learnAndApply(
      outlierRows,
      table(cloud()),
      params({ share: 0.01 }),
    );
    expect(cellsOf(after).is_outlier!.lastIndexOf(true)).toBe(100);
    expect(counts.outliers).toBe(1);
  });

  it('gives the same scores however the rows are sorted', async () => {
    const { x, y } = cloud();
    const wanted = params({ score: true });
    const scores = async (cells: object) => [
      ...numbers((await learnAndApply(outlierRows, table({ ...cells }), wanted)).table, 'outlier_score'),
    ];
    const turned = await scores({ x: [...x].reverse(), y: [...y].reverse() });
    expect(turned.reverse()).toEqual(await scores({ x, y }));
  });

  it('does not judge a row with a blank, and keeps it', async () => {
    const { x, y } = cloud();
    const { table: after, counts } = await learnAndApply(
      outlierRows,
      table({ x: [...x, null], y: [...y, 5] }),
      params({ act: 'set-aside' }),
    );
    expect(counts.notJudged).toBe(1);
    expect(cellsOf(after).y!.at(-1)).toBe(5);
    expect(after.numRows()).toBe(102 - counts.dropped!);
  });

  it('finds nothing where all rows are equal', async () => {
    const same = { x: Array(30).fill(2) as number[], y: Array(30).fill(0.1) as number[] };
    expect((await learnAndApply(outlierRows, table(same), params())).counts.outliers).toBe(0);
  });

  it('refuses what was learnt of other columns', async () => {
    const { fit } = await learnAndApply(outlierRows, table(cloud()), params());
    const doing = Promise.resolve(
      outlierRows.apply(table({ z: [1], y: [1] }), params({ columns: ['z', 'y'] }), fit, unwatched),
    );
    expect((await refusal(doing)).code).toBe('not-a-model');
  });
});

describe('outlier-rows', () => {
  it('names a group of their own', async () => {
    const { table: after } = await learnAndApply(
      outlierRows,
      table(cloud()),
      forest({ act: 'group', as: 'odd' }),
    );
    expect(cellsOf(after).odd!.slice(-2)).toEqual(['ordinary', 'unusual']);
    expect(outlierRows.adds(forest({ act: 'set-aside' }))).toEqual([]);
    expect(outlierRows.makes!(forest({ act: 'group' }), new Map())).toEqual([['outlier_group', 'text']]);
  });

  it('takes a limit of scores instead of a share, one of the two', async () => {
    const { fit } = await learnAndApply(
      outlierRows,
      table(cloud()),
      forest({ share: undefined, above: 0.6 }),
    );
    expect(fit.above).toBe(0.6);
    expect(outlierRows.refuses!(forest({ above: 0.6 }))?.code).toBe('bad-params');
    expect(outlierRows.refuses!(forest({ share: undefined }))?.code).toBe('bad-params');
    expect(v.is(outlierRows.params, forest({ share: 0.6 }))).toBe(false);
  });

  it('refuses a tree that splits by a column that is not there', async () => {
    const { fit } = await learnAndApply(outlierRows, table(cloud()), forest());
    const bent = { ...fit, trees: [{ columns: [7, -1, -1], values: [0, 1, 1] }] } as typeof fit;
    const doing = Promise.resolve(outlierRows.apply(table(cloud()), forest(), bent, unwatched));
    expect((await refusal(doing)).code).toBe('not-a-model');
  });
});

interface Expected {
  factors: Record<string, { columns: string[]; factors: number[] }>;
  forests: Record<
    string,
    { columns: string[]; scores: number[]; own: { overlap: number; spearman: number } }
  >;
}
const expected = JSON.parse(
  readFileSync(new URL('../../expectations/outliers/outliers.json', import.meta.url), 'utf8'),
) as Expected;

async function scored(file: string, params: Params): Promise<number[]> {
  const { table: read } = await readTable(realFile(file), {}, unwatched);
  const { table: after } = await learnAndApply(outlierRows, read, params);
  return [...numbers(after, 'outlier_score')].filter((score) => !Number.isNaN(score));
}

/** Ranks from 0, equal values sharing their mean rank. */
function ranks(values: readonly number[]): number[] {
  const rising = [...values].sort((a, b) => a - b);
  return values.map((value) => (rising.indexOf(value) + rising.lastIndexOf(value)) / 2);
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [ma, mb] = [mean(a), mean(b)];
  const product = (f: (i: number) => number) => a.reduce((sum, _, i) => sum + f(i), 0);
  const both = product((i) => (a[i]! - ma) * (b[i]! - mb));
  return both / Math.sqrt(product((i) => (a[i]! - ma) ** 2) * product((i) => (b[i]! - mb) ** 2));
}

const top = (scores: readonly number[], count: number) =>
  new Set([...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).slice(0, count));

describe.skipIf(!hasRealFiles)('outlier rows of real files', () => {
  it.each(Object.entries(expected.factors))(
    '%s has the local outlier factors of scikit-learn',
    async (file, { columns, factors }) => {
      const found = await scored(file, factor({ columns, score: true }));
      expect(found).toHaveLength(factors.length);
      const apart = found.map((score, row) => Math.abs(score - factors[row]!));
      expect(Math.max(...apart)).toBeLessThan(1e-9);
    },
  );

  it.each(Object.entries(expected.forests))(
    '%s is ranked as by scikit-learn’s forest, as far as two of its own agree',
    async (file, { columns, scores, own }) => {
      const found = await scored(file, forest({ columns, score: true }));
      const most = Math.floor(scores.length / 20);
      const theirs = top(scores, most);
      const shared = [...top(found, most)].filter((row) => theirs.has(row)).length / most;
      expect(shared).toBeGreaterThan(own.overlap - 0.1);
      expect(correlation(ranks(found), ranks(scores))).toBeGreaterThan(own.spearman - 0.03);
    },
  );
});
