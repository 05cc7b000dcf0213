import type { SqlValue } from 'sql.js/dist/sql-wasm-browser.js';
import { float64, uint8 } from '../../table/buffers';
import { blockOfTexts } from '../../table/build/block-of-texts';
import { TextBuilder } from '../../table/build/text-builder';
import { BooleanColumn, DateColumn, NumberColumn, type Column } from '../../table/columns';
import type { StoredColumn } from '../stored/stored-table';
import { cellText } from './cell-text';

const DAY_MS = 86_400_000;
const JULIAN_1970 = 2_440_587.5;
/** Julian days of 1900 and of 2100. */
const JULIAN = [2_415_020.5, 2_488_069.5] as const;
/** Seconds from 1980 to 2100, and the same in milliseconds. */
const SECONDS = [315_532_800, 4_102_444_800] as const;

/**
 * One column of a table whose cells may each be of another kind, as SQLite has it. It is judged as a whole: numbers if
 * all are numbers that are exact, else text; bytes alone are left out.
 */
export class ValueColumn {
  #numbers: Float64Array[] = [];
  #texts: TextBuilder | null = null;
  #whole = 0;
  #fractional = 0;
  #other = 0;
  #bytes = 0;

  constructor(
    readonly name: string,
    /** What the table declares, such as `INTEGER` or `DATETIME`; it binds SQLite to nothing. */
    readonly declared: string,
  ) {}

  add(values: readonly SqlValue[]): void {
    for (const value of values) this.#count(value);
    if (this.#other > 0) this.#addTexts(values);
    else this.#numbers.push(Float64Array.from(values, numberOf));
  }

  finish(): StoredColumn {
    const { name } = this;
    if (this.#bytes > 0 && this.#bytes === this.#other && this.#whole + this.#fractional === 0)
      return { name, column: null, as: null };
    if (this.#texts) return { name, column: this.#texts.finish(), as: null };
    const values = joined(this.#numbers);
    return this.#meant(values) ?? { name, column: new NumberColumn(values), as: null };
  }

  #count(value: SqlValue): void {
    if (typeof value === 'bigint' && isExact(value)) this.#whole++;
    else if (typeof value === 'number') this.#fractional++;
    else if (value instanceof Uint8Array) this.#bytes++;
    if (value !== null && typeof value !== 'number' && !(typeof value === 'bigint' && isExact(value)))
      this.#other++;
  }

  #addTexts(values: readonly SqlValue[]): void {
    if (!this.#texts) {
      this.#texts = new TextBuilder();
      for (const piece of this.#numbers.splice(0))
        this.#texts.add(
          blockOfTexts(Array.from(piece, (value) => [value === value ? String(value) : ''])),
          0,
        );
    }
    this.#texts.add(blockOfTexts(values.map((value) => [cellText(value)])), 0);
  }

  /** Numbers that the table declares to be moments or truth values, where all of them can be. */
  #meant(values: Float64Array): StoredColumn | null {
    const { name } = this;
    const all = (fits: (value: number) => boolean) =>
      this.#whole + this.#fractional > 0 && values.every((value) => value !== value || fits(value));
    if (/BOOL/i.test(this.declared) && all((value) => value === 0 || value === 1))
      return { name, column: truth(values), as: null };
    if (!/DATE|TIME/i.test(this.declared)) return null;
    const within = ([least, most]: readonly [number, number], scale: number) =>
      all((value) => value >= least * scale && value < most * scale);
    if (within(JULIAN, 1) && this.#fractional > 0)
      return moments(
        name,
        values.map((value) => Math.round((value - JULIAN_1970) * DAY_MS)),
        'julian',
      );
    if (within(SECONDS, 1))
      return moments(
        name,
        values.map((value) => Math.floor(value * 1000)),
        'unix',
      );
    return within(SECONDS, 1000) ? moments(name, values.map(Math.floor), 'unix') : null;
  }
}

const isExact = (value: bigint): boolean =>
  value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= BigInt(Number.MIN_SAFE_INTEGER);

/** Numbers beyond all bounds (SQLite keeps `9e999`) are missing. */
function numberOf(value: SqlValue): number {
  const number = value === null ? NaN : Number(value);
  return Number.isFinite(number) ? number : NaN;
}

function joined(pieces: Float64Array[]): Float64Array {
  const whole = float64(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces.splice(0)) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function truth(values: Float64Array): BooleanColumn {
  const cells = uint8(values.length);
  for (let row = 0; row < cells.length; row++) cells[row] = values[row] === values[row] ? values[row]! : 2;
  return new BooleanColumn(cells, ['0', '1']);
}

function moments(name: string, values: Float64Array, as: 'unix' | 'julian'): StoredColumn {
  const kept = float64(values.length);
  kept.set(values);
  const column: Column = new DateColumn(
    kept,
    kept.some((ms) => ms === ms && ms % DAY_MS !== 0),
  );
  return { name, column, as };
}
