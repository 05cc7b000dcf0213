import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { bin } from '../../../src/engine/steps/bin';
import { MOST_COMPARED } from '../../../src/engine/steps/bin/learn';
import { faultOf, type Params } from '../../../src/engine/steps/bin/params';
import { metaOf } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { keepsTheLaws } from './laws';

const SPEND = [0, 12.5, null, 3, 9.99, 10, 40, 20, -5];
const spend = (more: Partial<Params> = {}): Params => ({ column: 'spend', by: 'count', bins: 3, ...more });
const done = async (more: Partial<Params>, cells: (number | null)[] = SPEND) => {
  const made = await learnAndApply(bin, table({ spend: cells }), spend(more));
  return { ...made, bins: cellsOf(made.table).spend_bin };
};

/** The least and the greatest value that a label names; "under 3" goes to 3. */
function boundsIn(label: string): [from: number, to: number] {
  const numbers = label.match(/-?[\d.]+/g)?.map(Number) ?? [];
  if (label.startsWith('under')) return [-Infinity, numbers[0]!];
  return label === 'all values' || label.endsWith('more')
    ? [numbers[0] ?? -Infinity, Infinity]
    : [numbers[0]!, numbers.at(-1)!];
}

describe('bin', () => {
  keepsTheLaws(bin, {
    params: spend(),
    cells: { spend: SPEND },
    says: 'Put spend into 3 bins of equal count',
    reads: ['spend'],
    adds: ['spend_bin'],
    refusesNothing: 'too-few-values',
  });

  it('takes own limits as they are and labels bins by them; a limit belongs to the bin above it', async () => {
    const { bins, fit, counts } = await done({ by: 'own', limits: [0, 10, 20] });
    expect(bins).toEqual([
      '0 to 9.99',
      '10 to 19.99',
      null,
      '0 to 9.99',
      '0 to 9.99',
      '10 to 19.99',
      '20 and more',
      '20 and more',
      'under 0',
    ]);
    expect(fit).toEqual({ limits: [0, 10, 20], decimals: 2, least: -5, most: 40 });
    expect(counts).toEqual({ bins: 4, binned: 8, below: 0, above: 0 });
  });

  it.each([
    ['whole numbers', [1, 2, 3, 40], [2, 3, 10], ['under 2', '2', '3 to 9', '10 and more']],
    ['more than two decimals', [0.125, 7], [1, 2.5], ['under 1', '1 to under 2.5', '2.5 and more']],
    ['below 0', [-40, -3], [-20, -0.5], ['under -20', '-20 to -0.6', '-0.5 and more']],
  ])('names bins of %s', async (_, cells, limits, labels) => {
    const at = [-Infinity, ...limits];
    const { fit } = await done({ by: 'own', limits }, cells);
    const { table: named } = await bin.apply(
      table({ spend: at }),
      spend({ by: 'own', limits }),
      fit,
      unwatched,
    );
    expect(cellsOf(named).spend_bin).toEqual(labels);
  });

  it('parts the range into equal widths, limits as plain as the values allow', async () => {
    // 0 to 97 in five: 19.4, 38.8, 58.2, 77.6.
    const all = Array.from({ length: 98 }, (_, i) => i);
    expect((await done({ by: 'width', bins: 5 }, all)).fit.limits).toEqual([20, 39, 59, 78]);
    const few = await done({ by: 'width', bins: 5 }, [1, 2, 3]);
    expect([few.bins, few.notes]).toEqual([['under 2', '2', '3 and more'], ['fewer-bins']]);
    const tenths = Array.from({ length: 11 }, (_, i) => i / 10);
    expect((await done({ by: 'width', bins: 10 }, tenths)).fit.limits).toEqual(tenths.slice(1, 10));
  });

  it('never parts equal values, whatever the count asked for', async () => {
    const { fit, notes, bins } = await done({ bins: 4 }, [0, 0, 0, 0, 5, 6, 7, 8]);
    // Quartiles 0, 2.5 and 6.25: the first is the least value itself.
    expect(fit.limits).toEqual([3, 7]);
    expect(bins).toEqual([
      ...Array<string>(4).fill('under 3'),
      '3 to 6',
      '3 to 6',
      '7 and more',
      '7 and more',
    ]);
    expect(notes).toEqual(['fewer-bins']);
  });

  it('parts at the mean and its deviations where values lie beyond', async () => {
    // Mean 5, deviation 2 (the example of Wikipedia, Standard deviation).
    const { fit } = await done({ by: 'deviations' }, [2, 4, 4, 4, 5, 5, 7, 9]);
    expect(fit.limits).toEqual([3, 5, 7, 9]);
  });

  it('puts all equal values into one bin', async () => {
    for (const by of ['width', 'count', 'round', 'deviations', 'natural'] as const) {
      expect((await done({ by }, [0.1, null, 0.1])).bins).toEqual(['all values', null, 'all values']);
    }
  });

  it('looks for natural breaks among 10,000 values where there are more, and says so', async () => {
    const many = Array.from({ length: MOST_COMPARED + 2000 }, (_, i) => (i < 9000 ? i : i + 50_000));
    const { fit, notes } = await done({ by: 'natural', bins: 2 }, many);
    expect([fit.limits, fit.thinned, notes]).toEqual([[34_000], 10_000, ['breaks-of-sample']]);
  });

  it('puts values of a later file beyond those learnt into the outer bins and counts them', async () => {
    const fit = { limits: [10, 20], decimals: 0 as const, least: 5, most: 30 };
    const params = spend({ labels: ['low', 'middle', 'high'], as: 'level' });
    const { table: after, counts } = await bin.apply(
      table({ spend: [-1, 5, 15, null, 31, 99] }),
      params,
      fit,
      unwatched,
    );
    expect(cellsOf(after).level).toEqual(['low', 'low', 'middle', null, 'high', 'high']);
    expect(counts).toEqual({ bins: 3, binned: 5, below: 1, above: 2 });
    expect(metaOf(after).origins.get('level')).toBe('spend');
  });

  it('keeps what its labels say', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -2000, max: 2000 }), { minLength: 1, maxLength: 40 }),
        fc.constantFrom('width', 'count', 'round', 'deviations', 'natural'),
        fc.integer({ min: 2, max: 9 }),
        fc.constantFrom(1, 10, 100),
        async (whole, by, bins, parts) => {
          const cells = whole.map((value) => value / parts);
          const { bins: labels } = await done({ by, bins }, cells);
          for (const [row, label] of labels!.entries()) {
            const [from, to] = boundsIn(String(label));
            expect(cells[row]).toBeGreaterThanOrEqual(from);
            expect(cells[row]).toBeLessThanOrEqual(to);
          }
        },
      ),
      { numRuns: 60, seed: 3 },
    ));

  it('refuses words, labels that do not fit, and choices that are none', async () => {
    expect((await refusal(learnAndApply(bin, table({ spend: ['a'] }), spend()))).code).toBe('wrong-kind');
    expect(await refusal(done({ bins: 4, labels: ['a', 'b', 'c', 'd'] }, [0, 0, 0, 5, 6]))).toEqual({
      code: 'labels-do-not-fit',
      details: { column: 'spend', bins: 2, labels: 4 },
    });
    for (const wrong of [
      { bins: 1 },
      { bins: 2.5 },
      { limits: [2, 1] },
      { limits: [1, 1] },
      { labels: ['a', 'a'] },
    ])
      expect(v.is(bin.params, spend(wrong))).toBe(false);
    expect([
      faultOf(spend({ by: 'own' })),
      faultOf(spend({ limits: [1] })),
      faultOf(spend({ by: 'own', limits: [1], labels: ['a'] })),
      faultOf(spend({ by: 'own', limits: [1], labels: ['a', 'b'] })),
    ]).toEqual([
      'own limits are missing',
      'limits are for the way "own" only',
      '1 limits make 2 bins, and 1 labels are given',
      null,
    ]);
    expect(bin.refuses!(spend({ by: 'own' }))?.code).toBe('bad-params');
    expect(bin.refuses!(spend())).toBeNull();
  });
});

