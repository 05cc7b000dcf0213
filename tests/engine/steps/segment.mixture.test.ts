import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run } from '../../../src/engine/recipe/run';
import { membersOf, sharesOf } from '../../../src/engine/stats/memberships';
import { mergeSegments } from '../../../src/engine/steps/merge-segments';
import { segment, SegmentFit, type SegmentParams } from '../../../src/engine/steps/segment';
import { customerList } from '../../../src/engine/insight/labelled';
import { countGrouping, segmentGrouping } from '../../../src/engine/insight/groupings';
import { sureShares } from '../../../src/engine/insight/sure-shares';
import { numbers, take } from '../../../src/engine/table/table';
import { metaOf } from '../../../src/engine/table/meta';
import { Stopped } from '../../../src/engine/errors';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';
import { planted, pointsFrom, shuffled } from '../stats/planted';
import { learnAndApply, refusal } from './apply';
import { CLOUDS, customersOf, idsIn, namesIn } from './edit-segments';

const METHOD = 'gaussian-mixture' as const;
const paramsOf = (given: Partial<SegmentParams> = {}): SegmentParams =>
  v.parse(segment.params, { columns: ['a', 'b'], k: 'auto', maxK: 6, method: METHOD, ...given });
const done = (of: Parameters<typeof segment.fit>[0], given: Partial<SegmentParams> = {}) =>
  learnAndApply(segment, of, paramsOf(given));
const LIKELY = 'segment_probability';

/** A small tight cloud within a wide one that k-means cuts in two: 150 and 150. */
const NESTED = [...planted([[0, 0]], 150, 4, 3), ...planted([[1, 1]], 150, 0.2, 8)];

