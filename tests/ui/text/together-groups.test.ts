import { expect, it } from 'vitest';
import type { Association, TogetherByGroup } from '../../../src/engine/index';
import { togetherGrid, togetherGroupsTable } from '../../../src/ui/screens/explore/together-groups';
import { togetherGroupsTitle } from '../../../src/ui/text/together-groups';

const pair = (value: number | null): Association => ({
  a: 'Income',
  b: 'Age',
  measure: 'pearson',
  value,
  low: null,
  high: null,
  rows: 90,
  spearman: null,
  plain: null,
});
const by = { name: 'Home', kind: 'text', distinct: 3 } as const;
const found: TogetherByGroup = {
  groups: [
    { level: 'owner', rows: 50 },
    { level: null, rows: 40 },
  ],
  pairs: [{ all: pair(0.5), groups: [pair(0.82), pair(-0.1)], apart: { most: 0, least: 1 } }],
};

it('tells the pair whose groups differ most, with a cell for each group', () => {
  expect(togetherGroupsTitle(found, by)).toBe(
    'How Income and Age go together differs by Home: 0.82 for owner, −0.10 for all others',
  );
  const none = { ...found, pairs: found.pairs.map((one) => ({ ...one, apart: null })) };
  expect(togetherGroupsTitle(none, by)).toBe('No two columns clearly go together differently by Home');
  const { across, down, cells } = togetherGrid(found, by);
  expect([across, down]).toEqual([['All rows', 'owner', 'All others'], ['Income with Age']]);
  expect(cells.map(({ text }) => text)).toEqual(['0.50', '0.82', '−0.10']);
  expect(togetherGroupsTable(found, by).shown).toEqual([['Income with Age', '0.50', '0.82', '−0.10']]);
});
