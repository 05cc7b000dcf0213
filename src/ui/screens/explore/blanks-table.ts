import type { MissingTogether } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import { count, shareInFull } from '../../text/format';

/** Patterns of blanks, most frequent first. */
export function blanksTable({ patterns, rows }: MissingTogether): ChartTable {
  return {
    columns: [
      { label: 'Blank', numeric: false },
      { label: 'Rows', numeric: true },
      { label: 'Share', numeric: true },
    ],
    rows: patterns.map((one) => [one.columns.join(', '), one.rows, one.rows / rows]),
    shown: patterns.map((one) => [one.columns.join(', '), count(one.rows), shareInFull(one.rows / rows)]),
  };
}
