import { untrack } from 'svelte';
import type { ColumnHead, TableHead } from '../../workers/api';
import {
  blanks,
  cellText,
  decimalsFor,
  groupsFor,
  kindAndRole,
  tabSeparated,
  type Cell,
} from './table-cells';
import { columnsSeen, columnWidth, edges, filled, textWidth } from './table-columns';
import { TablePages, type FetchRows, type Span } from './table-pages.svelte';
import { broughtIntoView, rowsTop, scrollFor, scrollHeight } from './table-scroll';
import type { Place } from './table-selection.svelte';

export const ROW = 32;
export const HEAD = 96;
const SETTLED_MS = 150;
const MOST_COPIED = 10_000;
/** What a drawn cell, such as one with a badge, needs beside its text; it may be wider than others. */
const DRAWN_EXTRA = 32;
const WIDEST_DRAWN = 264;

export interface TableShape {
  head: TableHead;
  rows: number;
  heads: readonly ColumnHead[];
  nameOf: (column: ColumnHead) => string;
  drawn: readonly string[];
  fetch: FetchRows;
  /** Anything that tells that the rows are others now. */
  renewed: unknown;
}
interface Corner {
  top: number;
  left: number;
}

/** Which part of a table is on screen, how wide its columns are and what its cells say. Knows no HTML but the scroller. */
export class TableView {
  width = $state(0);
  height = $state(0);
  element = $state<HTMLElement>();
  #place = $state.raw<Corner>({ top: 0, left: 0 });
  #scroll = 0;
  #settle: ReturnType<typeof setTimeout> | undefined;
  #widest = $state.raw<ReadonlyMap<string, number>>(new Map());
  #lastShown: Corner = { top: 0, left: 0 };
  readonly #shape: () => TableShape;
  readonly pages: TablePages;

  constructor(shape: () => TableShape) {
    this.#shape = shape;
    this.pages = new TablePages(
      () => shape().fetch,
      () => this.#names,
    );
    $effect(() => {
      void shape().renewed;
      untrack(() => this.pages.renew());
    });
    $effect(() => {
      void this.#names.join('\0');
      untrack(() => {
        this.pages.clear();
        this.#widest = new Map();
      });
    });
    $effect(() => {
      void shape().renewed;
      if (this.width === 0) return;
      const wanted = this.#windowAt(this.#place);
      const { rows } = shape();
      untrack(() => this.pages.want(wanted.rows, wanted.columns, rows));
    });
    $effect(() => {
      if (this.pages.page && this.#widest.size === 0) this.#widest = this.#measure();
    });
  }

  readonly #names = $derived.by(() => this.#shape().heads.map(({ name }) => name));
  readonly #extent = $derived.by(() => ({
    full: this.#shape().rows * ROW,
    seen: Math.max(this.height - HEAD, ROW),
  }));
  readonly widths = $derived.by(() => {
    const { head, heads, nameOf, drawn } = this.#shape();
    const natural = heads.map((column) => {
      const words = [nameOf(column), kindAndRole(column), blanks(column, head.rows)];
      const most = drawn.includes(column.name) ? WIDEST_DRAWN : undefined;
      return columnWidth(column, words, this.#widest.get(column.name) ?? null, most);
    });
    return filled(natural, this.width);
  });
  readonly lefts = $derived(edges(this.widths));
  readonly fullWidth = $derived(this.lefts.at(-1) ?? 0);
  readonly scrollHeight = $derived(scrollHeight(this.#extent) + HEAD);
  readonly rowsPerPage = $derived(Math.max(Math.floor(this.#extent.seen / ROW) - 1, 1));
  readonly #print = $derived.by(() => {
    const { heads } = this.#shape();
    return new Map(
      heads.map(({ name, unit = null }) => {
        const cells = this.pages.cells(name);
        return [name, { decimals: decimalsFor(cells, unit), grouped: groupsFor(cells) }];
      }),
    );
  });

  /** Rows on screen stay until those scrolled to are here: nothing ever flashes blank. */
  readonly shown = $derived.by(() => {
    const wanted = this.#windowAt(this.#place);
    if (this.pages.covers(wanted.rows, wanted.columns, this.#shape().rows)) this.#lastShown = this.#place;
    const seen = this.#windowAt(this.#lastShown);
    return { ...this.#lastShown, ...(this.pages.page ? seen : { ...seen, rows: { from: 0, to: 0 } }) };
  });

  #windowAt({ top, left }: Corner): { rows: Span; columns: Span } {
    const { rows } = this.#shape();
    const to = Math.min(Math.ceil((top + this.#extent.seen) / ROW), rows);
    return { rows: { from: Math.floor(top / ROW), to }, columns: columnsSeen(this.lefts, left, this.width) };
  }

  text(column: ColumnHead, row: number): string {
    return this.#printed(column, this.pages.cell(column.name, row));
  }

  #printed(column: ColumnHead, cell: Cell): string {
    const { decimals = 0, grouped = false } = this.#print.get(column.name) ?? {};
    return cellText(column, cell, decimals, grouped);
  }

  #measure(): Map<string, number> {
    const { heads, drawn } = this.#shape();
    const measured = new Map<string, number>();
    for (const column of heads) {
      const cells = this.pages.cells(column.name);
      const widths = cells.map((cell) => textWidth(this.#printed(column, cell)));
      const extra = drawn.includes(column.name) ? DRAWN_EXTRA : 0;
      if (cells.length > 0) measured.set(column.name, Math.max(...widths) + extra);
    }
    return measured;
  }

  scrolled(): void {
    if (!this.element) return;
    const { scrollTop, scrollLeft } = this.element;
    const top = rowsTop(this.#extent, { top: this.#place.top, scroll: this.#scroll }, scrollTop);
    this.#scroll = scrollTop;
    this.#place = { top, left: scrollLeft };
    clearTimeout(this.#settle);
    this.#settle = setTimeout(() => this.#align(), SETTLED_MS);
  }

  /** The thumb goes where the rows are, once a scroll has come to rest. */
  #align(): void {
    if (!this.element) return;
    const at = Math.round(scrollFor(this.#extent, this.#place.top));
    if (Math.abs(this.element.scrollTop - at) < 1) return;
    this.#scroll = at;
    this.element.scrollTop = at;
  }

  reveal({ row, column }: Place): void {
    const top =
      row < 0
        ? this.#place.top
        : broughtIntoView(this.#place.top, this.#extent.seen, row * ROW, row * ROW + ROW);
    const [start, end] = [this.lefts[column] ?? 0, this.lefts[column + 1] ?? 0];
    const left = broughtIntoView(this.#place.left, this.width, start, end);
    this.#place = { top, left };
    if (this.element) this.element.scrollLeft = left;
    this.#align();
  }

  /** Puts a block of cells, rows and columns included to their ends, on the clipboard; gives how many cells. */
  async copy(block: { top: number; bottom: number; left: number; right: number }): Promise<number> {
    const { heads, fetch } = this.#shape();
    const count = Math.min(block.bottom - block.top + 1, MOST_COPIED);
    const chosen = heads.slice(block.left, block.right + 1);
    const page = await fetch({ from: block.top, count, columns: chosen.map(({ name }) => name) });
    if (!page) return 0;
    const byName = new Map(page.columns.map(({ name, cells }) => [name, cells]));
    const columns = chosen.map(({ name }) => byName.get(name) ?? []);
    await navigator.clipboard.writeText(tabSeparated(chosen, columns));
    return page.rows.length * chosen.length;
  }
}
