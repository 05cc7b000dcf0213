import type { ColumnTable } from 'arquero';
import { addedLabels, customerList, listedColumns, type LabelledList } from '../insight/labelled';
import type { Segmentation } from '../insight/segmentation';
import { columnNames } from '../table/table';

/** A column that a customer list can hold. */
export interface OfferedColumn {
  /** What it is called in the file. */
  name: string;
  /** Whether the list holds it where nothing is chosen. */
  usual: boolean;
  /** Whether it says which segment a row is in, so that the file itself did not have it. */
  added?: true;
}

/** Everything a customer list can say: the usual columns in their order, then the others of the customer table. */
export function offeredColumns(
  customers: ColumnTable,
  segmentation: Segmentation,
  source: readonly string[],
): OfferedColumn[] {
  const usual = customerList(customers, listedColumns(segmentation), source).columns;
  const names = new Set(usual.map(({ name }) => name));
  const taken = new Set(usual.map(({ as }) => as));
  return [
    ...usual.map(({ as }) => ({ name: as, usual: true })),
    ...columnNames(customers)
      .filter((name) => !names.has(name) && !taken.has(name))
      .map((name) => ({ name, usual: false })),
  ];
}

/** Everything a labelled row can say: the columns of the file, then the labels. */
export function offeredForRows(rows: ColumnTable, customers: ColumnTable): OfferedColumn[] {
  const names = columnNames(rows);
  const added = addedLabels(names, customers);
  return [
    ...names.map((name) => ({ name, usual: true })),
    ...added.map(({ name }) => ({ name, usual: true, added: true as const })),
  ];
}

/**
 * The customer list with the columns chosen, by their names in the file; those that are usual where none are.
 * @param segments only customers of these segment ids; all when absent.
 */
export function chosenList(
  customers: ColumnTable,
  segmentation: Segmentation,
  source: readonly string[],
  choice: { columns?: readonly string[] | undefined; segments?: readonly number[] | undefined },
): LabelledList {
  const list = customerList(customers, listedColumns(segmentation), source, choice.segments);
  if (!choice.columns) return list;
  const wanted = new Set(choice.columns);
  const usual = list.columns.filter(({ as }) => wanted.has(as));
  const known = new Set(list.columns.flatMap(({ name, as }) => [name, as]));
  const others = columnNames(customers).filter((name) => wanted.has(name) && !known.has(name));
  return { ...list, columns: [...usual, ...others.map((name) => ({ name, as: name }))] };
}
