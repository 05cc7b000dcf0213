import { expect, it } from 'vitest';
import { headlineSplit } from '../../../../src/engine/insight/explore/headline-split';
import { splitGroups } from '../../../../src/engine/insight/explore/split-groups';
import { columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { table } from '../../../support/tables';

const rows = Array.from({ length: 400 }, (_, i) => ({
  month: i % 3,
  by: i % 7 === 0 ? null : ['a', 'b'][i % 2]!,
  money: (i * 13) % 17,
}));
const starts = [0, 1, 2].map((month) => Date.UTC(2024, month, 1));
const of = table({
  day: rows.map(({ month }, i) => (i === 5 ? null : new Date(Date.UTC(2024, month, 1 + (i % 28), 9)))),
  by: rows.map(({ by }) => by),
});

it('gives each group what its rows bring in each period, and counts rows in none', async () => {
  const groups = await splitGroups('by', columnOf(of, 'by'), unwatched);
  const dated = rows.filter((_, i) => i !== 5);
  const expected = (worth: (row: (typeof rows)[number]) => number) => ({
    ungrouped: dated.filter(({ by }) => by === null).length,
    groups: groups.levels.map((level) => ({
      level,
      totals: starts.map((_, at) =>
        dated
          .filter(({ by, month }) => by === level && month === at)
          .reduce((sum, row) => sum + worth(row), 0),
      ),
    })),
  });
  const money = Float64Array.from(rows, (row) => row.money);
  const headline = { date: 'day', starts };
  expect(await headlineSplit(of, headline, money, groups, unwatched)).toEqual(expected((row) => row.money));
  expect(await headlineSplit(of, headline, null, groups, unwatched)).toEqual(expected(() => 1));
});
