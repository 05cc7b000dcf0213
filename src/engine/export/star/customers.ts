import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { segmentColumns } from '../../insight/segment-columns';
import { NumberColumn, type Column } from '../../table/columns';
import { metaOf } from '../../table/meta';
import { columnAs, columnNames, columnOf, makeTable, type NamedColumn } from '../../table/table';
import { freeName } from '../columns-of';
import type { MadeColumns } from '../made-columns';
import { dateKeys } from './date-keys';
import { isContact } from './personal';
import type { StarTable } from './star-table';

/**
 * A row for each customer: `customer_key` from 1, what the customer is known by, the segment, and what their own table
 * says unscaled; beside each date its key.
 * @param contacts whether e-mails, phone numbers and names go along
 * @param made what steps made of orders, which the table does not know
 */
export function customersOfStar(
  customers: ColumnTable,
  contacts: boolean,
  made: MadeColumns = new Map(),
): StarTable {
  const labels = segmentColumns(customers);
  if (!labels) throw new EngineError('missing-column', { column: 'segment_id' });
  const { key, sourceRows, origins, units } = metaOf(customers);
  const rows = customers.numRows();
  const taken = new Set(['customer_key', 'segment_id']);
  const pointsTo = new Map([['segment_id', 'segments.segment_id']]);
  const known = new Map<string, string>();
  const about = new Map([['customer_key', 'number of the customer in this star']]);
  const columns: NamedColumn[] = [['customer_key', counting(rows, (row) => row + 1)]];
  const add = (wish: string, column: Column, from?: string) => {
    const name = freeName(wish, taken);
    columns.push([name, column]);
    const unit = from === undefined ? undefined : (units.get(from) ?? made.get(from)?.unit);
    if (unit !== undefined) known.set(name, unit);
    return name;
  };
  if (key === null)
    add(
      'row',
      counting(rows, (row) => (sourceRows?.[row] ?? row) + 1),
    );
  else add(key, columnOf(customers, key));
  columns.push(['segment_id', columnAs(customers, labels.id, 'number')]);
  const ours = new Set<string | undefined>([key ?? undefined, labels.id, labels.name]);
  for (const name of columnNames(customers)) {
    if (ours.has(name) || origins.has(name) || (!contacts && isContact(customers, name))) continue;
    const column = columnOf(customers, name);
    const as = add(name, column, name);
    const { from, holds } = made.get(name) ?? {};
    const said = [holds, from && `made from ${from}`].filter(Boolean).join('; ');
    if (said !== '') about.set(as, said);
    if (column.kind === 'date') pointsTo.set(add(`${name}_key`, dateKeys(column)), 'dates.date_key');
  }
  return { name: 'customers', table: makeTable(columns, { units: known }), about, pointsTo };
}

const counting = (rows: number, value: (row: number) => number): NumberColumn =>
  new NumberColumn(Float64Array.from({ length: rows }, (_, row) => value(row)));
