import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/engine/files/read-table';
import { bytesSource } from '../../../../src/engine/files/source';
import { densityBetween } from '../../../../src/engine/insight/explore/density';
import { pairView } from '../../../../src/engine/insight/explore/pair/pair-view';
import type { PairPicture } from '../../../../src/engine/insight/explore/pair/pair-view';
import { unwatched } from '../../../../src/engine/work';
/** By pandas: tests/expectations/explore-pairs/make-pairs.py. */
import expected from '../../../expectations/explore-pairs/pairs.json';
import { hasRealFiles, realPath } from '../../../support/files';
import { table } from '../../../support/tables';

type Of<S extends PairPicture['shape']> = Extract<PairPicture, { shape: S }>;
const near = (value: number) => expect.closeTo(value, 8) as number;
const read = async (file: string) =>
  (await readTable(bytesSource('file.csv', readFileSync(realPath(file))), {}, unwatched)).table;

describe.skipIf(!hasRealFiles)('pairs of real files (skipped where ../shared/data is absent)', () => {
  it('boxes as matplotlib and pandas have them', async () => {
    const { file, number, category, boxes } = expected.boxes;
    const { picture } = await pairView(await read(file), number, category, unwatched);
    const found = Object.fromEntries(
      (picture as Of<'boxes'>).boxes.map(({ level, rows, mean, box }) => [level, { rows, mean, ...box }]),
    );
    const wanted = Object.entries(boxes).map(([level, box]) => [
      level,
      Object.fromEntries(Object.entries(box).map(([name, value]) => [name, near(value)])),
    ]);
    expect(found).toEqual(Object.fromEntries(wanted));
  });

  it('counts as crosstab has them', async () => {
    const { file, across, down, counts } = expected.counts;
    const view = await pairView(await read(file), down, across, unwatched);
    const picture = view.picture as Of<'counts'>;
    const found = picture.down.flatMap((row, r) =>
      picture.across.map((column, c) => [`${row} ${column}`, picture.counts[r * picture.across.length + c]]),
    );
    expect(Object.fromEntries(found)).toEqual(counts);
  });

  it('months as resample has them', async () => {
    const { file, date, number, months } = expected.line;
    const { picture } = await pairView(await read(file), date, number, unwatched);
    const { unit, starts, rows, sums, means } = picture as Of<'line'>;
    expect(unit).toBe('month');
    expect(starts.map((start) => new Date(start).toISOString().slice(0, 10))).toEqual(
      months.map(({ month }) => month),
    );
    expect(rows).toEqual(months.map((one) => one.rows));
    expect(sums).toEqual(months.map((one) => near(one.sum)));
    expect(means).toEqual(months.map((one) => near(one.mean)));
  });
});

describe('pairView', () => {
  const rows = 12_000;
  const even = table({
    x: Array.from({ length: rows }, (_, row) => row % 100),
    y: Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? null : (row * 37) % 1000)),
    far: Array.from({ length: rows }, (_, row) => (row === 5 ? 1e9 : row % 10)),
    word: Array.from({ length: rows }, (_, row) => `w${row % 30}`),
    none: Array.from({ length: rows }, () => null),
  });

  it('counts every row once and draws at most 5,000 points', async () => {
    const { picture, both } = await pairView(even, 'x', 'y', unwatched);
    const { cells, points, beyond } = picture as Of<'bins'>;
    expect(cells.reduce((sum, { count }) => sum + count, 0) + beyond).toBe(both);
    expect(both).toBe(rows - Math.ceil(rows / 7));
    expect([points.x.length, points.y.length, points.of]).toEqual([5000, 5000, both]);
  });

  it('leaves a long tail out and says so; whole numbers have a cell each', async () => {
    const { picture } = await pairView(even, 'far', 'x', unwatched);
    const { beyond, x } = picture as Of<'bins'>;
    expect([beyond, x]).toEqual([1, { from: -0.5, to: 9.5, bins: 10 }]);
  });

  it('gathers rare values, last', async () => {
    const { picture } = await pairView(even, 'y', 'word', unwatched);
    const { boxes } = picture as Of<'boxes'>;
    expect([boxes.length, boxes.at(-1)!.level]).toEqual([12, null]);
  });

  it('has the density of each group between its whiskers, of enough rows', async () => {
    const few = table({
      value: Array.from({ length: 229 }, (_, row) => (row * 37) % 101),
      group: Array.from({ length: 229 }, (_, row) => (row < 29 ? 'few' : 'many')),
    });
    const { boxes } = (await pairView(few, 'value', 'group', unwatched)).picture as Of<'boxes'>;
    const [small, large] = ['few', 'many'].map((name) => boxes.find(({ level }) => level === name)!);
    expect(small!.density).toBeNull();
    const { box, density } = large!;
    expect([density![0]!.value, density!.at(-1)!.value]).toEqual([near(box.low), near(box.high)]);
    const values = Array.from({ length: 229 }, (_, row) => (row * 37) % 101).slice(29);
    const whole = await densityBetween(Float64Array.from(values).sort(), box.low, box.high, unwatched);
    expect(density!.at(32)).toEqual(whole!.points[256]);
  });

  it.each(['x', 'word', 'none'])('has nothing to show of a blank column beside %s', async (other) => {
    const { both, association } = await pairView(even, 'none', other, unwatched);
    expect([both, association.value]).toEqual([0, null]);
  });

  it('names the cell that stands out', async () => {
    const planted = table({
      a: Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 'even' : 'odd')),
      b: Array.from({ length: 400 }, (_, i) => (i % 4 === 0 ? 'fourth' : 'rest')),
    });
    const { picture } = await pairView(planted, 'a', 'b', unwatched);
    const { across, down, peak } = picture as Of<'counts'>;
    expect([down[peak!.down], across[peak!.across], peak!.times]).toEqual(['even', 'fourth', 2]);
  });
});
