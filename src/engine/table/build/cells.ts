type Numbers = Float64Array | Uint32Array | Uint8Array;

/** Where to write: cell `i` of a block goes to `array[at + i]`. */
export interface CellRoom<A extends Numbers> {
  array: A;
  at: number;
}

const MOST_CELLS = 1 << 18;

/**
 * The growing cells of one column. They lie in pieces that are joined once at the end; where `reserve` foretold well
 * there is one piece, and nothing is copied.
 */
export class Cells<A extends Numbers> {
  readonly #make: (length: number) => A;
  #full: A[] = [];
  #last: A;
  #used = 0;

  constructor(make: (length: number) => A) {
    this.#make = make;
    this.#last = make(0);
  }

  get length(): number {
    return this.#full.reduce((sum, piece) => sum + piece.length, this.#used);
  }

  /** Makes room for so many more cells at one go. Memory that is never written to costs nothing. */
  reserve(count: number): void {
    if (this.#last.length - this.#used >= count) return;
    this.#close();
    this.#last = this.#make(count);
  }

  /** Room for the next `count` cells, all of which the caller must write. */
  room(count: number): CellRoom<A> {
    if (this.#last.length - this.#used < count) {
      const grown = Math.min(MOST_CELLS, this.length);
      this.#close();
      this.#last = this.#make(Math.max(count, grown));
    }
    const at = this.#used;
    this.#used += count;
    return { array: this.#last, at };
  }

  /** Forgets all cells. */
  clear(): void {
    this.#full = [];
    this.#used = 0;
  }

  /** All cells end to end; the store is empty afterwards. */
  take(): A {
    const last = this.#last.subarray(0, this.#used) as A;
    const pieces = [...this.#full, last];
    const whole = this.#full.length === 0 ? last : joined(pieces, this.#make(this.length));
    this.#full = [];
    this.#last = this.#make(0);
    this.#used = 0;
    return whole;
  }

  #close(): void {
    if (this.#used > 0) this.#full.push(this.#last.subarray(0, this.#used) as A);
    this.#used = 0;
  }
}

function joined<A extends Numbers>(pieces: A[], whole: A): A {
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
