import { rowsIn } from '../../charts/brushed-bars';
import type { ChartTable } from '../../charts/chart-table';
import { workspace } from '../../state/workspace.svelte';
import { BRUSH } from '../../text/brush';
import { count } from '../../text/format';
import type { ColumnBrush } from './column-brush';

type Brushed = Pick<ColumnBrush, 'column' | 'of' | 'look' | 'groups'>;

/** Selected rows of each group, or what they bring; null without a selection, and until they are counted. */
export function selectedIn({ column, of, look, groups }: Brushed): number[] | null {
  const { brush } = workspace.exploring;
  const seen = look ?? (of && ([{ column, of }] as const));
  const counts = seen ? brush.countsIn(seen) : brush.countsOf(column);
  return counts && groups.map((group) => rowsIn(counts, group));
}

/** A table with the selected rows of each of its lines behind it. */
export function withSelected(
  table: ChartTable,
  selected: readonly number[] | null,
  write: (value: number) => string = count,
): ChartTable {
  if (!selected) return table;
  return {
    ...table,
    columns: [...table.columns, { label: BRUSH.selected, numeric: true }],
    rows: table.rows.map((cells, line) => [...cells, selected[line] ?? null]),
    shown: table.shown.map((cells, line) => [...cells, write(selected[line] ?? 0)]),
  };
}
