import type { ColumnReading, ReadReport, ReadResult } from '../files/read-report';
import { columnNames, columnOf } from '../table/table';
import type { Prepared } from './prepared-read';

/** What was said of a column in one file, and how many rows of the one table stand before that file's. */
interface Said {
  reading: ColumnReading;
  before: number;
  rows: number;
}

const FIRST = 5;

/**
 * Several files as one that was read: rows and columns are those of the one table, the way of reading that of the first
 * file, what was met in the cells that of all.
 */
export function combinedRead(reads: readonly ReadResult[], { files, steps }: Prepared): ReadResult {
  const { table } = files!;
  const reports = reads.map(({ report }) => report);
  const joined = steps.filter(({ op }) => op === 'join').length;
  const appended = reports.slice(0, reads.length - joined);
  const said = new Map<string, Said[]>();
  let before = 0;
  for (const [i, { columns, rows }] of reports.entries()) {
    for (const reading of columns)
      said.set(reading.name, [...(said.get(reading.name) ?? []), { reading, before, rows }]);
    if (i < appended.length) before += rows;
  }
  const report: ReadReport = {
    ...reports[0]!,
    files: appended.map(({ name, rows, options }) => ({ name, rows, options })),
    bytes: reports.reduce((sum, { bytes }) => sum + bytes, 0),
    rows: table.numRows(),
    columns: columnNames(table).map((name) =>
      readingOf(name, columnOf(table, name).kind, said.get(name) ?? []),
    ),
    missingMarks: marksOf(reports),
  };
  return { table, report };
}

function readingOf(name: string, kind: ColumnReading['kind'], all: readonly Said[]): ColumnReading {
  const same = all.filter(({ reading }) => reading.kind === kind);
  const [first] = same;
  if (!first) return { name, kind, format: null, ambiguous: false, stoppers: null, identifier: null };
  return {
    ...first.reading,
    ...unitsOf(same),
    ambiguous: same.every(({ reading }) => reading.ambiguous),
    stoppers: stoppersOf(same),
    identifier: same.find(({ reading }) => reading.identifier !== null)?.reading.identifier ?? null,
  };
}

/** What the column is counted in, where the files agree; a file that says nothing speaks against none. */
function unitsOf(same: readonly Said[]): Pick<ColumnReading, 'unit' | 'units'> {
  const rows = new Map<string, number>();
  for (const { reading, rows: count } of same)
    if (reading.unit) rows.set(reading.unit, (rows.get(reading.unit) ?? 0) + count);
  const units = [...rows].map(([unit, count]) => ({ unit, rows: count })).sort((a, b) => b.rows - a.rows);
  return units.length > 1 ? { unit: null, units } : { unit: units[0]?.unit ?? null };
}

/** The cells that stand in the way in all files, by their rows in the one table. */
function stoppersOf(all: readonly Said[]): ColumnReading['stoppers'] {
  const found = all.flatMap(({ reading: { stoppers }, before }) =>
    stoppers ? [{ ...stoppers, before }] : [],
  );
  const [first] = found;
  if (!first) return null;
  const like = found.filter(({ kind }) => kind === first.kind);
  return {
    kind: first.kind,
    count: like.reduce((sum, { count }) => sum + count, 0),
    first: like
      .flatMap(({ first: cells, before }) => cells.map(({ row, value }) => ({ row: row + before, value })))
      .slice(0, FIRST),
  };
}

function marksOf(reports: readonly ReadReport[]): ReadReport['missingMarks'] {
  const counts = new Map<string, number>();
  for (const { missingMarks } of reports)
    for (const { mark, count } of missingMarks) counts.set(mark, (counts.get(mark) ?? 0) + count);
  return [...counts].map(([mark, count]) => ({ mark, count }));
}
