import { readFileSync } from 'node:fs';
import type { ColumnTable } from 'arquero';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/engine/files/read-table';
import { bytesSource } from '../../../../src/engine/files/source';
import { pairByGroup } from '../../../../src/engine/insight/explore/pair/pair-by-group';
import type { PairPanels } from '../../../../src/engine/insight/explore/pair/pair-panels';
import { splitGroups } from '../../../../src/engine/insight/explore/split-groups';
import { columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
/** By NumPy's histogram2d: tests/expectations/explore-split/split.py. */
import expected from '../../../expectations/explore-split/split.json';
import { hasRealFiles, realPath } from '../../../support/files';
import { table } from '../../../support/tables';

async function panelsOf(
  of: ColumnTable,
  pair: readonly [string, string],
  by: string,
): Promise<PairPanels | null> {
  const groups = await splitGroups(by, columnOf(of, by), unwatched);
  return (await pairByGroup(of, pair, groups, unwatched)).panels;
}

describe.skipIf(!hasRealFiles)('a real file (skipped where ../shared/data is absent)', () => {
  it('has in the cells of each group what histogram2d has', async () => {
    const { file, pair, by, groups } = expected.panels;
    const source = bytesSource('file.csv', readFileSync(realPath(file)));
    const { table: real } = await readTable(source, {}, unwatched);
    const found = (await panelsOf(real, pair as [string, string], by))!;
    const counts = found.groups.map(({ level, cells }) => {
      const all = new Array<number>(24 * 15).fill(0);
      for (const { x, y, count } of cells) all[y * 24 + x] = count;
      return [level ?? '*', all];
    });
    expect(Object.fromEntries(counts)).toEqual(groups);
    expect([found.beyond, found.within]).toEqual([0, 1470]);
  });
});

describe('panels of two numbers', () => {
  const number = fc.oneof(fc.constant(null), fc.integer({ min: -9, max: 60 }), fc.constantFrom(0.5, 1e6));
  const group = fc.constantFrom('a', 'b', 'c', null);
  const rows = fc.array(fc.tuple(number, number, group), { minLength: 1, maxLength: 200 });

  it('hold each row of a group that has both once, as a point and in a cell', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (some) => {
        const all = [[1, 2, 'a'] as const, ...some];
        const column = (at: 0 | 1) => all.map((row) => row[at]);
        const of = table({ x: column(0), y: column(1), by: all.map(([, , by]) => by) });
        const found = (await panelsOf(of, ['x', 'y'], 'by'))!;
        const whole = all.filter((row) => row.every((cell) => cell !== null));
        expect(found.within + found.beyond).toBe(whole.length);
        for (const { level, rows: own, cells, points } of found.groups) {
          const inGroup = whole.filter(([, , by]) => by === level).map(([x, y]) => `${x} ${y}`);
          const drawn = Array.from(points!.x, (x, i) => `${x} ${points!.y[i]}`);
          expect(inGroup).toEqual(expect.arrayContaining(drawn));
          expect(drawn).toHaveLength(own);
          expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(own);
        }
        expect(found.groups.reduce((sum, { rows: own }) => sum + own, 0)).toBe(found.within);
      }),
    );
  });

  it('are counted where they are too many to be drawn', async () => {
    const many = Array.from({ length: 6000 }, (_, i) => i);
    const of = table({
      x: many.map((i) => i % 97),
      y: many.map((i) => i % 89),
      by: many.map((i) => `g${i % 2}`),
    });
    const { groups, within } = (await panelsOf(of, ['x', 'y'], 'by'))!;
    expect(groups.map(({ level, rows: own, points }) => [level, own, points])).toEqual([
      ['g0', 3000, null],
      ['g1', 3000, null],
    ]);
    expect(within).toBe(6000);
  });

  it('are none of a number beside a text', async () => {
    const of = table({ x: [1, 2, 3], word: ['u', 'v', 'u'], by: ['a', 'b', 'b'] });
    expect(await panelsOf(of, ['x', 'word'], 'by')).toBeNull();
  });
});
