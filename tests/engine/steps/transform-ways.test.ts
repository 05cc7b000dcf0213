import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { transform } from '../../../src/engine/steps/transform';
import { MOST_RANKS } from '../../../src/engine/steps/transform/learn';
import type { Params } from '../../../src/engine/steps/transform/params';
import { numbers } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

interface Found {
  'box-cox': { lambda: number; sum: number };
  'yeo-johnson': { lambda: number; cells: number[] };
  rank: number[];
  winsorise: { low: number; high: number; sum: number };
}
// scipy 1.10, numpy 1.24 and pandas 1.5: tests/expectations/transform/transform.py
const EXPECTED = JSON.parse(
  readFileSync(new URL('../../expectations/transform/transform.json', import.meta.url), 'utf8'),
) as { small: Record<string, Found & { cells: number[] }>; files: Record<string, Record<string, Found>> };

const SUFFIX = {
  'box-cox': 'boxcox',
  'yeo-johnson': 'yeojohnson',
  rank: 'rank',
  winsorise: 'winsorised',
  log: 'ln',
} as const;
type Way = keyof typeof SUFFIX;

/** What a way learnt of the column `n` and made of it. */
async function done(way: Way, cells: readonly (number | null)[], more: Partial<Params> = {}) {
  const made = await learnAndApply(transform, table({ n: cells }), { columns: ['n'], with: way, ...more });
  const { column: _, ...learnt } = (made.fit?.columns[0] ?? {}) as Record<string, unknown>;
  return { ...made, learnt, cells: cellsOf(made.table)[`n_${SUFFIX[way]}`]! };
}
/** What it makes of other values with what it learnt. */
async function again(way: Way, fit: unknown, cells: readonly (number | null)[]) {
  const params = { columns: ['n'], with: way };
  const taken = v.parse(transform.learnt!, JSON.parse(JSON.stringify(fit))) as never;
  const made = await transform.apply(table({ n: cells }), params, taken, unwatched);
  return { cells: cellsOf(made.table)[`n_${SUFFIX[way]}`]!, counts: made.counts };
}

const close = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(expected)));
const sum = (values: Iterable<unknown>) =>
  [...values].reduce<number>((all, value) => all + (Number.isNaN(Number(value)) ? 0 : Number(value)), 0);
const firstAndLast = (cells: readonly unknown[]) =>
  [0, Math.floor(cells.length / 2), cells.length - 1].map((row) => Number(cells[row]));

async function asExpected(values: readonly number[], found: Found) {
  const boxCox = await done('box-cox', values);
  close(boxCox.learnt.lambda as number, found['box-cox'].lambda);
  const [total, expected] = [sum(boxCox.cells), found['box-cox'].sum];
  expect(Math.abs(total - expected)).toBeLessThan(2e-6 * Math.abs(expected));
  const johnson = await done('yeo-johnson', values);
  close(johnson.learnt.lambda as number, found['yeo-johnson'].lambda);
  firstAndLast(johnson.cells).forEach((cell, i) => {
    const cellExpected = found['yeo-johnson'].cells[i]!;
    expect(Math.abs(cell - cellExpected)).toBeLessThanOrEqual(3e-6 * Math.abs(cellExpected));
  });
  const rank = await done('rank', values);
  const within = new Set(values).size < MOST_RANKS ? 1e-12 : 1 / MOST_RANKS;
  firstAndLast(rank.cells).forEach((cell, i) =>
    expect(Math.abs(cell - found.rank[i]!)).toBeLessThanOrEqual(within),
  );
  const capped = await done('winsorise', values);
  close(capped.learnt.low as number, found.winsorise.low);
  close(capped.learnt.high as number, found.winsorise.high);
  close(sum(capped.cells) / found.winsorise.sum, 1);
}

