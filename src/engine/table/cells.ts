type Numbers = Float64Array | Uint32Array | Uint8Array;

/** Cells and where they stand: `values[rows[i]]` is cell i; without `rows` it is `values[i]`. */
export interface Placed<A extends Numbers> {
  values: A;
  rows: Uint32Array | null;
}

/**
 * The cells of a column: there, or to be taken out of others once all of them are asked for. So steps that drop rows
 * one after the other copy a column once, and never one that nobody looks at.
 */
export class Cells<A extends Numbers> {
  #values: A;
  #rows: Uint32Array | null;
  readonly #room: (length: number) => A;

  constructor(values: A, rows: Uint32Array | null, room: (length: number) => A) {
    this.#values = values;
    this.#rows = rows;
    this.#room = room;
  }

  get length(): number {
    return (this.#rows ?? this.#values).length;
  }

  get placed(): Placed<A> {
    return { values: this.#values, rows: this.#rows };
  }

  get all(): A {
    if (this.#rows) this.#copy(this.#rows);
    return this.#values;
  }

  at(row: number): number | undefined {
    return this.#values[this.#rows ? (this.#rows[row] ?? -1) : row];
  }

  take(rows: Uint32Array, room: (length: number) => A): Cells<A> {
    return new Cells(this.#values, this.#rows ? rowsOf(this.#rows, rows) : rows, room);
  }

  #copy(rows: Uint32Array): void {
    const from = this.#values;
    const to = this.#room(rows.length);
    for (let i = 0; i < rows.length; i++) to[i] = from[rows[i]!]!;
    this.#values = to;
    this.#rows = null;
  }
}

const none = (): never => {
  throw new Error('cells that are there need no room');
};

export const cellsOf = <A extends Numbers>(cells: A | Cells<A>): Cells<A> =>
  cells instanceof Cells ? cells : new Cells<A>(cells, null, none);

/** What was last put together for rows: all columns of a table ask for the same. */
const found = new WeakMap<Uint32Array, { before: Uint32Array; rows: Uint32Array }>();

/** The rows of rows: entry i is `before[rows[i]]`. */
export function rowsOf(before: Uint32Array, rows: Uint32Array): Uint32Array {
  const known = found.get(rows);
  if (known?.before === before) return known.rows;
  const both = new Uint32Array(rows.length);
  for (let i = 0; i < rows.length; i++) both[i] = before[rows[i]!]!;
  found.set(rows, { before, rows: both });
  return both;
}
