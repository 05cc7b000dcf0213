import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EngineError, Stopped } from '../../../src/engine/errors';
import { labelColumns, segment, SegmentFit, type SegmentParams } from '../../../src/engine/steps/segment';
import type { TableMeta } from '../../../src/engine/table/meta';
import { columnAs, numbers, take } from '../../../src/engine/table/table';
import { unwatched, type Progress } from '../../../src/engine/work';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { BLOBS, planted, shuffled, tied, uniforms } from '../stats/planted';

const WORTH: Partial<TableMeta> = { roles: new Map([['spent', 'monetary']]) };

const paramsOf = (given: Partial<SegmentParams> = {}): SegmentParams =>
  v.parse(segment.params, { columns: ['a', 'b'], k: 'auto', maxK: 8, ...given });

const fitOf = async (of: ColumnTable, given: Partial<SegmentParams> = {}): Promise<SegmentFit> =>
  segment.fit(of, paramsOf(given), unwatched);

async function labelled(
  of: ColumnTable,
  given: Partial<SegmentParams> = {},
  fit?: SegmentFit,
): Promise<ColumnTable> {
  const params = paramsOf(given);
  return (await segment.apply(of, params, fit ?? (await segment.fit(of, params, unwatched)), unwatched))
    .table;
}

const ids = async (of: ColumnTable, given: Partial<SegmentParams> = {}): Promise<number[]> => [
  ...numbers(await labelled(of, given), 'segment_id'),
];

/** Four clouds of 30; the third brings most money for each customer, then the first. */
const rows = planted(BLOBS, 30, 1, 11);
const spent = rows.map((_, i) => [50, 1, 200, 5][Math.floor(i / 30)]!);
const four = table({ a: rows.map(([a]) => a!), b: rows.map(([, b]) => b!), spent }, WORTH);

