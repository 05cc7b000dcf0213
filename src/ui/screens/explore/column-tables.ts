import type { NumberShape } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import { count, shareInFull } from '../../text/format';

export interface TableLine {
  name: string;
  value: number;
  shown: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A table of names and one number each. */
export const plainTable = (name: string, value: string, lines: readonly TableLine[]): ChartTable => ({
  columns: [
    { label: capital(name), numeric: false },
    { label: value, numeric: true },
  ],
  rows: lines.map((line) => [line.name, line.value]),
  shown: lines.map((line) => [line.name, line.shown]),
});

/** Bars from and to, with the tails before and behind. */
export function histogramTable(
  { edges, counts, below, above }: NumberShape['histogram'],
  write: (value: number) => string,
): ChartTable {
  const lines: [number | null, number | null, number][] = [
    ...(below > 0 ? [[null, edges[0]!, below] as [null, number, number]] : []),
    ...counts.map((rows, i): [number, number, number] => [edges[i]!, edges[i + 1]!, rows]),
    ...(above > 0 ? [[edges.at(-1)!, null, above] as [number, null, number]] : []),
  ];
  const shown = (value: number | null) => (value === null ? '' : write(value));
  return {
    columns: ['From', 'To', 'Rows'].map((label) => ({ label, numeric: true })),
    rows: lines,
    shown: lines.map(([from, to, rows]) => [shown(from), shown(to), count(rows)]),
  };
}

/** The box, its fences, then the farthest outliers. */
export function boxTable(
  { box, fences, outliers }: NumberShape,
  write: (value: number) => string,
): ChartTable {
  const marks: [string, number][] = [
    ['Lower fence', fences.low],
    ['Lower whisker', box.low],
    ['Lower quartile', box.lower],
    ['Median', box.median],
    ['Upper quartile', box.upper],
    ['Upper whisker', box.high],
    ['Upper fence', fences.high],
    ...outliers.values.map((value): [string, number] => ['Outlier', value]),
  ];
  return plainTable(
    'mark',
    'Value',
    marks.map(([name, value]) => ({ name, value, shown: write(value) })),
  );
}

export const cumulativeTable = ({ ecdf }: NumberShape, write: (value: number) => string): ChartTable => ({
  columns: [
    { label: 'Value', numeric: true },
    { label: 'At most as great', numeric: true },
  ],
  rows: ecdf.map(({ value, share }) => [value, share]),
  shown: ecdf.map(({ value, share }) => [write(value), shareInFull(share)]),
});
