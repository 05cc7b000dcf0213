import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import type { AddedColumns, PlacedCells } from '../files/added-columns';
import { isMissing, MISSING, NumberColumn, type Column } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnAs, keep, withColumns } from '../table/table';
import { customerRows } from './customer-rows';
import { actionCells, actionColumn } from './segment-actions';
import { labelColumns, probabilityColumn } from '../steps/segment/label-columns';
import { segmentColumns } from './segment-columns';
import type { Segmentation } from './segmentation';

export interface LabelledList {
  table: ColumnTable;
  columns: { name: string; as: string }[];
}

/** What a customer list says of each beside key and segment: what was grouped by, scores of the map, who they are. */
export const listedColumns = ({ features, kept = [], map }: Segmentation): string[] => [
  ...features.map(({ column }) => column),
  ...kept,
  ...(map?.scores ?? []),
];

/**
 * The customer list: the key, the unscaled features and the columns taken along, the two labels and, where some were
 * written, what is to be done with the segments; one row per customer.
 * Customers of a file without a key are known by `row`, their 1-based row in it.
 * @param features unscaled columns and those taken along; written in the order of the table.
 * @param source the columns of the file the customers came from, whose names the labels must not take.
 * @param segments only customers of these segment ids; all when absent.
 */
export function customerList(
  customers: ColumnTable,
  features: readonly string[],
  source: readonly string[],
  segments?: readonly number[],
): LabelledList {
  const whole = listOf(customers, features, source);
  return segments ? { ...whole, table: keep(whole.table, inSegments(customers, segments)) } : whole;
}

/** Marks of the customers who are in one of the segments, 1 or 0. @throws EngineError `missing-column` */
export function inSegments(customers: ColumnTable, segments: readonly number[]): Uint8Array {
  const labels = segmentColumns(customers);
  if (!labels) throw new EngineError('missing-column', { column: 'segment_id' });
  const wanted = new Set(segments);
  return Uint8Array.from(columnAs(customers, labels.id, 'number').values, (id) => Number(wanted.has(id)));
}

function listOf(
  customers: ColumnTable,
  features: readonly string[],
  source: readonly string[],
): LabelledList & { id: string } {
  const { key, sourceRows } = metaOf(customers);
  const labels = segmentColumns(customers);
  if (!labels) throw new EngineError('missing-column', { column: 'segment_id' });
  const as = labelColumns(source);
  const rest = [
    ...inTableOrder(customers, features)
      .filter((name) => name !== key)
      .map((name) => ({ name, as: name })),
    { name: labels.id, as: as.id },
    { name: labels.name, as: as.name },
    ...(labels.probability === undefined
      ? []
      : [{ name: labels.probability, as: probabilityColumn(source) }]),
  ];
  const { id } = labels;
  const table = withActions(customers, source, rest);
  if (key !== null) return { id, table, columns: [{ name: key, as: key }, ...rest] };
  const row = Float64Array.from({ length: customers.numRows() }, (_, at) => (sourceRows?.[at] ?? at) + 1);
  const name = freeName(customers, 'row');
  return {
    id,
    table: withColumns(table, [[name, new NumberColumn(row)]]),
    columns: [{ name, as: name }, ...rest],
  };
}

/** With what is to be done with each customer's segment as one more column, where some was written. */
function withActions(
  customers: ColumnTable,
  source: readonly string[],
  columns: LabelledList['columns'],
): ColumnTable {
  const cells = actionCells(customers);
  if (!cells) return customers;
  const name = freeName(customers, 'action');
  columns.push({ name, as: actionColumn(source) });
  return withColumns(customers, [[name, cells]]);
}

function inTableOrder(table: ColumnTable, names: readonly string[]): string[] {
  const wanted = new Set(names);
  return table.columnNames().filter((name) => wanted.has(name));
}

function freeName(table: ColumnTable, wish: string): string {
  const names = new Set(table.columnNames());
  let name = wish;
  for (let n = 2; names.has(name); n++) name = `${wish}_${n}`;
  return name;
}

/**
 * The labels for every row of the source, blank where the row's customer is in no segment.
 * Orders are labelled by customer, whatever happened to the row itself.
 */
export function sourceLabels(source: ColumnTable, customers: ColumnTable): SourceLabels {
  const added = addedLabels(source.columnNames(), customers);
  const ids = added[0]!.cells;
  const rows = customerRows(source, customers).map((at) =>
    at === MISSING || isMissing(ids, at) ? MISSING : at,
  );
  return {
    names: added.map(({ name }) => name),
    cell: (row, column) => {
      const at = rows[row] ?? MISSING;
      return at === MISSING ? '' : String(added[column]?.cells.at(at) ?? '');
    },
    placed: { columns: added.map(({ cells }) => cells), rows },
  };
}

/**
 * The columns that say of each customer which segment it is in, under names that none of those taken has.
 * @throws EngineError `missing-column`
 */
export function addedLabels(
  taken: readonly string[],
  customers: ColumnTable,
): { name: string; cells: Column }[] {
  const labels = segmentColumns(customers);
  if (!labels) throw new EngineError('missing-column', { column: 'segment_id' });
  const as = labelColumns(taken);
  const { id, name, probability } = labels;
  const actions = actionCells(customers);
  return [
    { name: as.id, cells: columnAs(customers, id, 'number') },
    { name: as.name, cells: columnAs(customers, name, 'text') },
    ...(probability === undefined
      ? []
      : [{ name: probabilityColumn(taken), cells: columnAs(customers, probability, 'number') }]),
    ...(actions ? [{ name: actionColumn(taken), cells: actions }] : []),
  ];
}

/** The columns added to each row of a source; `placed.rows` are the rows of the customers. */
export interface SourceLabels extends AddedColumns {
  placed: PlacedCells;
}
