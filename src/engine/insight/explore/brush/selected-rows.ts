import type { Rising } from '../../../stats/rising';
import type { BarCodes } from './bar-codes';

/** The fewer of two: rows that are selected, or rows that are not. */
export interface Side {
  selected: boolean;
  rows: Uint32Array;
}

/** What a choice asks of each row: codes, and 1 for those that fail it. */
export interface ChoiceTest {
  codes: BarCodes['codes'];
  fails: Uint8Array;
}

/** How many choices each row fails; rows that fail none are selected. */
export class SelectedRows {
  readonly #failed: Uint8Array;
  /** Room for rows: those that came in from the front, those that went out from the back. */
  readonly #room: Uint32Array;
  #count: number;
  #side: Side | null = null;

  constructor(rows: number) {
    this.#failed = new Uint8Array(rows);
    this.#room = new Uint32Array(rows);
    this.#count = rows;
  }

  get count(): number {
    return this.#count;
  }
  get all(): number {
    return this.#failed.length;
  }

  /** How many choices each row fails, as of now. */
  failing(): Uint8Array {
    return this.#failed.slice();
  }

  /** Those that fail no choice, rising. */
  selectedRows(): Uint32Array {
    const [failed, rows] = [this.#failed, new Uint32Array(this.#count)];
    for (let row = 0, at = 0; row < failed.length; row++) if (failed[row] === 0) rows[at++] = row;
    return rows;
  }

  /** Puts a choice in place of another, null for none; gives the rows that came in and those that went out. */
  replace(before: ChoiceTest | null, next: ChoiceTest | null): { came: Uint32Array; went: Uint32Array } {
    const old = before ?? passing(next);
    const now = next ?? passing(before);
    const [failed, room] = [this.#failed, this.#room];
    const [oldCodes, oldFails, codes, fails] = [old.codes, old.fails, now.codes, now.fails];
    this.#side = null;
    let came = 0;
    let went = room.length;
    for (let row = 0; row < failed.length; row++) {
      const by = fails[codes[row]!]! - oldFails[oldCodes[row]!]!;
      if (by === 0) continue;
      const was = failed[row]!;
      failed[row] = was + by;
      if (was === 0) room[--went] = row;
      else if (was + by === 0) room[came++] = row;
    }
    this.#count += came - (room.length - went);
    return { came: room.subarray(0, came), went: room.subarray(went) };
  }

  /** Known until the next choice is replaced. */
  smallerSide(): Side {
    if (this.#side) return this.#side;
    const [failed, room] = [this.#failed, this.#room];
    const selected = this.#count * 2 <= failed.length;
    let count = 0;
    if (selected) {
      for (let row = 0; row < failed.length; row++) if (failed[row] === 0) room[count++] = row;
    } else for (let row = 0; row < failed.length; row++) if (failed[row] !== 0) room[count++] = row;
    return (this.#side = { selected, rows: room.subarray(0, count) });
  }

  /** Counts the selected rows of each bar into `counts`, by whichever side is smaller. */
  countInto(counts: Uint32Array, { codes, whole }: { codes: BarCodes['codes']; whole: Uint32Array }): void {
    const { selected, rows } = this.smallerSide();
    counts.fill(0);
    for (let i = 0; i < rows.length; i++) counts[codes[rows[i]!]!]!++;
    if (!selected) whole.forEach((count, bar) => (counts[bar] = count - counts[bar]!));
  }

  /** Sums of the selected rows of each bar, blanks last. */
  sumsIn({ codes, bars }: BarCodes, values: Float64Array): Float64Array {
    const [failed, sums] = [this.#failed, new Float64Array(bars + 1)];
    for (let row = 0; row < failed.length; row++) if (failed[row] === 0) sums[codes[row]!]! += values[row]!;
    return sums;
  }

  /** Those of rising values whose rows are selected; they rise too. */
  among({ values, rows }: Rising): Float64Array {
    const failed = this.#failed;
    const left = new Float64Array(values.length);
    let count = 0;
    for (let i = 0; i < rows.length; i++) if (failed[rows[i]!] === 0) left[count++] = values[i]!;
    return left.subarray(0, count);
  }

  /** For each row whose code is wanted, 1 where it is selected. */
  marksWithin(codes: BarCodes['codes'], wanted: Uint8Array): Uint32Array {
    const marks: number[] = [];
    for (let row = 0; row < codes.length; row++)
      if (wanted[codes[row]!] === 1) marks.push(Number(this.#failed[row] === 0));
    return Uint32Array.from(marks);
  }
}

/** A test over the same codes that every row passes. */
const passing = (other: ChoiceTest | null): ChoiceTest => ({
  codes: other!.codes,
  fails: new Uint8Array(other!.fails.length),
});
