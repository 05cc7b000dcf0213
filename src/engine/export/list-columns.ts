import type { ColumnTable } from 'arquero';
import { addedLabels, customerList, listedColumns, type LabelledList } from '../insight/labelled';
import type { Segmentation } from '../insight/segmentation';
import type { Column } from '../table/columns';
import { columnNames, withColumns } from '../table/table';
import type { Work } from '../work';
import { freeName } from './columns-of';
import { ofNewestOrder, type Contacts } from './profiles/contacts';

/** A column that a customer list can hold. */
export interface OfferedColumn {
  /** What it is called in the file. */
  name: string;
  /** Whether the list holds it where nothing is chosen. */
  usual: boolean;
  /** Whether it says which segment a row is in, so that the file itself did not have it. */
  added?: true;
  /** Whether a table before the customers has it. */
  before?: true;
}

/** A column that customers did not take along when they were made of orders. */
export interface ColumnBefore {
  column: string;
  /** What it is called in the file: of orders `Email (newest order)`. */
  as: string;
}

/**
 * The columns of the tables customers were made from that their own table lacks: of orders each says what a customer's
 * newest one with a value says.
 */
export function columnsBefore(contacts: Contacts): ColumnBefore[] {
  const all = contacts.columns();
  const taken = new Set(columnNames(contacts.customers).map((name) => name.toLowerCase()));
  return all
    .filter(({ of }) => of !== 'customers')
    .map(({ name, of }) => {
      const as = freeName(of === 'orders' ? ofNewestOrder(name) : name, taken);
      return { column: name, as };
    });
}

/** The customers with those of the columns before that are chosen, under their names in the file. @throws Stopped */
export async function withColumnsBefore(
  customers: ColumnTable,
  contacts: Contacts,
  chosen: readonly string[] | undefined,
  work: Work,
): Promise<ColumnTable> {
  const wanted = columnsBefore(contacts).filter(({ as }) => chosen?.includes(as));
  const added: [string, Column][] = [];
  for (const { column, as } of wanted) {
    const cells = await contacts.column(column, work);
    if (cells) added.push([as, cells]);
  }
  return added.length === 0 ? customers : withColumns(customers, added);
}

/**
 * Everything a customer list can say: the usual columns in their order, then the others of the customer table, then
 * those of the tables before it.
 */
export function offeredColumns(
  customers: ColumnTable,
  segmentation: Segmentation,
  source: readonly string[],
  contacts?: Contacts,
): OfferedColumn[] {
  const usual = customerList(customers, listedColumns(segmentation), source).columns;
  const names = new Set(usual.map(({ name }) => name));
  const taken = new Set(usual.map(({ as }) => as));
  return [
    ...usual.map(({ as }) => ({ name: as, usual: true })),
    ...columnNames(customers)
      .filter((name) => !names.has(name) && !taken.has(name))
      .map((name) => ({ name, usual: false })),
    ...(contacts ? columnsBefore(contacts) : [])
      .filter(({ as }) => !taken.has(as))
      .map(({ as }) => ({ name: as, usual: false, before: true as const })),
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
