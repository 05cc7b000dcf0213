import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Stopped } from '../../../src/engine/errors';
import { categoryColumns, commonCategories } from '../../../src/engine/insight/category-columns';
import { describeSegments } from '../../../src/engine/insight/describe-segments';
import { countGrouping, segmentGrouping } from '../../../src/engine/insight/groupings';
import type { RunOutcome } from '../../../src/engine/recipe/outcome';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { segment, SegmentFit, type SegmentParams } from '../../../src/engine/steps/segment';
import { take } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';
import { planted, shuffled } from '../stats/planted';
import { learnAndApply, refusal } from './apply';
import { idsIn } from './edit-segments';

const METHOD = 'k-prototypes' as const;
const paramsOf = (given: Partial<SegmentParams> = {}): SegmentParams =>
  v.parse(segment.params, {
    columns: ['a', 'b'],
    k: 'auto',
    maxK: 6,
    method: METHOD,
    categories: ['town', 'paid'],
    ...given,
  });
const done = (of: Parameters<typeof segment.fit>[0], given: Partial<SegmentParams> = {}) =>
  learnAndApply(segment, of, paramsOf(given));

/** Two clouds, in each two towns: four groups of 60. */
const ROWS = planted(
  [
    [0, 0],
    [0, 0],
    [5, 5],
    [5, 5],
  ],
  60,
  0.3,
  5,
);
const TOWNS = ROWS.map((_, at) => (Math.floor(at / 60) % 2 === 0 ? 'Bonn' : 'Köln'));
const PAID = ROWS.map((_, at) => (Math.floor(at / 60) % 2 === 0 ? null : 'card'));
const columnsOf = (order: readonly number[]) => ({
  a: order.map((at) => ROWS[at]![0]!),
  b: order.map((at) => ROWS[at]![1]!),
  town: order.map((at) => TOWNS[at]!),
  paid: order.map((at) => PAID[at]!),
});
const EVERYBODY = [...ROWS.keys()];
const CUSTOMERS = table(columnsOf(EVERYBODY));
/** The same groups, whatever they are called. */
const partition = (ids: readonly number[]): number[] => ids.map((id) => ids.indexOf(id));
const GROUPS = EVERYBODY.map((at) => Math.floor(at / 60) * 60);

