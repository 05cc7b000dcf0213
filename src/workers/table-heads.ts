import { headOf, type Table } from '../engine/index';
import type { TableHead } from './api';
import { HostWork } from './host-work';

/** What the columns of each table hold; found once. */
export class TableHeads {
  readonly #known = new WeakMap<Table, TableHead>();

  async of(table: Table): Promise<TableHead> {
    const known = this.#known.get(table);
    if (known) return known;
    const columns = await headOf(table, new HostWork(0, null, null));
    const head: TableHead = { rows: table.numRows(), columns };
    this.#known.set(table, head);
    return head;
  }
}
