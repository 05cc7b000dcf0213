import { orderBy, rowsEqual, segmentColumns, type Table } from '../engine/index';
import type { RowsQuery } from './api';

/** The rows a query asks for, in their order; the last ones are kept, since pages are asked for one after the other. */
export class RowOrder {
  #last: { key: string; table: Table; rows: Uint32Array } | null = null;

  forget(): void {
    this.#last = null;
  }

  /** Null for all rows in the table's own order. */
  of(table: Table, { only, segment, sort }: RowsQuery): Uint32Array | null {
    if (!only && segment == null && !sort) return null;
    const key = JSON.stringify([only && markOf(only), segment, sort]);
    if (this.#last?.key === key && this.#last.table === table) return this.#last.rows;
    const ids = segmentColumns(table);
    let rows = only ?? null;
    if (segment != null && ids) rows = rowsEqual(table, ids.id, segment);
    if (sort) rows = orderBy(table, rows, sort);
    if (rows) this.#last = { key, table, rows };
    return rows;
  }
}

/** Tells lists of rows apart; each page brings a copy of its own. */
function markOf(rows: Uint32Array): number[] {
  let mark = 0;
  for (const row of rows) mark = Math.imul(mark ^ row, 0x01000193);
  return [rows.length, rows[0] ?? 0, mark];
}
