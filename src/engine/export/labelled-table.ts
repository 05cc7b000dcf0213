import type { ColumnTable } from 'arquero';
import { inSegments, sourceLabels } from '../insight/labelled';
import { MISSING } from '../table/columns';
import { takeOrBlank } from '../table/take-or-blank';
import { keep, withColumns } from '../table/table';

/**
 * The rows of a file as a table, cells with their kinds, with the labels of each row's customer behind; blank where
 * the customer is in no segment.
 * @param segments only rows of customers of these segment ids; all when absent.
 * @throws EngineError `missing-column`
 */
export function labelledTable(
  source: ColumnTable,
  customers: ColumnTable,
  segments?: readonly number[],
): ColumnTable {
  const { names, placed } = sourceLabels(source, customers);
  const labels = placed.columns.map((column, at) => [names[at]!, takeOrBlank(column, placed.rows)] as const);
  const table = withColumns(source, labels);
  if (!segments) return table;
  const marks = inSegments(customers, segments);
  return keep(
    table,
    Uint8Array.from(placed.rows, (at) => (at === MISSING ? 0 : marks[at]!)),
  );
}
