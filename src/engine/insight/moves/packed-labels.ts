import { packCells, packTable, unpackTable, type PackedTable } from '../../table/packed';
import { columnOf, makeTable } from '../../table/table';
import type { LabelledCustomers } from './labelled-customers';

/** Labelled customers as plain data in memory of their own, for storing. */
export interface PackedLabels {
  key: string;
  names: readonly string[];
  table: PackedTable;
  cells: readonly Uint8Array[];
  segments: Uint8Array;
  worth: Float64Array | null;
}

const COLUMN = 'customer';

/** The same customers for storing; nothing is shared with the table they come from. */
export function packLabels({ key, customers, names, segments, worth }: LabelledCustomers): PackedLabels {
  return {
    key,
    names,
    table: packTable(makeTable([[COLUMN, customers]])),
    // Not `slice`, which gives shared memory for shared memory; that cannot be stored.
    cells: packCells(customers).map((bytes) => new Uint8Array(bytes)),
    segments: new Uint8Array(segments),
    worth: worth && new Float64Array(worth),
  };
}

/** The customers that were stored. */
export const unpackLabels = ({ table, cells, ...rest }: PackedLabels): LabelledCustomers => ({
  key: rest.key,
  names: rest.names,
  segments: rest.segments,
  worth: rest.worth,
  customers: columnOf(unpackTable(table, [cells]), COLUMN),
});
