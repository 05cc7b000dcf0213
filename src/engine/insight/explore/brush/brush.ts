import type { ColumnTable } from 'arquero';
import type { Work } from '../../../work';
import { brushColumns, type BrushCard, type BrushColumn } from './brush-columns';
import { toldOf, type Told } from './told';

/** Which bars of a column are chosen, counted as `barsIn` counts them. Columns not named choose nothing. */
export interface BarChoice {
  column: string;
  bars: readonly number[];
}
export type Selection = readonly BarChoice[];

/** What a selection leaves. */
export interface Brushed {
  /** Rows that meet all choices, and all there are. */
  selected: number;
  rows: number;
  /** For each bar its rows that meet the choices of all *other* columns. */
  counts: readonly { column: string; counts: Uint32Array }[];
}

/** The fewer of two: rows that are selected, or rows that are not. */
export interface Side {
  selected: boolean;
  rows: Uint32Array;
}

/** Columns of a table made ready for selections. Cards without a picture are left out. */
export async function brushFor(table: ColumnTable, cards: readonly BrushCard[], work: Work): Promise<Brush> {
  return new Brush(await brushColumns(table, cards, work), table.numRows());
}

/**
 * Linked selections over the columns of a table. Of each row it keeps how many choices the row fails, so a move of one
 * choice touches one column; then only the rows that came in or went out are counted anew, or the smaller side, where
 * that is less. Counts are those of a plain filter, whatever was chosen before.
 */
export class Brush {
  readonly #columns: readonly BrushColumn[];
  readonly #failed: Uint8Array;
  /** For each column with a choice: 1 for the codes that fail it. */
  readonly #fails = new Map<string, Uint8Array>();
  /** Rows by bar that meet all choices, per column. */
  readonly #inside: Uint32Array[];
  /** The same without the choice of the column itself; known as long as no other choice changes. */
  readonly #without = new Map<string, Uint32Array>();
  /** Room for rows: those that came in from the front, those that went out from the back. */
  readonly #rows: Uint32Array;
  #selected: number;
  #side: Side | null = null;

  constructor(columns: readonly BrushColumn[], rows: number) {
    this.#columns = columns;
    this.#failed = new Uint8Array(rows);
    this.#rows = new Uint32Array(rows);
    this.#inside = columns.map(({ whole }) => whole.slice());
    this.#selected = rows;
  }

  /** Takes the selection in place of the one before. A column without a chosen bar, or unknown, chooses nothing. */
  select(selection: Selection): Brushed {
    for (const column of this.#columns) {
      const bars = selection.find(({ column: name }) => name === column.name)?.bars ?? [];
      this.#choose(column, bars.length > 0 ? failing(column.bars, bars) : null);
    }
    return {
      selected: this.#selected,
      rows: this.#failed.length,
      counts: this.#columns.map((column, at) => ({
        column: column.name,
        counts: this.#countsOf(column, at).slice(0, column.bars),
      })),
    };
  }

  /** What is different among the selected of other columns than those chosen by, the strongest first; identifiers aside. */
  tell(): readonly Told[] {
    const free = this.#columns.flatMap((column, at) =>
      this.#fails.has(column.name) || column.identifier ? [] : [{ column, counts: this.#inside[at]! }],
    );
    return this.#fails.size === 0 || this.#selected === 0 ? [] : toldOf(free, this.#smallerSide());
  }

  #choose({ name, codes }: BrushColumn, next: Uint8Array | null): void {
    const before = this.#fails.get(name) ?? null;
    if (!before && !next) return;
    if (next) this.#fails.set(name, next);
    else this.#fails.delete(name);
    const change = Int8Array.from(next ?? before!, (_, code) => (next?.[code] ?? 0) - (before?.[code] ?? 0));
    if (change.every((by) => by === 0)) return;
    const own = this.#without.get(name);
    this.#without.clear();
    if (own) this.#without.set(name, own);
    const { came, went } = this.#move(codes, change);
    this.#selected += came.length - went.length;
    const rest = this.#failed.length - this.#selected;
    if (came.length + went.length <= Math.min(this.#selected, rest)) this.#adjust(came, went);
    else this.#recount();
  }

  /** Adds up what fails anew; the rows that are selected now and were not before, and the other way round. */
  #move(codes: BrushColumn['codes'], change: Int8Array): { came: Uint32Array; went: Uint32Array } {
    const [failed, rows] = [this.#failed, this.#rows];
    this.#side = null;
    let came = 0;
    let went = rows.length;
    for (let row = 0; row < failed.length; row++) {
      const by = change[codes[row]!]!;
      if (by === 0) continue;
      const before = failed[row]!;
      failed[row] = before + by;
      if (before === 0) rows[--went] = row;
      else if (before + by === 0) rows[came++] = row;
    }
    return { came: rows.subarray(0, came), went: rows.subarray(went) };
  }

  #adjust(came: Uint32Array, went: Uint32Array): void {
    this.#columns.forEach(({ codes }, at) => {
      const counts = this.#inside[at]!;
      for (let i = 0; i < came.length; i++) counts[codes[came[i]!]!]!++;
      for (let i = 0; i < went.length; i++) counts[codes[went[i]!]!]!--;
    });
  }

  #recount(): void {
    const { selected, rows } = this.#smallerSide();
    this.#columns.forEach(({ codes, whole }, at) => {
      const counts = this.#inside[at]!.fill(0);
      for (let i = 0; i < rows.length; i++) counts[codes[rows[i]!]!]!++;
      if (!selected) whole.forEach((count, bar) => (counts[bar] = count - counts[bar]!));
    });
  }

  #smallerSide(): Side {
    if (this.#side) return this.#side;
    const [failed, rows] = [this.#failed, this.#rows];
    const selected = this.#selected * 2 <= failed.length;
    let count = 0;
    if (selected) {
      for (let row = 0; row < failed.length; row++) if (failed[row] === 0) rows[count++] = row;
    } else for (let row = 0; row < failed.length; row++) if (failed[row] !== 0) rows[count++] = row;
    return (this.#side = { selected, rows: rows.subarray(0, count) });
  }

  #countsOf({ name, codes, bars, whole }: BrushColumn, at: number): Uint32Array {
    const fails = this.#fails.get(name);
    if (!fails) return this.#inside[at]!;
    if (this.#fails.size === 1) return whole;
    const known = this.#without.get(name);
    if (known) return known;
    const failed = this.#failed;
    const counts = new Uint32Array(bars + 1);
    // Rows that fail no choice but perhaps this one.
    for (let row = 0; row < failed.length; row++) {
      const code = codes[row]!;
      if (failed[row] === fails[code]) counts[code]!++;
    }
    this.#without.set(name, counts);
    return counts;
  }
}

function failing(bars: number, chosen: readonly number[]): Uint8Array {
  const fails = new Uint8Array(bars + 1).fill(1);
  for (const bar of chosen) if (bar >= 0 && bar < bars) fails[bar] = 0;
  return fails;
}
