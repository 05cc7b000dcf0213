import type { PairPanels } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import type { PanelWords } from '../../charts/pair-panels';
import { count, counted } from '../../text/format';
import { isolated } from '../../text/isolated';
import { cellWords } from '../../text/pairs';
import type { pairWriters } from './pair-writers';

type Write = Readonly<
  Record<'a' | 'b', Pick<ReturnType<typeof pairWriters>['a'], 'plain' | 'axis'> & Pick<PanelWords, 'dates'>>
>;
type Groups = readonly { name: string; rows: number }[];

/** What stands in panels of two numbers. */
export function panelWords([a, b]: readonly [string, string], groups: Groups, write: Write): PanelWords {
  const plain = { a: write.a.plain, b: write.b.plain };
  return {
    x: a,
    y: b,
    xTick: write.a.axis,
    yTick: write.b.axis,
    ...(write.a.dates && { dates: write.a.dates }),
    names: groups.map(({ name, rows }) => ({ name, side: counted(rows, 'row'), brief: count(rows) })),
    cell: (group, x, y, rows) => `${groups[group]!.name}: ${cellWords([x, y], rows, plain)}`,
    point: (group, x, y) =>
      `${groups[group]!.name}: ${isolated(a)} ${plain.a(x)}, ${isolated(b)} ${plain.b(y)}`,
  };
}

/** The rows of each group by cell. */
export function panelsTable(
  { x, y, groups: found }: PairPanels,
  [a, b]: readonly [string, string],
  groups: Groups,
  write: Write,
): ChartTable {
  const edge = ({ from, to, bins }: typeof x, i: number) => from + ((to - from) * i) / bins;
  const rows = found.flatMap(({ cells }, at) =>
    cells.map(
      (cell) =>
        [
          groups[at]!.name,
          ...[edge(x, cell.x), edge(x, cell.x + 1), edge(y, cell.y), edge(y, cell.y + 1)],
          cell.count,
        ] as [string, number, number, number, number, number],
    ),
  );
  return {
    columns: [
      { label: 'Group', numeric: false },
      ...[`${a} from`, `${a} to`, `${b} from`, `${b} to`, 'Rows'].map((label) => ({ label, numeric: true })),
    ],
    rows,
    shown: rows.map(([name, x1, x2, y1, y2, n]) => [
      name,
      ...[x1, x2].map(write.a.plain),
      ...[y1, y2].map(write.b.plain),
      count(n),
    ]),
  };
}
