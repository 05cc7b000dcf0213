import type { TogetherByGroup } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import { WIDEST_TIMES, type CountsGrid } from '../../charts/pair-counts';
import { coefficient } from '../../text/pairs';
import { groupName, named, type GroupedBy } from '../../text/split';
import { pairCells, pairName, TOGETHER_GROUPS } from '../../text/together-groups';

const groupsOf = ({ groups }: TogetherByGroup, by: GroupedBy): string[] => [
  TOGETHER_GROUPS.all,
  ...groups.map(({ level }) => groupName(named(by, level))),
];
const text = (value: number | null): string => (value === null ? '' : coefficient(value));

/** A row for each pair, all rows first and then a column for each group; −1 to 1 has the colours of the heat map. */
export function togetherGrid(found: TogetherByGroup, by: GroupedBy): CountsGrid {
  const across = groupsOf(found, by);
  return {
    down: found.pairs.map(({ all }) => pairName(all)),
    across,
    cells: found.pairs.flatMap((pair) =>
      pairCells(pair).map(({ value, says }, at) => ({
        count: 0,
        times: value === null ? null : WIDEST_TIMES ** value,
        text: text(value),
        words: `${across[at]!}, ${pair.all.a} and ${pair.all.b}: ${says}`,
      })),
    ),
  };
}

export function togetherGroupsTable(found: TogetherByGroup, by: GroupedBy): ChartTable {
  const lines = found.pairs.map((pair) => ({
    name: `${pair.all.a} with ${pair.all.b}`,
    values: pairCells(pair).map(({ value }) => value),
  }));
  return {
    columns: [
      { label: TOGETHER_GROUPS.pair, numeric: false },
      ...groupsOf(found, by).map((label) => ({ label, numeric: true })),
    ],
    rows: lines.map(({ name, values }) => [name, ...values]),
    shown: lines.map(({ name, values }) => [name, ...values.map(text)]),
  };
}
