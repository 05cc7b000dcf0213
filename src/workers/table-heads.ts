import { headOf, type Table, type Work } from '../engine/index';
import type { TableHead } from './api';
import { untilIdle } from './at-work';
import { HostWork } from './host-work';

/** Longest that a head gives way to what a person waits for. */
const PATIENCE_MS = 1_000;

/** Work that goes on while nobody waits for anything else. */
function besides(): Work {
  const work = new HostWork(0, null, null);
  const late = work.now() + PATIENCE_MS;
  return {
    now: () => work.now(),
    breathe: () => {
      const rest = work.breathe();
      return rest && rest.then(() => untilIdle(late));
    },
  };
}

/** What the columns of each table hold; found once. */
export class TableHeads {
  readonly #known = new WeakMap<Table, TableHead>();

  async of(table: Table): Promise<TableHead> {
    const known = this.#known.get(table);
    if (known) return known;
    const columns = await headOf(table, besides());
    const head: TableHead = { rows: table.numRows(), columns };
    this.#known.set(table, head);
    return head;
  }
}
