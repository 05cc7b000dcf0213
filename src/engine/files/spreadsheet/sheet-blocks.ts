import type { SheetBlock } from './sheet-block';

/** What a cell holds, as far as it tells names of columns from values. */
export const TEXT = 1;
export const VALUE = 2;
export const ERROR = 3;

const MOST_TABLES = 200;
const HEADER_ROWS = 4;
const HEADER_FILLED = 0.6;
const DENSE = 0.8;

/** A stretch of rows without an empty row between, one run of filled columns of it. */
interface Segment extends SheetBlock {
  /** First row in which two of its columns are filled. */
  begins: number;
  headed: boolean;
}

/**
 * Follows which cells of a sheet are filled, row by row, and finds the tables on it: blocks of at least two rows and
 * two columns with empty rows or columns around. Rows behind a gap go on with the table above unless they begin with
 * names of their own or stand beside it; columns behind a gap belong to the table beside unless they begin in another
 * row or end far above.
 */
export class SheetBlocks {
  /** Everything filled, whichever table it is of. */
  readonly whole: SheetBlock = emptyBlock();
  readonly #tables: SheetBlock[] = [];
  #tooMany = false;
  #row = -1;
  #bandFrom = 0;
  #columns = 0;
  #counts = new Int32Array(64);
  #errors = new Int32Array(64);
  #first = new Int32Array(64);
  #last = new Int32Array(64);
  #kinds = new Uint8Array(64 * HEADER_ROWS);
  #hidden = 0;

  /** Begins a row that holds something. */
  row(row: number, hidden: boolean): void {
    if (row > this.#row + 1 || this.#row < 0) {
      this.#closeBand();
      this.#bandFrom = row;
    }
    this.#row = row;
    this.whole.rows++;
    this.whole.toRow = row + 1;
    if (!hidden) return;
    this.#hidden++;
    this.whole.hiddenRows++;
  }

