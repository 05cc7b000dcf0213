import type { RowsPage } from '../../workers/api';
import type { Cell } from './table-cells';

export interface Span {
  from: number;
  to: number;
}
export interface PageQuery {
  from: number;
  count: number;
  columns: string[];
}
export type FetchRows = (query: PageQuery) => Promise<RowsPage | null>;

const MORE_ROWS = 60;
const MORE_COLUMNS = 6;

/** The window of rows at hand. Asks for the next one before it is needed; late answers are dropped. */
export class TablePages {
  #page = $state.raw<RowsPage | null>(null);
  #cells = $derived(new Map(this.#page?.columns.map(({ name, cells }) => [name, cells])));
  #asked: { key: string; busy: boolean } = { key: '', busy: false };
  #next: (() => void) | null = null;
  #age = 0;

  constructor(
    private readonly fetch: () => FetchRows,
    private readonly names: () => readonly string[],
  ) {}

  get page(): RowsPage | null {
    return this.#page;
  }

  /** Whether rows and columns of the spans are all at hand. */
  covers(rows: Span, columns: Span, total: number): boolean {
    const page = this.#page;
    if (!page) return false;
    const end = page.from + page.rows.length;
    const last = Math.min(rows.to, total);
    const inside = rows.from >= last || (rows.from >= page.from && last <= end);
    return (
      inside &&
      this.names()
        .slice(columns.from, columns.to)
        .every((name) => this.#cells.has(name))
    );
  }

  cell(column: string, row: number): Cell {
    return this.#page ? (this.#cells.get(column)?.[row - this.#page.from] ?? null) : null;
  }

  cells(column: string): readonly Cell[] {
    return this.#cells.get(column) ?? [];
  }

  /** Makes sure the spans, and some more on all sides, are at hand or on their way. */
  want(rows: Span, columns: Span, total: number): void {
    const near = {
      from: Math.max(rows.from - MORE_ROWS / 2, 0),
      to: Math.min(rows.to + MORE_ROWS / 2, total),
    };
    if (this.covers(near, columns, total)) return;
    const from = Math.max(rows.from - MORE_ROWS, 0);
    const query = {
      from,
      count: Math.min(rows.to + MORE_ROWS, total) - from,
      columns: this.names().slice(Math.max(columns.from - MORE_COLUMNS, 0), columns.to + MORE_COLUMNS),
    };
    const key = JSON.stringify(query);
    if (key === this.#asked.key) return;
    if (this.#asked.busy) this.#next = () => this.want(rows, columns, total);
    else void this.#ask(query, key);
  }

  /** Another table, order or filter: what is at hand stays on screen until the first new page arrives. */
  renew(): void {
    this.#age++;
    this.#asked = { key: '', busy: false };
    this.#next = null;
  }

  /** Nothing is at hand any more, such as when the columns are others. */
  clear(): void {
    this.renew();
    this.#page = null;
  }

  async #ask(query: PageQuery, key: string): Promise<void> {
    const age = this.#age;
    this.#asked = { key, busy: true };
    const page = await this.fetch()(query);
    if (age !== this.#age) return;
    this.#asked.busy = false;
    if (page) this.#page = page;
    const next = this.#next;
    this.#next = null;
    next?.();
  }
}
