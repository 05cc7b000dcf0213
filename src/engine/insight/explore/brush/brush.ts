import type { ColumnTable } from 'arquero';
import { columnOf } from '../../../table/table';
import type { Work } from '../../../work';
import type { ColumnOverview } from '../overview-of';
import { barCodes, type BarCodes } from './bar-codes';
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
  /** What is different among the selected, the strongest first. */
  told: readonly Told[];
}

/** A column with its bars, and the numbers behind them. */
export interface BrushColumn extends BarCodes {
  name: string;
  shape: ColumnOverview['picture']['shape'];
  /** Of a number column. */
  values: Float64Array | null;
  /** Rows of each bar, and at the end the blanks. */
  whole: Uint32Array;
  /** Of all its numbers. */
  moments: { count: number; mean: number; squares: number } | null;
}

/** Reads each column once into bars: one byte a row and column (two where there are more than 255 bars). */
export async function brushFor(
  table: ColumnTable,
  cards: readonly Pick<ColumnOverview, 'name' | 'picture'>[],
  work: Work,
): Promise<Brush> {
  const columns: BrushColumn[] = [];
  for (const { name, picture } of cards) {
    if (picture.shape === 'none') continue;
    const column = columnOf(table, name);
    const coded = await barCodes(column, picture, work);
    const values = column.kind === 'number' ? column.values : null;
    columns.push({
      name,
      shape: picture.shape,
      ...coded,
      values,
      whole: wholeOf(coded),
      moments: values && momentsOf(values),
    });
  }
  return new Brush(columns, table.numRows());
}

function wholeOf({ codes, bars }: BarCodes): Uint32Array {
  const counts = new Uint32Array(bars + 1);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  return counts;
}

function momentsOf(values: Float64Array): BrushColumn['moments'] {
  let [count, sum] = [0, 0];
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value !== value) continue;
    count++;
    sum += value;
  }
  const mean = count > 0 ? sum / count : 0;
  let squares = 0;
  for (let row = 0; row < values.length; row++) {
    const from = values[row]! - mean;
    if (from === from) squares += from * from;
  }
  return { count, mean, squares };
}

/**
 * Linked selections over the columns of a table. Of each row it keeps how many choices the row fails, so that a move of
 * one choice touches one column, and rows are then counted from the smaller side: those selected, or those not.
 */
export class Brush {
  readonly #columns: readonly BrushColumn[];
  readonly #failed: Uint8Array;
  readonly #rows: Uint32Array;
  /** For each column with a choice: 1 for the codes that fail it. */
  readonly #fails = new Map<string, Uint8Array>();

  constructor(columns: readonly BrushColumn[], rows: number) {
    this.#columns = columns;
    this.#failed = new Uint8Array(rows);
    this.#rows = new Uint32Array(rows);
  }

  /** Takes the selection in place of the one before. A column without a chosen bar, or unknown, chooses nothing. */
  select(selection: Selection): Brushed {
    for (const column of this.#columns) {
      const bars = selection.find(({ column: name }) => name === column.name)?.bars ?? [];
      this.#choose(column, bars.length > 0 ? failing(column.bars, bars) : null);
    }
    const side = this.#smallerSide();
    const counts = this.#columns.map((column) => ({ column, counts: this.#countsOf(column, side) }));
    const selected = side.selected ? side.rows.length : this.#failed.length - side.rows.length;
    const free = counts.filter(({ column }) => !this.#fails.has(column.name));
    return {
      selected,
      rows: this.#failed.length,
      counts: counts.map(({ column, counts: own }) => ({
        column: column.name,
        counts: own.subarray(0, column.bars),
      })),
      told: this.#fails.size === 0 ? [] : toldOf(free, selected, side),
    };
  }

  #choose({ name, codes }: BrushColumn, next: Uint8Array | null): void {
    const before = this.#fails.get(name) ?? null;
    if (next) this.#fails.set(name, next);
    else this.#fails.delete(name);
    if (!before && !next) return;
    const change = Int8Array.from(next ?? before!, (_, code) => (next?.[code] ?? 0) - (before?.[code] ?? 0));
    if (change.every((by) => by === 0)) return;
    const failed = this.#failed;
    for (let row = 0; row < failed.length; row++) failed[row]! += change[codes[row]!]!;
  }

  #smallerSide(): Side {
    const failed = this.#failed;
    const rows = this.#rows;
    let passing = 0;
    for (let row = 0; row < failed.length; row++) passing += failed[row] === 0 ? 1 : 0;
    const selected = passing * 2 <= failed.length;
    let count = 0;
    for (let row = 0; row < failed.length; row++) {
      rows[count] = row;
      count += (failed[row] === 0) === selected ? 1 : 0;
    }
    return { selected, rows: rows.subarray(0, count) };
  }

  #countsOf(column: BrushColumn, side: Side): Uint32Array {
    const fails = this.#fails.get(column.name);
    if (!fails) return fromSide(column, side);
    return this.#fails.size === 1 ? column.whole.slice() : this.#withoutOwn(column, fails);
  }

  /** Rows that fail no choice but that of the column itself. */
  #withoutOwn({ codes, bars }: BrushColumn, fails: Uint8Array): Uint32Array {
    const failed = this.#failed;
    const counts = new Uint32Array(bars + 1);
    for (let row = 0; row < failed.length; row++) {
      const code = codes[row]!;
      counts[code]! += failed[row] === fails[code] ? 1 : 0;
    }
    return counts;
  }
}

/** The fewer of two: rows that are selected, or rows that are not. */
export interface Side {
  selected: boolean;
  rows: Uint32Array;
}

function failing(bars: number, chosen: readonly number[]): Uint8Array {
  const fails = new Uint8Array(bars + 1).fill(1);
  for (const bar of chosen) if (bar >= 0 && bar < bars) fails[bar] = 0;
  return fails;
}

function fromSide({ codes, bars, whole }: BrushColumn, { selected, rows }: Side): Uint32Array {
  const counts = new Uint32Array(bars + 1);
  for (let i = 0; i < rows.length; i++) counts[codes[rows[i]!]!]!++;
  return selected ? counts : whole.map((count, bar) => count - counts[bar]!);
}