describe('transform, ways that learn', () => {
  it.each(Object.entries(EXPECTED.small))('gives what scipy and pandas give: %s', (_, { cells, ...found }) =>
    asExpected(cells, found),
  );

  it('makes values that a method cannot take blank, and counts them', async () => {
    const cells = [-3, 0, 1, Math.E, null];
    const log = await done('log', cells);
    expect(log.cells.slice(0, 3)).toEqual([null, null, 0]);
    expect([log.cells[3], log.cells[4], log.fit, log.counts]).toEqual([1, null, null, { notPositive: 2 }]);
    const boxCox = await done('box-cox', cells);
    expect([boxCox.cells[0], boxCox.cells[1], boxCox.cells[4], boxCox.counts.notPositive]).toEqual([
      null,
      null,
      null,
      2,
    ]);
    expect((await done('yeo-johnson', cells)).cells.slice(0, 4)).not.toContain(null);
  });

  it('ranks from 0 to 1, equal values in the middle of theirs', async () => {
    const { cells, learnt } = await done('rank', [30, 10, null, 20, 20]);
    expect(cells).toEqual([1, 0, null, 0.5, 0.5]);
    expect(learnt).toEqual({ values: [10, 20, 30], ranks: [0, 0.5, 1] });
    expect((await done('rank', [7, 7, 7])).cells).toEqual([0.5, 0.5, 0.5]);
  });

  it('changes nothing in a constant column, as there is nothing to learn', async () => {
    for (const way of ['box-cox', 'yeo-johnson'] as const) {
      const { learnt, cells } = await done(way, [3, 3, null]);
      expect(learnt).toEqual({ lambda: 1 });
      expect(cells[2]).toBeNull();
    }
    expect((await done('winsorise', [3, 3])).cells).toEqual([3, 3]);
  });

  it('keeps the order of values, whatever they are', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -300, max: 900 }), { minLength: 2, maxLength: 30 }),
        fc.constantFrom('yeo-johnson', 'rank', 'winsorise'),
        async (values, way) => {
          const made = (await done(way, values)).cells as number[];
          const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
          order.slice(1).forEach((at, i) => expect(made[at]).toBeGreaterThanOrEqual(made[order[i]!]!));
        },
      ),
      { numRuns: 60, seed: 4 },
    ));

  it('remembers a thousand ranks of more values, and is never off by more than their distance', async () => {
    const many = Array.from({ length: 5000 }, (_, i) => (i * 7919) % 5000);
    const { learnt, cells } = await done('rank', many);
    expect((learnt.values as number[]).length).toBe(MOST_RANKS);
    const off = cells.map((cell, row) => Math.abs(Number(cell) - many[row]! / 4999));
    expect(Math.max(...off)).toBeLessThan(1 / MOST_RANKS);
    // 2,500 zeros share the rank 1249.5; the least of the others has the rank 2,500.
    const halfZero = many.map((value) => Math.max(0, value - 2499));
    const [zero, least] = [0, 1].map((value) => halfZero.indexOf(value));
    const tied = (await done('rank', halfZero)).cells;
    expect([tied[zero!], tied[least!]]).toEqual([1249.5 / 4999, 2500 / 4999]);
    const ties = await done(
      'rank',
      many.map((value) => Math.floor(value / 2)),
    );
    expect(v.is(transform.learnt!, ties.fit)).toBe(true);
  });

  it('does to new data what it learnt, with a place for what lies beyond', async () => {
    const learnt = [1, 2, 4, 8, 16, 32];
    const rank = await again('rank', (await done('rank', learnt)).fit, [0, 1, 3, 32, 99, null]);
    expect(rank).toEqual({
      cells: [0, 0, expect.closeTo(0.3, 12), 1, 1, null],
      counts: { below: 1, above: 1 },
    });
    const half = { columns: [{ column: 'n', low: 2, high: 10 }] };
    expect(await again('winsorise', half, [-50, 2, 5, 11, null])).toEqual({
      cells: [2, 2, 5, 10, null],
      counts: { raised: 1, lowered: 1 },
    });
    const squared = { columns: [{ column: 'n', lambda: 2 }] };
    // (x² − 1) ÷ 2; beyond 10^154 a square is no number any more.
    expect(await again('box-cox', squared, [3, 0, -1, 1e200, null])).toEqual({
      cells: [expect.closeTo(4, 12), null, null, null, null],
      counts: { notPositive: 2, tooLarge: 1 },
    });
    // ((x + 1)² − 1) ÷ 2, and −log(1 − x) below 0.
    const johnson = await again('yeo-johnson', squared, [3, -1, 0]);
    expect(johnson.cells).toEqual([expect.closeTo(7.5, 12), -Math.LN2, 0]);
  });

  it('refuses too few values, what was learnt of another way or column, and limits that are none', async () => {
    for (const way of ['box-cox', 'yeo-johnson', 'rank', 'winsorise'] as const)
      expect(await refusal(done(way, [1, null]))).toEqual({
        code: 'too-few-values',
        details: { column: 'n', count: 1 },
      });
    expect((await refusal(done('box-cox', [0, -1, 5]))).details).toEqual({ column: 'n', count: 1 });
    for (const fit of [
      { columns: [{ column: 'm', lambda: 1 }] },
      { columns: [{ column: 'n', low: 0, high: 1 }] },
      null,
    ])
      expect((await refusal(again('box-cox', fit, [1, 2]))).code).toBe('not-learnt');
    const fault = (more: object) => transform.refuses!({ columns: ['n'], with: 'winsorise', ...more });
    expect(fault({ low: 0.5, high: 0.5 })?.code).toBe('bad-params');
    expect(fault({ with: 'rank', low: 0.1 })?.code).toBe('bad-params');
    expect(fault({ low: 0.1 })).toBeNull();
    expect(v.is(transform.params, { columns: ['n'], with: 'winsorise', low: 0.6 })).toBe(false);
  });
});

describe.each([
  ['log', 'Even out long tails: n, m'],
  ['box-cox', 'Even out by Box–Cox: n, m'],
  ['yeo-johnson', 'Even out by Yeo–Johnson: n, m'],
  ['rank', 'Rank from 0 to 1: n, m'],
  ['winsorise', 'Cap at the quantiles 5 % and 95 %: n, m'],
] as const)('transform by %s', (way, says) => {
  keepsTheLaws(transform, {
    params: { columns: ['n', 'm'], with: way },
    cells: { n: [1, 2.5, null, 9, 40], m: [3, 3, 8, -1, 7] },
    says,
    reads: ['n', 'm'],
    adds: ['n', 'm'].map((name) => `${name}_${SUFFIX[way]}`),
    ...(way !== 'log' && { refusesNothing: 'too-few-values' }),
  });
});

describe.skipIf(!hasRealFiles)('transformed columns of real files, as scipy and pandas have them', () => {
  it.each(Object.keys(EXPECTED.files))('%s', async (file) => {
    const { table: read } = await readTable(realFile(file), {}, unwatched);
    for (const [column, found] of Object.entries(EXPECTED.files[file]!))
      await asExpected(
        [...numbers(read, column)].filter((value) => !Number.isNaN(value)),
        found,
      );
  });
});
