import type { ColumnTable } from 'arquero';
import type { ColumnReading, ReadResult } from '../files/read-report';
import type { Contract } from '../recipe/contract';
import type { RecipeSource, RecipeStep } from '../recipe/schema';
import { dateFromText } from '../steps/parts/date-from-text';
import { MISSING, type Column } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnNames, columnOf } from '../table/table';
import { dateOrder } from './date-order';
import { misfits } from './text-numbers';

/** What a person's own steps made of the table as read. */
export interface Prepared {
  table: ColumnTable;
  steps: readonly RecipeStep[];
  /** Where there are several files: all of them in the order of the sources, and the one table made of them. */
  files?: { reads: readonly ReadResult[]; table: ColumnTable };
  /** The first file as the recipe keeps it, as far as that is known. */
  source?: RecipeSource | undefined;
  /** What the table as read held. */
  contract?: Contract | undefined;
  /** The same of the other files, in the order of the sources from the second. */
  otherContracts?: readonly (Contract | undefined)[];
}

/**
 * A file as it stands after steps of the person's own: the table they gave, and a report that speaks of it. What was
 * said of a column that they changed or made is dropped; row numbers stay those of the file.
 */
export function preparedRead({ table: before, report }: ReadResult, table: ColumnTable): ReadResult {
  const known = new Map(report.columns.map((reading) => [reading.name, reading]));
  const there = new Set(columnNames(before));
  const { sourceRows } = metaOf(table);
  const columns = columnNames(table).map((name): ColumnReading => {
    const column = columnOf(table, name);
    const reading = known.get(name);
    const was = there.has(name) ? columnOf(before, name) : null;
    const unit = metaOf(table).units.get(name);
    if (!reading || !was) return { ...plainReading(name, column), ...(unit && { unit }) };
    if (!isSame(was, column, sourceRows))
      return { ...(unit && { unit }), ...changedReading(reading, was, column) };
    return {
      ...reading,
      stoppers: sourceRows
        ? stillThere(reading, column, sourceRows, report.options.decimal)
        : reading.stoppers,
    };
  });
  return { table, report: { ...report, rows: table.totalRows(), columns } };
}

/** Whether the column holds cells of the other one, rows having gone at most. */
function isSame(was: Column, is: Column, sourceRows: Uint32Array | null): boolean {
  if (was === is) return true;
  if (was.kind !== is.kind || !sourceRows) return false;
  return was.kind === 'text' && is.kind === 'text' ? was.dictionary === is.dictionary : was.kind !== 'text';
}

/** Other cells of one kind are still written and counted in one way: `$`, `DD/MM/YYYY`. */
function changedReading(reading: ColumnReading, was: Column, is: Column): ColumnReading {
  const plain = plainReading(reading.name, is);
  if (was.kind !== is.kind || is.kind === 'text') return plain;
  const { format, unit, ambiguous } = reading;
  return { ...plain, format, ambiguous, ...(unit !== undefined && { unit }) };
}

const plainReading = (name: string, { kind }: Column): ColumnReading => ({
  name,
  kind,
  format: null,
  ambiguous: false,
  stoppers: null,
  identifier: null,
});

/** The cells that stood in the way and are still there. */
function stillThere(
  reading: ColumnReading,
  column: Column,
  sourceRows: Uint32Array,
  decimal: '.' | ',',
): ColumnReading['stoppers'] {
  const { stoppers } = reading;
  if (!stoppers || column.kind !== 'text') return null;
  const here = new Set(sourceRows);
  const first = stoppers.first.filter(({ row }) => here.has(row - 1));
  if (stoppers.kind === 'number') {
    const count = misfits(column, decimal).count;
    return first.length === 0 || count === 0
      ? null
      : { ...stoppers, count: Math.min(count, stoppers.count), first };
  }
  const order = dateOrder(reading);
  let count = 0;
  for (const code of column.codes)
    if (code !== MISSING && Number.isNaN(dateFromText(column.dictionary.text(code), order))) count++;
  return first.length === 0 ? null : { ...stoppers, count: Math.min(count, stoppers.count), first };
}