async function errorOf(work: Promise<unknown>): Promise<EngineError> {
  const error: unknown = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

describe('segment', { timeout: 30_000 }, () => {
  it('finds planted clouds by itself and numbers them by falling mean money', async () => {
    const fit = await fitOf(four);
    expect(fit).toMatchObject({ k: 4, elbow: 4, chosenBy: 'elbow', customers: 120, money: ['spent'] });
    expect(fit.columns).toEqual(['a', 'b']);
    expect(await ids(four)).toEqual(rows.map((_, i) => [2, 4, 1, 3][Math.floor(i / 30)]));
  });

  it('numbers by falling size where no column says what a customer is worth', async () => {
    const sizes = [10, 40, 20];
    const clouds = sizes.flatMap((size, i) => planted([[i * 20, i]], size, 1, 3 + i));
    const of = table({ a: clouds.map(([a]) => a!), b: clouds.map(([, b]) => b!) });
    const expected = sizes.flatMap((size, i) => new Array<number>(size).fill([3, 1, 2][i]!));
    expect(await ids(of)).toEqual(expected);
  });

  it('adds up the money columns that it is given', async () => {
    const of = table({ ...cellsOf(four), wine: spent.map((money) => 1000 - money) });
    expect((await fitOf(of, { money: ['wine'] })).money).toEqual(['wine']);
    expect((await ids(of, { k: 4, money: ['wine'] }))[30]).toBe(1);
  });

  it('tells for every number of segments what speaks for it', async () => {
    const { runs, k, centroids, overlaps } = await fitOf(four);
    expect(runs.map((run) => run.k)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(runs[0]).toMatchObject({ overlap: null, silhouette: null, top: null, overlaps: null });
    const chosen = runs[k - 1]!;
    expect(chosen.centroids).toEqual(centroids);
    expect(chosen.overlaps).toEqual(overlaps);
    expect(chosen.overlap).toBeCloseTo(1, 12);
    // 30 of 120 customers; 6,000 of 7,680.
    expect(chosen.top).toEqual({ share: 0.25, revenueShare: 6000 / 7680 });
  });

  it('takes the number it is given, also beyond those it tries', async () => {
    expect(await fitOf(four, { k: 3 })).toMatchObject({ k: 3, elbow: 4, chosenBy: 'given' });
    const fit = await fitOf(four, { k: 15 });
    expect(fit.runs.map((run) => run.k)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 15]);
    expect(fit.names).toHaveLength(15);
    expect(new Set(await ids(four, { k: 15 })).size).toBe(15);
    expect(new Set(await ids(four, { k: 1 }))).toEqual(new Set([1]));
  });

  it('tries up to ten and draws from seed 1 unless told otherwise', () => {
    expect(v.parse(segment.params, { columns: ['a'], k: 'auto' })).toMatchObject({ maxK: 10, seed: 1 });
    expect(v.safeParse(segment.params, { columns: ['a'], k: 51 }).success).toBe(false);
    expect(v.safeParse(segment.params, { columns: ['a', 'a'], k: 2 }).success).toBe(false);
  });

  it('finds no segments in even noise', async () => {
    const draw = uniforms(4);
    const noise = Array.from({ length: 300 }, () => [draw(), draw(), draw(), draw(), draw()]);
    const columns = ['a', 'b', 'c', 'd', 'e'];
    const of = table(Object.fromEntries(columns.map((name, j) => [name, noise.map((row) => row[j]!)])));
    expect(await fitOf(of, { columns })).toMatchObject({ k: 1, chosenBy: 'none' });
  });

  it('gives the same labels whatever the order of rows and columns', async () => {
    const mixed = [...planted(BLOBS, 40, 3, 2), ...tied(120, 6)];
    const money = mixed.map(([a, b]) => Math.round(a! * 3 + b!));
    const of = table({ a: mixed.map(([a]) => a!), b: mixed.map(([, b]) => b!), spent: money }, WORTH);
    const order = Uint32Array.from(shuffled(mixed.length, 9));
    const before = await ids(of, { k: 5 });
    expect(await ids(take(of, order), { k: 5 })).toEqual([...order].map((row) => before[row]));
    expect(await ids(of, { k: 5, columns: ['b', 'a'] })).toEqual(before);
    expect((await fitOf(take(of, order))).runs.map(({ inertia }) => inertia)).toEqual(
      (await fitOf(of)).runs.map(({ inertia }) => inertia),
    );
  });

  it('sets customers with a blank feature aside and counts them', async () => {
    const cells = cellsOf(four);
    const of = table({ ...cells, a: [null, ...cells['a']!.slice(1)] }, WORTH);
    const params = paramsOf();
    const fit = await segment.fit(of, params, unwatched);
    expect(fit.customers).toBe(119);
    const applied = await segment.apply(of, params, fit, unwatched);
    expect(applied.counts).toEqual({ withoutSegment: 1 });
    expect(numbers(applied.table, 'segment_id')[0]).toBeNaN();
    expect(columnAs(applied.table, 'segment', 'text').at(0)).toBeNull();
  });

  it('puts new customers into the segments learnt, under the same numbers and names', async () => {
    const fit = v.parse(SegmentFit, JSON.parse(JSON.stringify(await fitOf(four))));
    const next = table({ a: [10.4, 0.2, null], b: [9.1, 9.7, 1] });
    const after = await labelled(next, {}, fit);
    expect([...numbers(after, 'segment_id')]).toEqual([3, 1, NaN]);
    expect(columnAs(after, 'segment', 'text').at(1)).toBe(fit.names[0]);
  });

  it("shows the user's own names", async () => {
    const after = await labelled(four, { names: { '1': ' Best ', '9': 'Nobody' } });
    const names = columnAs(after, 'segment', 'text');
    expect(names.at(60)).toBe('Best');
    expect(new Set([...names]).size).toBe(4);
  });

  it('leaves the table it is given unchanged and adds two columns', async () => {
    const before = table(cellsOf(four));
    const after = await labelled(four);
    tableEqual(four, before);
    expect(after.columnNames()).toEqual(['a', 'b', 'spent', 'segment_id', 'segment']);
  });

  it('avoids names that the file has, in any case', () => {
    expect(labelColumns(['Segment'])).toEqual({ id: 'tessera_segment_id', name: 'tessera_segment' });
    expect(labelColumns(['SEGMENT_ID', 'x'])).toEqual({ id: 'tessera_segment_id', name: 'tessera_segment' });
    expect(labelColumns(['segments', 'my segment'])).toEqual({ id: 'segment_id', name: 'segment' });
    expect(labelColumns(['segment', 'tessera_segment'])).toEqual({
      id: 'tessera_segment_id_2',
      name: 'tessera_segment_2',
    });
    expect(segment.adds(paramsOf({ taken: ['Segment'] }))).toEqual(['tessera_segment_id', 'tessera_segment']);
  });

  it('says what it reads, adds and does', async () => {
    const params = paramsOf({ money: ['spent', 'a'] });
    expect(segment.reads(params)).toEqual(['a', 'b', 'spent']);
    expect(segment.adds(params)).toEqual(['segment_id', 'segment']);
    expect(segment.makes!(params, new Map())).toEqual([['segment', 'text']]);
    expect(segment.describe(params)).toBe('Group into segments');
    expect(segment.describe(params, await fitOf(four))).toBe('Group into 4 segments');
    expect(segment.describe(paramsOf({ k: 1 }))).toBe('Group into 1 segment');
  });

  it('refuses fewer customers, or fewer different ones, than segments', async () => {
    const three = table({ a: [1, 2, 3], b: [1, 2, 3] });
    expect(await errorOf(fitOf(three, { k: 5 }))).toMatchObject({
      code: 'too-few-customers',
      details: { customers: 3, k: 5 },
    });
    const pairs = table({ a: [1, 1, 2, 2], b: [1, 1, 2, 2] });
    const error = await errorOf(fitOf(pairs, { k: 3 }));
    expect(error).toMatchObject({ code: 'too-few-customers', details: { customers: 4, k: 3, distinct: 2 } });
    const one = table({ a: [1], b: [2] });
    expect(await errorOf(fitOf(one))).toMatchObject({
      code: 'too-few-customers',
      details: { customers: 1, k: 2 },
    });
  });

  it('refuses customers that are all alike, naming the columns a person knows', async () => {
    const origins = new Map([['a', 'orders']]);
    const alike = table({ a: [0, 0, 0], b: [7, 7, 7] }, { origins });
    const error = await errorOf(fitOf(alike));
    expect(error).toMatchObject({ code: 'all-equal', details: { columns: ['orders', 'b'], customers: 3 } });
  });

  it('refuses a table in which no customer is complete', async () => {
    const blank = table({ a: [1, null, null], b: [null, 2, 3] });
    expect(await errorOf(fitOf(blank))).toMatchObject({
      code: 'too-few-values',
      details: { column: 'a', count: 1 },
    });
    expect(await errorOf(fitOf(table({ a: [], b: [] })))).toMatchObject({ code: 'too-few-values' });
  });

  it('refuses columns that are missing or not numbers', async () => {
    expect(await errorOf(fitOf(table({ a: [1, 2] })))).toMatchObject({ code: 'missing-column' });
    expect(await errorOf(fitOf(table({ a: [1, 2], b: ['x', 'y'] })))).toMatchObject({ code: 'wrong-kind' });
  });

  it('refuses a fit that does not fit together', async () => {
    const fit = await fitOf(four);
    expect(v.safeParse(SegmentFit, { ...fit, names: ['one'] }).success).toBe(false);
    expect(v.safeParse(SegmentFit, { ...fit, centroids: fit.centroids.map(() => [1]) }).success).toBe(false);
  });

  it('works on columns with hostile names and on two customers', async () => {
    const of = table(
      Object.fromEntries([
        ['__proto__', [1, 9]],
        ['constructor', [2, 3]],
      ]),
    );
    expect(await ids(of, { columns: ['constructor', '__proto__'], k: 2 })).toHaveLength(2);
  });

  it('needs no new work for another number or other names', async () => {
    await fitOf(four, { seed: 7 });
    const phases = new Set<string>();
    const watched = { ...unwatched, breathe: (at?: Progress) => void phases.add(at?.phase ?? '') };
    const again = await segment.fit(four, paramsOf({ seed: 7, k: 3, names: { '1': 'Best' } }), watched);
    expect([...phases]).toEqual(['grouping']);
    expect(again).toEqual(await fitOf(take(four, Uint32Array.from(rows.keys())), { seed: 7, k: 3 }));
  });

  it('tells how far it is and stops when told to', async () => {
    const phases = new Set<string>();
    const watched = { ...unwatched, breathe: (at?: Progress) => void phases.add(at?.phase ?? '') };
    await segment.fit(four, paramsOf({ seed: 2 }), watched);
    expect([...phases]).toEqual(['grouping', 'redrawing', 'judging']);
    const stopping = { ...unwatched, breathe: () => Promise.reject(new Stopped()) };
    await expect(segment.fit(four, paramsOf({ seed: 3 }), stopping)).rejects.toThrow(Stopped);
  });
});