describe('segment by k-prototypes', { timeout: 60_000 }, () => {
  it('tells apart what numbers and categories tell, a blank being a category', async () => {
    const { table: after, fit } = await done(CUSTOMERS, { k: 4 });
    expect(partition(idsIn(after))).toEqual(GROUPS);
    const { prototypes } = fit.runs.find(({ k }) => k === 4)!;
    expect([fit.method, prototypes!.columns]).toEqual([METHOD, ['paid', 'town']]);
    expect(prototypes!.modes.map((mode) => mode.join(' ')).sort()).toEqual([
      ' Bonn',
      ' Bonn',
      'card Köln',
      'card Köln',
    ]);
  });

  it('chooses a number that holds when customers are redrawn', async () => {
    const { fit } = await done(CUSTOMERS);
    expect([
      fit.chosenBy === 'none',
      fit.k,
      fit.runs.map(({ silhouette }) => silhouette).every((one) => one === null),
    ]).toEqual([false, 2, true]);
    expect(fit.runs.find(({ k }) => k === fit.k)!.overlap).toBeGreaterThan(0.75);
  });

  it('gives the same labels however rows and columns are ordered', async () => {
    const { table: after } = await done(CUSTOMERS, { k: 5 });
    const ids = idsIn(after);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1e6 }), async (seed) => {
        const order = shuffled(ROWS.length, seed);
        const { a, b, town, paid } = columnsOf(order);
        const again = await done(table({ town, b, paid, a }), {
          k: 5,
          columns: ['b', 'a'],
          categories: ['paid', 'town'],
        });
        expect(idsIn(again.table)).toEqual(order.map((at) => ids[at]));
      }),
      { numRuns: 4 },
    );
  });

  it('finds what k-means finds where categories hardly count', async () => {
    const apart = { weights: { a: 10, b: 10 }, k: 2 as const };
    const { table: mixed } = await done(CUSTOMERS, apart);
    const { method: _m, categories: _c, ...kmeans } = paramsOf(apart);
    const { table: plain } = await learnAndApply(segment, CUSTOMERS, kmeans);
    expect(idsIn(mixed)).toEqual(idsIn(plain));
  });

  it('places other customers as it was learnt, from a file, new values too', async () => {
    const params = paramsOf({ k: 4 });
    const { table: after, fit } = await done(CUSTOMERS, { k: 4 });
    const saved = v.parse(SegmentFit, JSON.parse(JSON.stringify(fit)));
    const rows = Uint32Array.of(3, 200, 150);
    const few = await segment.apply(take(CUSTOMERS, rows), params, saved, unwatched);
    expect(idsIn(few.table)).toEqual([...rows].map((row) => idsIn(after)[row]));
    const others = table({ a: [0, NaN], b: [0, 1], town: ['Rom', 'Bonn'], paid: ['card', null] });
    const placed = await segment.apply(others, params, saved, unwatched);
    expect(idsIn(placed.table)).toEqual([idsIn(after)[60], NaN]);
  });

  it('sets those out of the ordinary apart', async () => {
    const far = table({
      a: [...columnsOf(EVERYBODY).a, 500],
      b: [...columnsOf(EVERYBODY).b, 500],
      town: [...TOWNS, 'Rom'],
      paid: [...PAID, 'card'],
    });
    const { table: after, fit } = await done(far, { k: 4, outliers: { beyond: 20 } });
    expect([fit.k, idsIn(after).at(-1)]).toEqual([5, fit.outliers!.id]);
    expect(partition(idsIn(after).slice(0, -1))).toEqual(GROUPS);
  });

  it('refuses what was learnt by another method, and prototypes that cannot be', async () => {
    const { fit } = await done(CUSTOMERS, { k: 2 });
    const apply = (params: SegmentParams, learnt: SegmentFit) =>
      refusal(Promise.resolve(segment.apply(CUSTOMERS, params, learnt, unwatched)));
    const { method: _m, ...kmeans } = paramsOf({ k: 2 });
    expect((await apply(kmeans, fit)).code).toBe('not-a-model');
    expect((await apply(paramsOf({ k: 2, categories: ['town'] }), fit)).code).toBe('not-a-model');
    const runs = fit.runs.map(({ prototypes: _gone, ...one }) => one);
    expect((await apply(paramsOf({ k: 2 }), { ...fit, runs })).code).toBe('not-a-model');
    const short = fit.runs.map((one) => ({
      ...one,
      prototypes: { ...one.prototypes!, modes: one.prototypes!.modes.slice(1) },
    }));
    expect(v.is(SegmentFit, { ...fit, runs: short })).toBe(false);
  });

  it('needs categories', () => {
    expect(v.is(segment.params, { columns: ['a'], k: 2, method: METHOD })).toBe(false);
    expect(v.is(segment.params, { columns: ['a'], k: 2, method: METHOD, by: 'town' })).toBe(true);
  });

  it.each([
    [
      'customers all alike',
      { a: [1, 1, 1], b: [2, 2, 2], town: ['x', 'x', 'x'], paid: ['y', 'y', 'y'] },
      'all-equal',
    ],
    [
      'fewer different ones than segments',
      { a: [1, 1, 1], b: [2, 2, 2], town: ['x', 'z', 'x'], paid: ['y', 'y', 'y'] },
      'too-few-customers',
    ],
  ])('refuses %s', async (_, columns, code) => {
    expect((await refusal(done(table(columns), { k: 3 }))).code).toBe(code);
  });

  it('groups customers whose numbers are all alike by their categories', async () => {
    const alike = table({ ...columnsOf(EVERYBODY), a: ROWS.map(() => 1), b: ROWS.map(() => 2) });
    const { table: after } = await done(alike, { k: 2 });
    expect(partition(idsIn(after))).toEqual(EVERYBODY.map((at) => (Math.floor(at / 60) % 2) * 60));
  });

  it('refuses a column of too many values', async () => {
    const many = table({ ...columnsOf(EVERYBODY), town: ROWS.map((_, at) => `Town ${at}`) });
    const { code, details } = await refusal(done(many, { k: 2 }));
    expect({ code, ...details }).toMatchObject({ code: 'too-many-groups', column: 'town', groups: 240 });
  });

  it('stops when asked to', async () => {
    const work = { ...unwatched, breathe: () => Promise.reject(new Stopped()) };
    await expect(segment.fit(CUSTOMERS, paramsOf(), work)).rejects.toBeInstanceOf(Stopped);
  });

  it('says which groups another number would make', async () => {
    const step = { id: 's', op: 'segment', version: 1, enabled: true, params: paramsOf({ k: 4 }) };
    const { table: after, fit } = await done(CUSTOMERS, { k: 4 });
    const outcome = { table: after, used: { s: fit } } as unknown as RunOutcome;
    const two = await countGrouping({ steps: [step] } as unknown as Recipe, outcome, 2, unwatched);
    expect(new Set(two.groups).size).toBe(2);
    expect([...segmentGrouping(after).groups]).toEqual(idsIn(after));
  });

  it('is described with what categories cost, and graded without a silhouette of the numbers', async () => {
    const { table: after, fit } = await done(CUSTOMERS, { k: 4 });
    const said = await describeSegments(after, fit, { referenceDate: null }, unwatched);
    expect(said.inertia).toBeCloseTo(fit.runs.find(({ k }) => k === 4)!.inertia, 9);
    expect([said.method, said.silhouettes, said.silhouette]).toEqual([METHOD, null, null]);
    expect(said.segments.map(({ grade }) => grade!.reasons.map(({ code }) => code))).toEqual(
      said.segments.map(() => ['steady']),
    );
  });

  it('offers text columns of few values, and says what is most common', async () => {
    const { table: after } = await done(CUSTOMERS, { k: 4 });
    expect(categoryColumns(after)).toEqual(['town']);
    const common = commonCategories(after, ['paid', 'town'], Uint8Array.from(idsIn(after)), 4);
    expect(common[idsIn(after)[0]! - 1]).toEqual([
      { column: 'paid', value: null, share: 1 },
      { column: 'town', value: 'Bonn', share: 1 },
    ]);
  });
});
