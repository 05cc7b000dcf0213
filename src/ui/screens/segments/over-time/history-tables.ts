import type { History, Segmentation } from '../../../../engine/index';
import type { ChartTable } from '../../../charts/chart-table';
import type { SizeSeries } from '../../../charts/size-areas';
import { segmentLetter } from '../../../parts/segment-letter';
import { count, date, moneyInFull } from '../../../text/format';
import type { Measure } from '../../../text/over-time';

/** Each segment over time, the first one first; those that nobody is in any more have no letter. */
export const seriesOf = (
  { names, points }: History,
  { segments }: Segmentation,
  measure: Measure,
): SizeSeries[] =>
  names.map((name, i) => ({
    id: segments[i]?.id ?? null,
    name,
    values: points.map(({ sizes, worth }) => (measure === 'revenue' ? worth![i]! : sizes[i]!)),
  }));

/** A row for each day, a column for each segment. */
export function sizesTable(history: History, segmentation: Segmentation, measure: Measure): ChartTable {
  const series = seriesOf(history, segmentation, measure);
  const { currency } = segmentation;
  const print = measure === 'revenue' ? (value: number) => moneyInFull(value) : count;
  const unit = measure === 'revenue' && currency ? `, ${currency}` : '';
  const rows = history.points.map(({ day }, at) => ({
    day,
    values: series.map(({ values }) => values[at]!),
    all: series.reduce((sum, { values }) => sum + values[at]!, 0),
  }));
  return {
    columns: [
      { label: 'As of', numeric: false },
      ...series.map(({ id, name }) => ({
        label: `${id === null ? '' : `${segmentLetter(id)} `}${name}${unit}`,
        numeric: true,
      })),
      { label: `All${unit}`, numeric: true },
    ],
    rows: rows.map(({ day, values, all }) => [new Date(day).toISOString().slice(0, 10), ...values, all]),
    shown: rows.map(({ day, values, all }) => [date(day), ...values.map(print), print(all)]),
  };
}
