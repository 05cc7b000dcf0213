import { expect, it } from 'vitest';
import { associations } from '../../../../src/engine/insight/explore/associations';
import { matrixByGroup } from '../../../../src/engine/insight/explore/pair/matrix-by-group';
import { pairMatrix } from '../../../../src/engine/insight/explore/pair/pair-matrix';
import { splitGroups } from '../../../../src/engine/insight/explore/split-groups';
import { generator } from '../../../../src/engine/stats/random';
import { columnOf, keep } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';

const random = generator(21);
const LEVELS = ['a', 'b', 'few', null];
/** In group a the one rises with the other, in b it falls; a third has too few rows. */
const rows = Array.from({ length: 700 }, (_, i) => {
  const level = i % 100 === 99 ? 2 : i % 50 === 7 ? 3 : i % 2;
  const x = random();
  return { level: LEVELS[level]!, x, y: (level === 1 ? -x : x) + random() / 2, z: random() };
});
const of = table({
  x: rows.map(({ x }) => x),
  y: rows.map(({ y }) => y),
  z: rows.map(({ z }, i) => (i % 9 === 0 ? null : z)),
  by: rows.map(({ level }) => level),
});
const names = ['x', 'y', 'z'];
const whole = async () => (await pairMatrix(of, await associations(of, names, unwatched), unwatched))!;
const groupsOf = (name: string) => splitGroups(name, columnOf(of, name), unwatched);

it('is the matrix of a table of each group, the pair that differs most first', async () => {
  const all = await whole();
  const { together, matrices } = (await matrixByGroup(of, all, await groupsOf('by'), unwatched))!;
  expect(together.groups.map(({ level }) => level)).toEqual(['a', 'b']);
  const [first] = together.pairs;
  expect([first!.all.a, first!.all.b].sort()).toEqual(['x', 'y']);
  expect(first!.apart).toEqual({ most: 0, least: 1 });
  for (const [at, { level, rows: count }] of together.groups.entries()) {
    const marks = Uint8Array.from(rows, (row) => Number(row.level === level));
    const own = keep(of, marks);
    expect(count).toBe(own.numRows());
    const alone = await associations(own, names, unwatched);
    for (const { association, cells } of matrices[at]!.squares) {
      const pair = alone.pairs.find(
        ({ a, b }) => [a, b].sort().join() === [association.a, association.b].sort().join(),
      )!;
      expect(association.value).toBeCloseTo(pair.value!, 12);
      expect(cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(pair.rows);
    }
    expect(matrices[at]!.axes).toEqual(all.axes);
  }
});

it('is that of some rows alone, in the cells of all', async () => {
  const all = await whole();
  const by = await groupsOf('by');
  const among = Uint32Array.from(rows.keys()).filter((row) => row < 300 && rows[row]!.z < 0.7);
  const own = keep(
    of,
    Uint8Array.from(rows, ({ z }, row) => Number(row < 300 && z < 0.7)),
  );
  const some = (await matrixByGroup(of, all, by, unwatched, { among }))!;
  const alone = (await matrixByGroup(
    own,
    all,
    await splitGroups('by', columnOf(own, 'by'), unwatched),
    unwatched,
  ))!;
  const inOrder = (found: typeof some) =>
    found.together.groups
      .map(({ level, rows: count }, at) => ({ level, count, squares: found.matrices[at]!.squares }))
      .sort((one, other) => String(one.level).localeCompare(String(other.level)));
  expect(inOrder(some)).toEqual(inOrder(alone));
  expect(some.matrices[0]!.axes).toEqual(all.axes);
  const few = among.subarray(0, 40);
  expect(await matrixByGroup(of, all, by, unwatched, { among: few })).toBeNull();
});

it('is none of one group, and tells no pair with the column the groups are made by', async () => {
  const all = await whole();
  const codes = new Uint8Array(700);
  expect(
    await matrixByGroup(of, all, { name: 'one', kind: 'category', codes, levels: ['one'] }, unwatched),
  ).toBeNull();
  const halves = Uint8Array.from(rows, ({ z }) => Number(z > 0.5));
  const byZ = { name: 'z', kind: 'category', codes: halves, levels: ['0', '1'] } as const;
  const { together } = (await matrixByGroup(of, all, byZ, unwatched))!;
  expect(together.pairs.map(({ all: { a, b } }) => [a, b].sort())).toEqual([['x', 'y']]);
});
