import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/engine/files/read-table';
import { bytesSource } from '../../../../src/engine/files/source';
import { associations, type Association } from '../../../../src/engine/insight/explore/associations';
import { averageTree, leafOrder } from '../../../../src/engine/stats/average-linkage';
import { unwatched } from '../../../../src/engine/work';
import { generator } from '../../../../src/engine/stats/random';
/** By pandas and scipy: tests/expectations/explore-pairs/make.py. */
import expected from '../../../expectations/explore-pairs/associations.json';
import { hasRealFiles, realPath } from '../../../support/files';
import { table } from '../../../support/tables';

const key = ({ a, b }: { a: string; b: string }) => [a, b].sort().join(' × ');
const flat = ({ measure, value, low, high, rows, plain, spearman }: Association) => ({
  measure,
  rows,
  value,
  low,
  high,
  plain,
  spearman: spearman?.value ?? null,
  spearmanLow: spearman?.low ?? null,
  spearmanHigh: spearman?.high ?? null,
});
const NONE = { low: null, high: null, plain: null, spearman: null, spearmanLow: null, spearmanHigh: null };
const near = (figures: object) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [
      name,
      typeof value === 'number' ? (expect.closeTo(value, 10) as number) : (value as unknown),
    ]),
  );

describe.skipIf(!hasRealFiles)(
  'associations of five real files (skipped where ../shared/data is absent)',
  () => {
    it.each(Object.entries(expected))(
      '%s: as pandas and scipy have them',
      async (file, { columns, pairs }) => {
        const source = bytesSource('file.csv', readFileSync(realPath(file)));
        const { table: read } = await readTable(source, {}, unwatched);
        const found = await associations(read, columns, unwatched);
        const byPair = Object.fromEntries(found.pairs.map((pair) => [key(pair), flat(pair)]));
        const wanted = pairs.map(({ a, b, ...figures }) => [key({ a, b }), near({ ...NONE, ...figures })]);
        expect(byPair).toEqual(Object.fromEntries(wanted));
        expect(found.columns.map(({ name }) => name).sort()).toEqual([...columns].sort());
      },
    );
  },
);

describe('average linkage', () => {
  it.each(Object.entries(expected))('%s: heights as scipy has them', (_, { numbers, distances, heights }) => {
    const tree = averageTree(Float64Array.from(distances), numbers.length);
    expect(tree.merges.map(({ height }) => height)).toEqual(
      heights.map((height) => expect.closeTo(height, 10) as number),
    );
  });

  it('keeps clusters together and turns near ends to each other', () => {
    const places = [0, 10, 1, 12, 2];
    const distances = Float64Array.from(places.flatMap((a) => places.map((b) => Math.abs(a - b))));
    const order = leafOrder(averageTree(distances, 5), distances).map((at) => places[at]);
    expect([order, [...order].reverse()]).toContainEqual([0, 1, 2, 10, 12]);
  });
});

describe('associations', () => {
  const random = generator(3);
  const rows = 5000;
  const numbers = Array.from({ length: rows }, () => random());
  const noise = Array.from({ length: rows }, () => random());
  const words = Array.from({ length: rows }, () => `w${Math.floor(random() * 30)}`);
  const others = Array.from({ length: rows }, () => `o${Math.floor(random() * 30)}`);

  it('finds what was planted and does not praise noise', async () => {
    const planted = table({
      numbers,
      noise,
      words,
      others,
      squares: numbers.map((value) => value ** 2),
      halves: numbers.map((value) => (value < 0.5 ? 'low' : 'high')),
    });
    const { pairs } = await associations(planted, planted.columnNames(), unwatched);
    const of = (a: string, b: string) => pairs.find((pair) => key(pair) === key({ a, b }))!;
    expect(of('numbers', 'squares').spearman!.value).toBeCloseTo(1, 12);
    expect(of('numbers', 'halves').value).toBeGreaterThan(0.8);
    expect(Math.abs(of('numbers', 'noise').value!)).toBeLessThan(0.05);
    expect(of('words', 'others').value).toBeLessThan(0.03);
    expect(of('words', 'others').plain).toBeGreaterThan(0.06);
    expect(of('noise', 'words').value).toBeLessThan(0.05);
  });

  it('has nothing to say of a column that does not vary, and no interval of three rows', async () => {
    const small = table({
      a: [1, 2, 4],
      b: [0.1, 0.1, 0.1],
      c: ['x', 'x', 'x'],
      d: [3, 1, null],
      e: [1e308, -1e308, 1e308],
    });
    const { pairs } = await associations(small, small.columnNames(), unwatched);
    expect(pairs.map(({ value }) => value).filter((value) => value !== null)).toEqual([
      expect.closeTo(-1, 10),
    ]);
    expect(pairs.every(({ low }) => low === null)).toBe(true);
  });

  it('counts the rare values of a long category as one, and leaves out columns beyond 60', async () => {
    const many = table({
      a: Array.from({ length: 400 }, (_, i) => `v${i % 80}`),
      b: Array.from({ length: 400 }, (_, i) => i % 2 === 0),
    });
    expect((await associations(many, ['a', 'b'], unwatched)).pairs[0]!.value).toBeGreaterThan(0.5);
    const wide = table(Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`c${i}`, [i, 2, 3]])));
    const { columns, leftOut } = await associations(wide, wide.columnNames(), unwatched);
    expect([columns.length, leftOut.length]).toEqual([60, 10]);
  });
});
