import { expect, it } from 'vitest';
import { associations } from '../../../../src/engine/insight/explore/associations';
import { pairByGroup } from '../../../../src/engine/insight/explore/pair/pair-by-group';
import { splitGroups } from '../../../../src/engine/insight/explore/split-groups';
import { columnOf, keep } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';

/** In each group the one falls as the other rises, over all rows both rise. */
const rows = Array.from({ length: 90 }, (_, i) => i);
const turned = table({
  x: rows.map((i) => 10 * (i % 3) + ((i * 7) % 11)),
  y: rows.map((i) => 40 * (i % 3) - ((i * 7) % 11)),
  word: rows.map((i) => `w${(i * 5) % 4}`),
  by: rows.map((i) => (i % 10 === 9 ? null : ['a', 'b', 'c'][i % 3]!)),
});

it('is what each group by itself has, and of all rows what all have', async () => {
  const groups = await splitGroups('by', columnOf(turned, 'by'), unwatched);
  for (const pair of [
    ['x', 'y'],
    ['x', 'word'],
  ] as const) {
    const found = await pairByGroup(turned, pair, groups, unwatched);
    for (const [at, { level, association }] of found.groups.entries()) {
      const alone = keep(
        turned,
        groups.codes.map((code) => Number(code === groups.levels.indexOf(level))),
      );
      expect(association).toEqual((await associations(alone, pair, unwatched)).pairs[0]);
      expect([at, level]).toEqual([at, groups.levels[at]]);
    }
  }
  const { all, groups: each } = await pairByGroup(turned, ['x', 'y'], groups, unwatched);
  expect(all.value).toBeGreaterThan(0.8);
  expect(each.every(({ association: { value } }) => value! < -0.9)).toBe(true);
});
