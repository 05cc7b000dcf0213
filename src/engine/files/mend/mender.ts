import { blockOfTexts } from '../../table/build/block-of-texts';
import type { CellBlock } from '../../table/build/cell-block';
import { textOf } from '../../table/build/cell-bytes';
import { cellTexts, type Marks } from '../sample-records';
import { columnProfiles, isTelling, type ColumnProfile } from './column-profile';
import { fits, LEAST_TELLING, mendRecord } from './mend-record';

const LF = 0x0a;
const CR = 0x0d;
const LEAST_ROWS = 8;
const MOST_COLUMNS = 100;
/** Each try takes a millisecond or so; a file of which more rows are broken is not mended by guessing. */
const MOST_TRIES = 2000;

/**
 * Mends records that have too many or too few cells, or a quote inside a cell that has none around it, so that their
 * cells look like those of the other rows. What cannot be told stays as it is.
 */
export class Mender {
  readonly #profiles: ColumnProfile[];
  readonly #marks: Marks;
  readonly #quote: number;
  #tries = MOST_TRIES;

  private constructor(profiles: ColumnProfile[], marks: Marks) {
    this.#profiles = profiles;
    this.#marks = marks;
    this.#quote = marks.quote === '' ? -1 : marks.quote.charCodeAt(0);
  }

  /** Learns from rows what cells look like; null where too little can be told. */
  static of(rows: readonly (readonly string[])[], width: number, marks: Marks): Mender | null {
    if (width < 2 || width > MOST_COLUMNS || marks.delimiter === 'whitespace' || marks.escape) return null;
    const good = rows.filter((row) => row.length === width);
    if (good.length < LEAST_ROWS || good.length * 2 < rows.length) return null;
    const profiles = columnProfiles(good);
    return profiles.filter(isTelling).length < LEAST_TELLING ? null : new Mender(profiles, marks);
  }

  /**
   * The block with its broken records mended, which it then names in `mended`; the block itself where there are none.
   * To be called before doubled quotes are resolved; `resolve` does that. `from` is the first record of data.
   */
  mend(block: CellBlock, resolve: () => void, from = 0): CellBlock {
    const suspects = this.#suspects(block, from);
    if (suspects.length === 0) {
      resolve();
      return block;
    }
    const raws = suspects.map((row) => rawRecord(block, row, this.#quote));
    resolve();
    const mended: { row: number; text: string; cells: string[] }[] = [];
    suspects.forEach((row, at) => {
      const text = raws[at]!;
      if (/[\r\n]/.test(text) || this.#tries <= 0 || fits(cellsOf(block, row), this.#profiles)) return;
      this.#tries--;
      const cells = mendRecord(text, this.#marks, this.#profiles);
      if (cells) mended.push({ row, text, cells });
    });
    return mended.length === 0 ? block : withRecords(block, mended);
  }

  #suspects(block: CellBlock, from: number): number[] {
    const rows: number[] = [];
    for (let row = from; row < block.rows; row++) {
      const cells = block.offsets[row + 1]! - block.offsets[row]!;
      if (cells !== this.#profiles.length || this.#hasStrayQuote(block, row)) rows.push(row);
    }
    return rows;
  }

  #hasStrayQuote({ bytes, starts, ends, offsets }: CellBlock, row: number): boolean {
    const quote = this.#quote;
    for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++) {
      if (bytes[starts[cell]! - 1] === quote) continue;
      for (let at = starts[cell]!; at < ends[cell]!; at++) if (bytes[at] === quote) return true;
    }
    return false;
  }
}

/** A record as it stands in the file. */
function rawRecord({ bytes, starts, ends, offsets }: CellBlock, row: number, quote: number): string {
  let start = starts[offsets[row]!]!;
  if (start > 0 && bytes[start - 1] === quote) start--;
  let end = ends[offsets[row + 1]! - 1]!;
  while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++;
  return textOf(bytes, start, end);
}

function cellsOf({ bytes, starts, ends, offsets }: CellBlock, row: number): string[] {
  const cells: string[] = [];
  for (let cell = offsets[row]!; cell < offsets[row + 1]!; cell++)
    cells.push(textOf(bytes, starts[cell]!, ends[cell]!));
  return cells;
}

function withRecords(
  block: CellBlock,
  mended: readonly { row: number; text: string; cells: string[] }[],
): CellBlock {
  const records = cellTexts(block);
  for (const { row, cells } of mended) records[row] = cells;
  const made = blockOfTexts(records);
  made.firstRow = block.firstRow;
  made.unclosed = block.unclosed;
  made.comments = block.comments;
  made.mended = mended.map(({ row, text }) => ({ row, text }));
  return made;
}
