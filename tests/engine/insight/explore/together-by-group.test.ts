import { expect, it } from 'vitest';
import { associations } from '../../../../src/engine/insight/explore/associations';
import { missingBy } from '../../../../src/engine/insight/explore/missing-by';
import { splitGroups } from '../../../../src/engine/insight/explore/split-groups';
import { togetherByGroup } from '../../../../src/engine/insight/explore/together-by-group';
import { generator } from '../../../../src/engine/stats/random';
import { columnOf, keep } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';

const NAMES = ['x', 'y', 'z', 'word'];
/** In group a the one rises with the other, in b it falls; all else is noise. */
function turned(planted: boolean) {
  const random = generator(9);
  const rows = Array.from({ length: 900 }, () => Array.from({ length: 5 }, random));
  const sign = (i: number) => (i % 3 === 1 ? -1 : 1);
  return table({
    x: rows.map(([x]) => x!),
    y: rows.map(([x, y], i) => (planted ? sign(i) * x! + y! : y!)),
    z: rows.map(([, , z]) => (z! > 0.9 ? null : z!)),
    word: rows.map(([, , , w]) => `w${Math.floor(w! * 4)}`),
    by: rows.map((_, i) => (i % 30 === 29 ? null : ['a', 'b', 'c'][i % 3]!)),
  });
}
const byGroup = async (of: ReturnType<typeof turned>) => {
  const groups = await splitGroups('by', columnOf(of, 'by'), unwatched);
  return {
    groups,
    found: await togetherByGroup(of, await associations(of, NAMES, unwatched), groups, unwatched),
  };
};

it('is what each group by itself has, the pair that differs most first', async () => {
  const of = turned(true);
  const { groups, found } = await byGroup(of);
  expect(found.groups.map(({ level }) => level)).toEqual(groups.levels);
  const [first] = found.pairs;
  expect([first!.all.a, first!.all.b].sort()).toEqual(['x', 'y']);
  expect(groups.levels[first!.apart!.least]).toBe('b');
  for (const [at] of groups.levels.entries()) {
    const alone = keep(
      of,
      groups.codes.map((code) => Number(code === at)),
    );
    const own = await associations(alone, NAMES, unwatched);
    for (const { groups: each } of found.pairs) {
      const { a, b, ...pair } = each[at]!;
      const same = own.pairs.find((one) => [one.a, one.b].sort().join() === [a, b].sort().join());
      expect(same).toMatchObject(pair);
    }
  }
});

it('praises no noise', async () => {
  const { found } = await byGroup(turned(false));
  expect(found.pairs.filter(({ apart }) => apart)).toEqual([]);
  expect(found.pairs).toHaveLength(6);
});

it('looks at some rows as at a table of them alone', async () => {
  const of = turned(true);
  const among = Uint32Array.from({ length: 400 }, (_, i) => 2 * i + 1);
  const alone = keep(
    of,
    Uint8Array.from({ length: 900 }, (_, row) => Number(row % 2 === 1 && row < 800)),
  );
  const [some, them] = [
    await associations(of, NAMES, unwatched, { among }),
    await associations(alone, NAMES, unwatched),
  ];
  expect(some).toEqual(them);
  const blanks = async (from: typeof of, only: Uint32Array | null) => {
    const { levels, rows, missing } = (await missingBy(from, 'by', ['z'], unwatched, { among: only }))!;
    return levels!.map((level, at) => [level, rows[at], missing[0]!.counts[at]].join(' ')).sort();
  };
  expect(await blanks(of, among)).toEqual(await blanks(alone, null));
});
