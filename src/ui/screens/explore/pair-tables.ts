import type { Associations, PairView } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import { count } from '../../text/format';
import { coefficient, levelName, type PairWriters } from '../../text/pairs';
import { periodName } from '../../text/periods';

const text = (label: string) => ({ label, numeric: false });
const figure = (label: string) => ({ label, numeric: true });
const shownOf = (value: number | null): string => (value === null ? '' : coefficient(value));

/** Every pair with its measures, the strongest first. */
export function associationsTable({ pairs }: Pick<Associations, 'pairs'>): ChartTable {
  const sorted = [...pairs].sort((one, other) => Math.abs(other.value ?? 0) - Math.abs(one.value ?? 0));
  const figures = sorted.map(({ value, low, high, spearman, plain }) => [
    value,
    low,
    high,
    spearman?.value ?? null,
    plain,
  ]);
  const names = ['Value', 'From', 'To', 'Spearman', 'Uncorrected', 'Rows'];
  return {
    columns: [text('Column'), text('Column beside it'), text('Measure'), ...names.map(figure)],
    rows: sorted.map(({ a, b, measure, rows }, i) => [a, b, measure, ...figures[i]!, rows]),
    shown: sorted.map(({ a, b, measure, rows }, i) => [
      a,
      b,
      measure,
      ...figures[i]!.map(shownOf),
      count(rows),
    ]),
  };
}

type Picture<S> = Extract<PairView['picture'], { shape: S }>;

/** What the picture of a pair is drawn from. */
export function pairTable({ picture, a, b }: PairView, write: PairWriters): ChartTable {
  switch (picture.shape) {
    case 'bins':
      return cellsTable(picture, [a, b], write);
    case 'boxes':
      return boxesTable(picture, picture.number === a ? write.a : write.b);
    case 'counts':
      return countsTable(picture, a);
    case 'line':
      return lineTable(picture, picture.number === a ? write.a : write.b);
  }
}

function cellsTable(
  { x, y, cells }: Picture<'bins'>,
  [a, b]: readonly [string, string],
  write: PairWriters,
): ChartTable {
  const edge = ({ from, to, bins }: typeof x, i: number) => from + ((to - from) * i) / bins;
  const rows = cells.map(
    (cell) =>
      [edge(x, cell.x), edge(x, cell.x + 1), edge(y, cell.y), edge(y, cell.y + 1), cell.count] as const,
  );
  return {
    columns: [`${a} from`, `${a} to`, `${b} from`, `${b} to`, 'Rows'].map(figure),
    rows,
    shown: rows.map(([x1, x2, y1, y2, n]) => [write.a(x1), write.a(x2), write.b(y1), write.b(y2), count(n)]),
  };
}

const MARKS = ['Lower whisker', 'Lower quartile', 'Median', 'Upper quartile', 'Upper whisker', 'Mean'];

function boxesTable({ category, boxes }: Picture<'boxes'>, write: (value: number) => string): ChartTable {
  const lines = boxes.map(({ level, rows, mean, box }) => ({
    name: levelName(level),
    rows,
    marks: [box.low, box.lower, box.median, box.upper, box.high, mean],
  }));
  return {
    columns: [text(category), ...MARKS.map(figure), figure('Rows')],
    rows: lines.map(({ name, marks, rows }) => [name, ...marks, rows]),
    shown: lines.map(({ name, marks, rows }) => [name, ...marks.map(write), count(rows)]),
  };
}

function countsTable({ down, across, counts }: Picture<'counts'>, a: string): ChartTable {
  const lines = down.map((level, r) => ({
    name: levelName(level),
    counts: Array.from(counts.subarray(r * across.length, (r + 1) * across.length)),
  }));
  return {
    columns: [text(a), ...across.map((level) => figure(levelName(level)))],
    rows: lines.map((line) => [line.name, ...line.counts]),
    shown: lines.map((line) => [line.name, ...line.counts.map(count)]),
  };
}

function lineTable(line: Picture<'line'>, write: (value: number) => string): ChartTable {
  const { date, starts, unit, rows, sums, means } = line;
  const names = starts.map((start) => periodName(start, unit, starts, true));
  return {
    columns: [text(date), figure('Rows'), figure('Sum'), figure('Mean')],
    rows: names.map((name, i) => [name, rows[i]!, sums[i]!, means[i]!]),
    shown: names.map((name, i) => [
      name,
      count(rows[i]!),
      write(sums[i]!),
      means[i] === null ? '' : write(means[i]!),
    ]),
  };
}
