import { expect, it } from 'vitest';
import { associations } from '../../../../src/engine/insight/explore/associations';
import { matrixAmong, pairMatrix } from '../../../../src/engine/insight/explore/pair/pair-matrix';
import { pairView } from '../../../../src/engine/insight/explore/pair/pair-view';
import { generator } from '../../../../src/engine/stats/random';
import { keep } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';

const next = generator(3);
const rows = 500;
const noise = () => Array.from({ length: rows }, () => next() * 100);
const base = noise();
const near = (spread: number) => base.map((value) => value + spread * next());
const of = table({
  alone: noise(),
  third: near(150),
  day: base.map((value) => new Date(Math.floor(value * 1e9))),
  shop: base.map((value) => (value > 50 ? 'a' : 'b')),
  first: base.map((value, i) => (i % 10 === 0 ? null : value)),
  second: near(10),
  fourth: near(300),
  other: noise(),
});

it('takes the four columns of numbers that go together most, strongest first, and counts each two of them', async () => {
  const found = (await pairMatrix(of, await associations(of, of.columnNames(), unwatched), unwatched))!;
  expect([...found.columns].sort()).toEqual(['first', 'fourth', 'second', 'third']);
  expect([...found.columns.slice(0, 2)].sort()).toEqual(['first', 'second']);
  expect(found.columns.slice(2)).toEqual(['third', 'fourth']);
  expect(found.squares.map(({ across, up }) => [across, up])).toEqual([
    [0, 1],
    [0, 2],
    [1, 2],
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  for (const { across, up, cells, association } of found.squares) {
    const [a, b] = [found.columns[across]!, found.columns[up]!];
    const view = await pairView(of, a, b, unwatched);
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(view.both);
    expect(association.value).toBeCloseTo(view.association.value!, 12);
    expect(Math.max(...cells.map(({ x }) => x))).toBe(found.bins[across]! - 1);
  }
});

it('has of some rows what a table of them has, in the cells of all', async () => {
  const whole = (await pairMatrix(of, await associations(of, of.columnNames(), unwatched), unwatched))!;
  const all = Uint32Array.from({ length: rows }, (_, row) => row);
  expect(await matrixAmong(of, whole, all, 1e9, unwatched)).toEqual(whole);
  const odd = all.filter((row) => row % 2 === 1);
  const found = await matrixAmong(of, whole, odd, 1e9, unwatched);
  const alone = keep(
    of,
    Uint8Array.from(all, (row) => row % 2),
  );
  expect([found.columns, found.axes]).toEqual([whole.columns, whole.axes]);
  for (const { across, up, cells, association } of found.squares) {
    const view = await pairView(alone, found.columns[across]!, found.columns[up]!, unwatched);
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(view.both);
    expect(association.value).toBeCloseTo(view.association.value!, 12);
  }
});

it('is none of two columns of numbers', async () => {
  const two = await associations(of, ['first', 'second', 'shop', 'day'], unwatched);
  expect(await pairMatrix(of, two, unwatched)).toBeNull();
});
