import { expect, it } from 'vitest';
import { groupPaths, groupShares } from '../../../src/ui/charts/group-bars';

it('draws the shares of all groups on one scale, all rows as a line', () => {
  const picture = { shape: 'time', unit: 'month', starts: [0, 1], counts: [50, 50] } as const;
  const [even, lop] = groupPaths(picture, [50, 50], [[2, 2], [0, 9]]); // prettier-ignore
  // Half of the greatest share, which fills the height.
  expect(even).toEqual({ bars: 'M0 40v-20h45v20zM50 40v-20h45v20z', whole: 'M0 20H50L50 20H100' });
  expect(lop!.bars).toBe('M50 40v-40h45v40z');
});

it('gives the share of the values there is room for, and of none nothing', () => {
  const bars = ['a', 'b', 'c'].map((value) => ({ value, count: 1 }));
  const { values, shares } = groupShares({ shape: 'bars', bars, others: 4 }, [[1, 1, 0, 2], [0, 0, 0, 0]], 2); // prettier-ignore
  expect(values).toEqual(['a', 'b']);
  expect(shares).toEqual([
    [0.25, 0.25],
    [0, 0],
  ]);
});