type Found = Record<string, Record<string, Record<Params['by'], Record<string, number[]>>>>;
const filesOf = (name: string): Found =>
  (
    JSON.parse(readFileSync(new URL(`../../expectations/bins/${name}.json`, import.meta.url), 'utf8')) as {
      files: Found;
    }
  ).files;
const [PANDAS, R] = [filesOf('bins'), filesOf('breaks')];

/** How many cells are in each bin, from the lowest up, whose limits were learnt. */
function countsBetween(values: readonly (number | null)[], limits: readonly number[]): number[] {
  const counts = new Array<number>(limits.length + 1).fill(0);
  for (const value of values) {
    let at = 0;
    while (value !== null && value >= limits[at]!) at++;
    counts[at]! += Number(value !== null);
  }
  return counts;
}

describe.skipIf(!hasRealFiles)('bins of real files, as pandas, classInt and R find them', () => {
  it.each(Object.keys(PANDAS))('%s', async (file) => {
    const { table: read } = await readTable(realFile(file), {}, unwatched);
    for (const [column, ways] of Object.entries(PANDAS[file]!)) {
      const values = cellsOf(read)[column] as (number | null)[];
      const learnt = async (by: Params['by'], bins: string) =>
        (await bin.fit(read, { column, by, bins: Number(bins) }, unwatched)).limits;
      const all = { ...ways, ...R[file]![column]! };
      for (const by of ['count', 'width', 'deviations', 'natural'] as const) {
        for (const [bins, expected] of Object.entries(all[by]))
          expect(countsBetween(values, await learnt(by, bins)), `${column}, ${bins} by ${by}`).toEqual(
            expected,
          );
      }
      for (const [bins, expected] of Object.entries(all.round))
        expect(await learnt('round', bins), `${column}, about ${bins}`).toEqual(expected);
    }
  });
});