  /** A filled cell of that row. */
  cell(column: number, kind: number): void {
    if (column >= this.#counts.length) this.#grow(column);
    if (column >= this.#columns) this.#columns = column + 1;
    if (this.#counts[column]!++ === 0) this.#first[column] = this.#row;
    this.#last[column] = this.#row;
    if (kind === ERROR) this.#errors[column]!++;
    const line = this.#row - this.#bandFrom;
    if (line < HEADER_ROWS) this.#kinds[column * HEADER_ROWS + line] = kind;
  }

  /** The tables of the sheet, top to bottom; none where there is only one, or too many to tell apart. */
  finish(): readonly SheetBlock[] {
    this.#closeBand();
    const { whole } = this;
    if (whole.toColumn === 0) whole.fromColumn = 0;
    const tables = apart(this.#tables.filter((one) => isTable(one)));
    return this.#tooMany || tables.length < 2 ? [] : tables;
  }

  #closeBand(): void {
    const { whole } = this;
    for (const segment of this.#segments()) {
      whole.cells += segment.cells;
      whole.errors += segment.errors;
      whole.fromRow = Math.min(whole.fromRow, segment.fromRow);
      whole.fromColumn = Math.min(whole.fromColumn, segment.fromColumn);
      whole.toColumn = Math.max(whole.toColumn, segment.toColumn);
      this.#place(segment);
    }
    this.#counts.fill(0, 0, this.#columns);
    this.#errors.fill(0, 0, this.#columns);
    this.#kinds.fill(0, 0, this.#columns * HEADER_ROWS);
    this.#columns = 0;
    this.#hidden = 0;
  }

  /** Puts a segment to the table it goes on with, or makes it one of its own. */
  #place(segment: Segment): void {
    if (this.#tooMany) return;
    const above = this.#tables
      .filter((table) => table.fromColumn < segment.toColumn && segment.fromColumn < table.toColumn)
      .at(-1);
    if (above && isTable(above) && !segment.headed) return extend(above, segment);
    this.#tables.push({ ...segment });
    this.#tooMany = this.#tables.length > MOST_TABLES;
  }

  #segments(): Segment[] {
    const segments: Segment[] = [];
    for (let column = 0; column < this.#columns; column++) {
      if (this.#counts[column] === 0) continue;
      let to = column;
      while (to < this.#columns && this.#counts[to]! > 0) to++;
      const segment = this.#segment(column, to);
      const beside = segments.at(-1);
      if (beside && !standApart(beside, segment))
        segments[segments.length - 1] = this.#segment(beside.fromColumn, to);
      else segments.push(segment);
      column = to;
    }
    return segments;
  }

  #segment(fromColumn: number, toColumn: number): Segment {
    const filled = this.#counts.subarray(fromColumn, toColumn);
    const begun = [...this.#first.subarray(fromColumn, toColumn)]
      .filter((_, at) => filled[at]! > 0)
      .sort((a, b) => a - b);
    const ends = [...this.#last.subarray(fromColumn, toColumn)].filter((_, at) => filled[at]! > 0);
    const errors = sum(this.#errors.subarray(fromColumn, toColumn));
    const [fromRow, toRow] = [begun[0]!, ends.reduce((most, end) => Math.max(most, end), 0) + 1];
    return {
      fromRow,
      toRow,
      fromColumn,
      toColumn,
      rows: toRow - fromRow,
      cells: sum(filled) - errors,
      errors,
      hiddenRows: this.#hidden,
      begins: begun[1] ?? fromRow,
      headed: this.#isHeaded(fromColumn, toColumn),
    };
  }

  /** Whether the band begins with a row of words, and at most three rows of words stand over the first values. */
  #isHeaded(fromColumn: number, toColumn: number): boolean {
    for (let row = 0; row < HEADER_ROWS; row++) {
      let words = 0;
      for (let column = fromColumn; column < toColumn; column++) {
        const kind = this.#kinds[column * HEADER_ROWS + row]!;
        if (kind === TEXT) words++;
        else if (kind !== 0) return row > 0;
      }
      if (row === 0 && (words < 2 || words < (toColumn - fromColumn) * HEADER_FILLED)) return false;
    }
    return false;
  }

  #grow(column: number): void {
    const size = Math.max(column + 1, this.#counts.length * 2);
    const grown = (old: Int32Array) => {
      const larger = new Int32Array(size);
      larger.set(old);
      return larger;
    };
    this.#counts = grown(this.#counts);
    this.#errors = grown(this.#errors);
    this.#first = grown(this.#first);
    this.#last = grown(this.#last);
    const kinds = new Uint8Array(size * HEADER_ROWS);
    kinds.set(this.#kinds);
    this.#kinds = kinds;
  }
}

const emptyBlock = (): SheetBlock => ({
  fromRow: Infinity,
  toRow: 0,
  fromColumn: Infinity,
  toColumn: 0,
  rows: 0,
  cells: 0,
  errors: 0,
  hiddenRows: 0,
});

const sum = (numbers: Int32Array): number => numbers.reduce((total, one) => total + one, 0);

const isTable = ({ fromRow, toRow, fromColumn, toColumn }: SheetBlock): boolean =>
  toRow - fromRow >= 2 && toColumn - fromColumn >= 2;

function standApart(left: Segment, right: Segment): boolean {
  if (!isTable(left) || !isTable(right)) return false;
  if (left.begins !== right.begins) return true;
  const [less, more] = left.toRow <= right.toRow ? [left, right] : [right, left];
  const height = less.toRow - less.begins;
  const filled = less.cells + less.errors;
  return (
    height * 2 < more.toRow - more.begins && filled >= height * (less.toColumn - less.fromColumn) * DENSE
  );
}

/** Tables whose rectangles meet are one. */
function apart(tables: readonly SheetBlock[]): SheetBlock[] {
  const found: SheetBlock[] = [];
  for (const one of tables) {
    const table = { ...one };
    // Growing, a table may reach others.
    for (let at = found.findIndex((other) => meet(table, other)); at >= 0;) {
      extend(table, found[at]!);
      found.splice(at, 1);
      at = found.findIndex((other) => meet(table, other));
    }
    found.push(table);
  }
  return found;
}

const meet = (a: SheetBlock, b: SheetBlock): boolean =>
  a.fromRow < b.toRow && b.fromRow < a.toRow && a.fromColumn < b.toColumn && b.fromColumn < a.toColumn;

function extend(table: SheetBlock, more: SheetBlock): void {
  table.fromRow = Math.min(table.fromRow, more.fromRow);
  table.toRow = Math.max(table.toRow, more.toRow);
  table.fromColumn = Math.min(table.fromColumn, more.fromColumn);
  table.toColumn = Math.max(table.toColumn, more.toColumn);
  table.rows += more.rows;
  table.cells += more.cells;
  table.errors += more.errors;
  table.hiddenRows += more.hiddenRows;
}
