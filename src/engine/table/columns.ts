import { float64, uint32, uint8 } from './buffers';
import type { Dictionary } from './dictionary';

export type Kind = 'number' | 'date' | 'text' | 'boolean';

/** One column: n cells of one kind. `at` gives null for a missing cell. */
interface ColumnBase<K extends Kind, V> extends Iterable<V | null> {
  readonly kind: K;
  readonly length: number;
  at(row: number): V | null;
  /** The cells of the given rows, in that order, as a new column. */
  take(rows: Uint32Array): Column;
}

export type Column = NumberColumn | DateColumn | TextColumn | BooleanColumn;

function* cells<V>(column: { length: number; at(row: number): V | null }): Generator<V | null> {
  for (let row = 0; row < column.length; row++) yield column.at(row);
}

function takeFloats(values: Float64Array, rows: Uint32Array): Float64Array {
  const taken = float64(rows.length);
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]!]!;
  return taken;
}

/** Numbers as 64-bit floats; NaN is a missing cell. Integers are exact to 2^53. */
export class NumberColumn implements ColumnBase<'number', number> {
  readonly kind = 'number';
  constructor(readonly values: Float64Array) {}
  get length(): number {
    return this.values.length;
  }
  at(row: number): number | null {
    const value = this.values[row];
    return value === undefined || Number.isNaN(value) ? null : value;
  }
  take(rows: Uint32Array): NumberColumn {
    return new NumberColumn(takeFloats(this.values, rows));
  }
  [Symbol.iterator](): Iterator<number | null> {
    return cells(this);
  }
}

/** Wall-clock moments as milliseconds since 1970, written as if UTC and never shifted; NaN is a missing cell. */
export class DateColumn implements ColumnBase<'date', Date> {
  readonly kind = 'date';
  constructor(
    readonly values: Float64Array,
    /** Whether any cell of the source carried a time of day. */
    readonly hasTime: boolean,
  ) {}
  get length(): number {
    return this.values.length;
  }
  at(row: number): Date | null {
    const value = this.values[row];
    return value === undefined || Number.isNaN(value) ? null : new Date(value);
  }
  take(rows: Uint32Array): DateColumn {
    return new DateColumn(takeFloats(this.values, rows), this.hasTime);
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
  constructor(
    readonly codes: Uint32Array,
    readonly dictionary: Dictionary,
  ) {}
  get length(): number {
    return this.codes.length;
  }
  at(row: number): string | null {
    const code = this.codes[row];
    return code === undefined || code === MISSING ? null : this.dictionary.text(code);
  }
  take(rows: Uint32Array): TextColumn {
    const codes = uint32(rows.length);
    for (let i = 0; i < rows.length; i++) codes[i] = this.codes[rows[i]!]!;
    return new TextColumn(codes, this.dictionary);
  }
  [Symbol.iterator](): Iterator<string | null> {
    return cells(this);
  }
}

/** 0 false, 1 true, 2 missing; the spelling of the source is kept. */
export class BooleanColumn implements ColumnBase<'boolean', boolean> {
  readonly kind = 'boolean';
  constructor(
    readonly values: Uint8Array,
    /** How the source wrote false and true, in that order. */
    readonly spelling: readonly [string, string],
  ) {}
  get length(): number {
    return this.values.length;
  }
  at(row: number): boolean | null {
    const value = this.values[row];
    return value === undefined || value === 2 ? null : value === 1;
  }
  take(rows: Uint32Array): BooleanColumn {
    const values = uint8(rows.length);
    for (let i = 0; i < rows.length; i++) values[i] = this.values[rows[i]!]!;
    return new BooleanColumn(values, this.spelling);
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

/** Whether no cell of the column has a value; so is a column without cells. */
export function isBlank(column: Column): boolean {
  for (let row = 0; row < column.length; row++) if (!isMissing(column, row)) return false;
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