describe('segment by a Gaussian mixture', { timeout: 60_000 }, () => {
  it.each([1, 2, 3, 4])('finds planted clouds, as many as BIC says, whatever the seed: %i', async (seed) => {
    const { table: after, fit } = await done(customersOf(CLOUDS), { seed });
    expect([fit.method, fit.k, fit.elbow, fit.chosenBy]).toEqual([METHOD, 4, null, 'bic']);
    const lowest = fit.runs.reduce((best, one) => (one.bic! < best.bic! ? one : best));
    expect(lowest.k).toBe(4);
    const ids = idsIn(after);
    for (let cloud = 0; cloud < 4; cloud++) {
      const within = ids.slice(cloud * 60, cloud * 60 + 60);
      const most = within.filter((id) => id === within[30]).length;
      expect(most).toBeGreaterThan(54);
    }
  });

  it('finds a tight cloud within a wide one', async () => {
    const { table: after } = await done(customersOf(NESTED), { k: 2 });
    const ids = idsIn(after);
    const tight = ids[200]!;
    expect(ids.slice(150).filter((id) => id === tight).length).toBeGreaterThan(145);
    expect(ids.slice(0, 150).filter((id) => id === tight).length).toBeLessThan(15);
  });

  it('cuts no single cloud', async () => {
    const cloud = planted([[0, 0]], 300, 1, 1);
    const { fit } = await done(customersOf(cloud), { maxK: 4 });
    expect([fit.k, fit.chosenBy]).toEqual([1, 'none']);
  });

  it('says how likely each customer belongs where it is', async () => {
    const { table: after, fit } = await done(customersOf(CLOUDS));
    const likely = [...numbers(after, LIKELY)];
    expect(metaOf(after).labels?.probability).toBe(LIKELY);
    const { mixture } = fit.runs.find(({ k }) => k === fit.k)!;
    const points = pointsFrom(CLOUDS);
    idsIn(after).forEach((id, row) => {
      const shares = sharesOf(points, mixture!, row);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(Math.max(...shares)).toBe(shares[id - 1]);
      expect(likely[row]).toBeCloseTo(shares[id - 1]!, 4);
    });
    const sure = sureShares(after, Uint8Array.from(idsIn(after)), fit.k);
    expect(sure.every((share) => share! > 0.8)).toBe(true);
  });

  it('gives the same labels however rows and columns are ordered', async () => {
    const { table: after, fit } = await done(customersOf(NESTED), { k: 3, maxK: 3 });
    const [ids, likely] = [idsIn(after), [...numbers(after, LIKELY)]];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const order = shuffled(NESTED.length, seed);
        const rows = order.map((at) => NESTED[at]!);
        const swapped = table({ b: rows.map((row) => row[1]!), a: rows.map(([a]) => a!) });
        const again = await done(swapped, { k: 3, maxK: 3, columns: ['b', 'a'] });
        expect(idsIn(again.table)).toEqual(order.map((at) => ids[at]));
        expect([...numbers(again.table, LIKELY)]).toEqual(order.map((at) => likely[at]));
        expect(again.fit.runs.map(({ bic }) => bic)).toEqual(fit.runs.map(({ bic }) => bic));
      }),
      { numRuns: 4 },
    );
  });

  it('places other customers as it was learnt, from a file', async () => {
    const params = paramsOf();
    const { table: after, fit } = await done(customersOf(CLOUDS));
    const saved = v.parse(SegmentFit, JSON.parse(JSON.stringify(fit)));
    const rows = Uint32Array.of(3, 200, 150);
    const few = await segment.apply(take(customersOf(CLOUDS), rows), params, saved, unwatched);
    expect(idsIn(few.table)).toEqual([...rows].map((row) => idsIn(after)[row]));
    const far = await segment.apply(
      customersOf([
        [1e6, -1e6],
        [NaN, 1],
      ]),
      params,
      saved,
      unwatched,
    );
    expect(idsIn(far.table)[0]).toBeGreaterThan(0);
    expect([...numbers(far.table, LIKELY)]).toEqual([1, NaN]);
  });

  it('refuses what was learnt by another method, and a mixture that cannot be', async () => {
    const { fit } = await done(customersOf(CLOUDS), { k: 2 });
    const apply = (params: SegmentParams, learnt: SegmentFit) =>
      refusal(Promise.resolve(segment.apply(customersOf(CLOUDS), params, learnt, unwatched)));
    const { method: _, ...kmeans } = paramsOf({ k: 2 });
    expect((await apply(kmeans, fit)).code).toBe('not-a-model');
    const runs = fit.runs.map(({ mixture: _gone, ...one }) => one);
    expect((await apply(paramsOf({ k: 2 }), { ...fit, runs })).code).toBe('not-a-model');
    const flat = fit.runs.map((one) => ({
      ...one,
      mixture: {
        ...one.mixture!,
        covariances: one.mixture!.covariances.map(() => [
          [0, 0],
          [0, 0],
        ]),
      },
    }));
    expect((await apply(paramsOf({ k: 2 }), { ...fit, runs: flat })).code).toBe('not-a-model');
  });

  it('lets weights have no say, and keeps customers out of the ordinary apart', async () => {
    const weighed = await done(customersOf(CLOUDS), { k: 4, weights: { b: 3 } });
    expect(weighed.fit).toEqual((await done(customersOf(CLOUDS), { k: 4 })).fit);
    expect(segment.adds(paramsOf({ weights: { b: 3 } }))).toEqual(['segment_id', 'segment', LIKELY]);
    const strange = customersOf([...CLOUDS, [90, 90]]);
    const { table: after, fit } = await done(strange, { k: 4, outliers: { beyond: 3.5 } });
    expect(namesIn(after).at(-1)).toBe('Out of the ordinary');
    expect(numbers(after, LIKELY).at(-1)).toBeNaN();
    expect(segment.describe(paramsOf(), fit)).toBe(
      'Group into 4 segments by a Gaussian mixture, those out of the ordinary apart',
    );
  });

  it('writes the membership into the list, under a free name', async () => {
    const { table: after } = await done(customersOf(CLOUDS), { k: 4 });
    const list = customerList(after, ['a', 'b'], ['a', 'b', 'Segment_Probability']);
    expect(list.columns.map(({ as }) => as)).toEqual([
      'row',
      'a',
      'b',
      'segment_id',
      'segment',
      `tessera_${LIKELY}`,
    ]);
  });

  it('is blank about segments that were merged by hand, and knows the others', async () => {
    const { table: after } = await done(customersOf(CLOUDS), { k: 4 });
    const params = v.parse(mergeSegments.params, { segments: [1, 2] });
    const { table: merged } = await learnAndApply(mergeSegments, after, params);
    const [before, now] = [numbers(after, LIKELY), numbers(merged, LIKELY)];
    idsIn(after).forEach((id, row) => expect(now[row]).toBe(id <= 2 ? NaN : before[row]));
  });

  it('compares with another number of segments', async () => {
    const step = { id: 's', op: 'segment', version: 1, enabled: true, params: paramsOf({ k: 3 }) };
    const columns = ['a', 'b'].map((name) => ({ name, kind: 'number' as const, role: null }));
    const recipe = {
      format: 'tessera-recipe' as const,
      version: 1 as const,
      sources: [{ name: 'x.csv', read: {}, columns, grain: 'customers' as const }],
      steps: [step],
    };
    const outcome = await run(recipe as never, customersOf(CLOUDS), { mode: 'learn', work: unwatched });
    const four = await done(customersOf(CLOUDS), { k: 4 });
    const { groups } = await countGrouping(recipe as never, outcome, 4, unwatched);
    expect([...groups]).toEqual(idsIn(four.table));
    expect(segmentGrouping(outcome.table).names).toHaveLength(3);
  });

  it.each([
    [
      [
        [1, 1],
        [1, 1],
        [1, 1],
      ],
      'all-equal',
    ],
    [
      [
        [1, 1],
        [2, 1],
      ],
      'too-few-customers',
    ],
    [[[NaN, 1]], 'too-few-values'],
  ])('says why it cannot: %j', async (rows, code) => {
    expect((await refusal(done(customersOf(rows), { k: 3 }))).code).toBe(code);
  });

  it('copes with few customers, equal ones, and a feature that never varies', async () => {
    for (const rows of [
      [
        [1, 5],
        [2, 5],
      ],
      [
        [1, 5],
        [1, 5],
        [1, 5],
        [9, 5],
        [9, 5],
      ],
      Array.from({ length: 40 }, (_, i) => [i % 4, i % 2]),
    ]) {
      const { table: after, fit } = await done(customersOf(rows), { k: 2 });
      expect(new Set(idsIn(after)).size).toBe(2);
      expect(fit.runs.every(({ bic }) => Number.isFinite(bic))).toBe(true);
    }
  });

  it('stops when it is stopped', async () => {
    let breaths = 0;
    const work = {
      ...unwatched,
      breathe: () => {
        if (++breaths > 40) throw new Stopped();
        return undefined;
      },
    };
    await expect(Promise.resolve(segment.fit(customersOf(NESTED), paramsOf(), work))).rejects.toThrow(
      Stopped,
    );
    const { fit } = await done(customersOf(NESTED), { k: 2 });
    const { mixture } = fit.runs[1]!;
    const halted = { ...unwatched, breathe: () => Promise.reject(new Stopped()) };
    const many = pointsFrom(Array.from({ length: 9_000 }, (_, i) => [i % 7, i % 3]));
    const progress = { phase: 'grouping', done: 0, total: 1, unit: 'rounds' as const };
    await expect(membersOf(many, mixture!, halted, progress)).rejects.toThrow(Stopped);
  });
});
