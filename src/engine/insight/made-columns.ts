import * as v from 'valibot';
import { renameColumns } from '../steps/rename-columns';
import { columnNames } from '../table/table';
import type { ReadResult } from '../files/read-report';
import { areCustomersMade } from './customers-made';
import type { Prepared } from './prepared-read';

/**
 * The columns that steps of the person's own made beside those of the file, whatever these are called now. None where
 * the steps made customers of orders: there all columns are as much the table's own.
 * @param whole the file as read, or the one table of several files
 */
export function madeColumns(whole: ReadResult, prepared: Prepared | null): ReadonlySet<string> {
  if (!prepared || areCustomersMade(prepared)) return new Set();
  let ofFile = columnNames(whole.table);
  for (const { op, enabled, params } of prepared.steps) {
    if (!enabled || op !== renameColumns.op) continue;
    const names = new Map(v.parse(renameColumns.params, params).names.map(({ column, as }) => [column, as]));
    ofFile = ofFile.map((name) => names.get(name) ?? name);
  }
  return new Set(columnNames(prepared.table).filter((name) => !ofFile.includes(name)));
}
