import type { GroupingsCompared, Segmentation } from '../../../../engine/index';
import type { ChartTable } from '../../../charts/chart-table';
import type { HeatRow } from '../../../charts/heat';
import { segmentLetter } from '../../../parts/segment-letter';
import { count, shareInFull } from '../../../text/format';

/** Shares of a segment are drawn in the upper half of the steps: 3 is next to nothing, 6 most of it. */
const NOTHING = 3;
const STEPS = 4;

/** One row per group there; each cell the share of a segment's customers. */
export function crossRows({ ours, theirs, counts }: GroupingsCompared): HeatRow[] {
  const sizes = ours.map((_, at) => counts.reduce((sum, row) => sum + row[at]!, 0));
  return theirs.map((label, there) => ({
    column: label,
    label,
    by: 'ratio',
    mean: counts[there]!.reduce((sum, one) => sum + one, 0),
    cells: counts[there]!.map((one, at) => {
      const value = one / (sizes[at]! || 1);
      return { id: at + 1, value, step: NOTHING + Math.min(STEPS - 1, Math.floor(value * STEPS)) };
    }),
  }));
}

/** Counts and shares of the segment, segment by segment. */
export function crossTable(compared: GroupingsCompared, { segments }: Segmentation): ChartTable {
  const rows = crossRows(compared);
  const titles = segments.map(({ id, name }) => `${segmentLetter(id)} ${name}`);
  return {
    columns: [
      { label: 'Other grouping', numeric: false },
      ...titles.flatMap((label) => [
        { label, numeric: true },
        { label: `Share of ${label}`, numeric: true },
      ]),
      { label: 'Customers', numeric: true },
    ],
    rows: rows.map((row, there) => [
      row.label,
      ...row.cells.flatMap(({ value }, at) => [compared.counts[there]![at]!, value]),
      row.mean,
    ]),
    shown: rows.map((row, there) => [
      row.label,
      ...row.cells.flatMap(({ value }, at) => [count(compared.counts[there]![at]!), shareInFull(value)]),
      count(row.mean),
    ]),
  };
}
