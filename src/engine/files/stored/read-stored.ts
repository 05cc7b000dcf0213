import { EngineError } from '../../errors';
import { TextColumn, type DateColumn } from '../../table/columns';
import { makeTable, type NamedColumn } from '../../table/table';
import type { Work } from '../../work';
import { marksFor, readingOf } from '../finish-reading';
import { headerNames } from '../header-names';
import type { ReadChoice } from '../read-delimited';
import type { ReadOptions } from '../read-options';
import type { ColumnReading, ReadReport, ReadResult } from '../read-report';
import type { ByteSource } from '../source';
import { marksAmongCodes, withoutMarks } from '../text-marks';
import { settleColumns, type Settled } from './settle-columns';
import type { StoredColumn, StoredTable } from './stored-table';

/** How rows of such a file are written where they are labelled; files have no separator of their own. */
const AS_WRITTEN = { encoding: 'utf-8', delimiter: ',', quote: '"', skip: 0, header: true } as const;

/**
 * Makes the table and the report of what was stored: texts get the kind they have throughout, as in a delimited file.
 * @throws EngineError `header-only` where it has no rows, `unreadable-file` (reason `no-columns`); Stopped
 */
export async function readStored(
  source: ByteSource,
  stored: StoredTable,
  choice: ReadChoice,
  work: Work,
): Promise<ReadResult> {
  const { rows, format, codecs, chosen } = stored;
  const details = { file: source.name, ...(chosen && { table: chosen.name }), format };
  const shown = stored.columns.filter(({ column }) => column !== null);
  const bytes = stored.columns.filter(({ column }) => column === null);
  if (shown.length === 0) throw new EngineError('unreadable-file', { ...details, reason: 'no-columns' });
  if (rows === 0) throw new EngineError('header-only', details);
  const { names, renamed } = headerNames(
    shown.map(({ name }) => name),
    shown.length,
  );
  const met = new Map<string, number>();
  const settled = await settleColumns(
    names,
    shown.map(({ column }) => column!),
    choice,
    work,
  );
  const marks = choice.options?.missing ?? settled.flatMap(marksOf);
  const missing = [...new Set(marks)];
  const finished = settled.map((one) => cleaned(one, missing));
  for (const { met: marks } of finished)
    for (const [mark, times] of marks) met.set(mark, (met.get(mark) ?? 0) + times);
  const columns = finished.map(({ column }, at): NamedColumn => [names[at]!, column]);
  const options: ReadOptions = { ...AS_WRITTEN, decimal: choice.options?.decimal ?? '.', missing };
  const report: ReadReport = {
    name: source.name,
    bytes: source.size,
    rows,
    options: chosen ? { ...options, sheet: chosen.name } : options,
    ...(chosen && { sheet: { format: 'sqlite' as const, ...chosen, errors: 0 } }),
    stored: {
      format,
      codecs,
      rewritten: shown.flatMap(({ as }, at) => (as === null ? [] : [{ column: names[at]!, as }])),
      ...(stored.wal && { wal: true }),
      ...(stored.faults && { faults: stored.faults }),
      leftOut: [...stored.leftOut, ...bytes.map(({ name }) => ({ column: name, reason: 'binary' }))],
    },
    missingMarks: [...met].map(([mark, count]) => ({ mark, count })),
    columns: columns.map(([name, column], at) =>
      columnReading(name, column, settled[at]!, shown[at]!, finished[at]!.met),
    ),
    ragged: null,
    unclosedQuote: null,
    renamed,
  };
  return { table: makeTable(columns), report };
}

/** Spellings of missing cells in one column. */
function marksOf({ column, fill }: Settled): readonly string[] {
  if (column instanceof TextColumn) return marksAmongCodes(column);
  return fill && 'marks' in fill.builder ? [...fill.builder.marks.keys()] : [];
}

/** The column without the spellings of missing cells, and those that were met. */
function cleaned({ column, fill }: Settled, missing: readonly string[]) {
  if (column instanceof TextColumn) return withoutMarks(column, fill ? marksFor(fill, missing) : missing);
  const met: ReadonlyMap<string, number> = fill && 'marks' in fill.builder ? fill.builder.marks : new Map();
  return { column, met };
}

function columnReading(
  name: string,
  column: NamedColumn[1],
  { fill }: Settled,
  { as }: StoredColumn,
  met: ReadonlyMap<string, number>,
): ColumnReading {
  if (fill) return readingOf(name, column, fill, met);
  const format = column.kind === 'date' ? dateFormat(column, as === 'utc') : null;
  return { name, kind: column.kind, format, ambiguous: false, stoppers: null, identifier: null };
}

const dateFormat = ({ hasTime }: DateColumn, utc: boolean): string =>
  `YYYY-MM-DD${hasTime ? ` HH:mm:ss${utc ? 'Z' : ''}` : ''}`;
