import { float64, uint32, uint8 } from './buffers';
import { cellsOf, type Cells, type Placed } from './cells';
import type { Dictionary } from './dictionary';

export type Kind = 'number' | 'date' | 'text' | 'boolean';

/** One column: n cells of one kind. `at` gives null for a missing cell. */
interface ColumnBase<K extends Kind, V> extends Iterable<V | null> {
  readonly kind: K;
  readonly length: number;
  at(row: number): V | null;
  /** The cells of the given rows, in that order, as a new column; copied once somebody asks for all of them. */
  take(rows: Uint32Array): Column;
}

export type Column = NumberColumn | DateColumn | TextColumn | BooleanColumn;

function* cells<V>(column: { length: number; at(row: number): V | null }): Generator<V | null> {
  for (let row = 0; row < column.length; row++) yield column.at(row);
}

/** Numbers as 64-bit floats; NaN is a missing cell. Integers are exact to 2^53. */
export class NumberColumn implements ColumnBase<'number', number> {
  readonly kind = 'number';
  readonly #cells: Cells<Float64Array>;
  constructor(values: Float64Array | Cells<Float64Array>) {
    this.#cells = cellsOf(values);
  }
  get values(): Float64Array {
    return this.#cells.all;
  }
  get length(): number {
    return this.#cells.length;
  }
  get placed(): Placed<Float64Array> {
    return this.#cells.placed;
  }
  at(row: number): number | null {
    const value = this.#cells.at(row);
    return value === undefined || Number.isNaN(value) ? null : value;
  }
  take(rows: Uint32Array): NumberColumn {
    return new NumberColumn(this.#cells.take(rows, float64));
  }
  [Symbol.iterator](): Iterator<number | null> {
    return cells(this);
  }
}

/** Wall-clock moments as milliseconds since 1970, written as if UTC and never shifted; NaN is a missing cell. */
export class DateColumn implements ColumnBase<'date', Date> {
  readonly kind = 'date';
  readonly #cells: Cells<Float64Array>;
  constructor(
    values: Float64Array | Cells<Float64Array>,
    /** Whether any cell of the source carried a time of day. */
    readonly hasTime: boolean,
  ) {
    this.#cells = cellsOf(values);
  }
  get values(): Float64Array {
    return this.#cells.all;
  }
  get length(): number {
    return this.#cells.length;
  }
  get placed(): Placed<Float64Array> {
    return this.#cells.placed;
  }
  at(row: number): Date | null {
    const value = this.#cells.at(row);
    return value === undefined || Number.isNaN(value) ? null : new Date(value);
  }
  take(rows: Uint32Array): DateColumn {
    return new DateColumn(this.#cells.take(rows, float64), this.hasTime);
  }
  [Symbol.iterator](): Iterator<Date | null> {
    return cells(this);
  }
}

/** The code of a missing text cell. */
export const MISSING = 0xffffffff;

/** Text as codes into a dictionary of distinct strings. Identifiers are always text. */
export class TextColumn implements ColumnBase<'text', string> {
  readonly kind = 'text';
  readonly #cells: Cells<Uint32Array>;
  constructor(
    codes: Uint32Array | Cells<Uint32Array>,
    readonly dictionary: Dictionary,
  ) {
    this.#cells = cellsOf(codes);
  }
  get codes(): Uint32Array {
    return this.#cells.all;
  }
  get length(): number {
    return this.#cells.length;
  }
  get placed(): Placed<Uint32Array> {
    return this.#cells.placed;
  }
  at(row: number): string | null {
    const code = this.#cells.at(row);
    return code === undefined || code === MISSING ? null : this.dictionary.text(code);
  }
  take(rows: Uint32Array): TextColumn {
    return new TextColumn(this.#cells.take(rows, uint32), this.dictionary);
  }
  [Symbol.iterator](): Iterator<string | null> {
    return cells(this);
  }
}

/** 0 false, 1 true, 2 missing; the spelling of the source is kept. */
export class BooleanColumn implements ColumnBase<'boolean', boolean> {
  readonly kind = 'boolean';
  readonly #cells: Cells<Uint8Array>;
  constructor(
    values: Uint8Array | Cells<Uint8Array>,
    /** How the source wrote false and true, in that order. */
    readonly spelling: readonly [string, string],
  ) {
    this.#cells = cellsOf(values);
  }
  get values(): Uint8Array {
    return this.#cells.all;
  }
  get length(): number {
    return this.#cells.length;
  }
  get placed(): Placed<Uint8Array> {
    return this.#cells.placed;
  }
  at(row: number): boolean | null {
    const value = this.#cells.at(row);
    return value === undefined || value === 2 ? null : value === 1;
  }
  take(rows: Uint32Array): BooleanColumn {
    return new BooleanColumn(this.#cells.take(rows, uint8), this.spelling);
  }
  [Symbol.iterator](): Iterator<boolean | null> {
    return cells(this);
  }
}

/** Whether the cell is missing, without making its value. */
export function isMissing(column: Column, row: number): boolean {
  switch (column.kind) {
    case 'text':
      return column.codes[row] === MISSING;
    case 'boolean':
      return column.values[row] === 2;
    default:
      return Number.isNaN(column.values[row]);
  }
}

/** Cells among which none is missing, where that was found out; what was taken out of them has none either. */
const whole = new WeakSet<ArrayBufferView>();

/** Keeps that no cell of the column is missing. Of what it was taken out of, that says nothing. */
export function rememberWhole(column: Column): void {
  const { values, rows } = column.placed;
  if (!rows) whole.add(values);
}

/** Sets the marks of the missing cells among some rows to 0; returns how many there are. */
export function unmarkMissing(column: Column, marks: Uint8Array, from: number, to: number): number {
  const { values, rows } = column.placed;
  if (whole.has(values)) return 0;
  const blank = column.kind === 'text' ? MISSING : column.kind === 'boolean' ? 2 : NaN;
  let missing = 0;
  for (let row = from; row < to; row++) {
    const value = values[rows ? rows[row]! : row]!;
    if (value !== blank && value === value) continue;
    marks[row] = 0;
    missing++;
  }
  return missing;
}

/** Whether no cell of the column has a value; so is a column without cells. Cells taken out of others are not copied. */
export function isBlank(column: Column): boolean {
  const { values, rows } = column.placed;
  const blank = column.kind === 'text' ? MISSING : column.kind === 'boolean' ? 2 : NaN;
  for (let row = 0; row < column.length; row++) {
    const value = values[rows ? rows[row]! : row]!;
    if (value !== blank && value === value) return false;
  }
  return true;
}

/** How many cells of the column are missing. */
export function countMissing(column: Column): number {
  let count = 0;
  if (column.kind === 'text') {
    const { codes } = column;
    for (let row = 0; row < codes.length; row++) if (codes[row] === MISSING) count++;
    return count;
  }
  const { values } = column;
  const blank = column.kind === 'boolean' ? 2 : NaN;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value === blank || value !== value) count++;
  }
  return count;
}
