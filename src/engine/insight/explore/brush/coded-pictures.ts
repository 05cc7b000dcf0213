import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../../steps/parts/blocks';
import { columnOf } from '../../../table/table';
import type { Work } from '../../../work';
import { barCodes, type BarCodes } from './bar-codes';
import { barsIn, type BrushPicture } from './bars';

/** One axis of a picture: a column, and what it is drawn in. */
export interface LookAxis {
  column: string;
  of: BrushPicture;
}

/**
 * A picture that is looked at: along one column, or of two with a cell for each bar of the first and each of the second;
 * with `points` each row between the edges of both by itself, with `money` what the rows bring. `blanks`: the patterns of
 * blanks, as `missingPatterns` has them.
 */
export type Look = AxesLook | readonly [LookAxis, 'money'] | readonly ['blanks'];
export type AxesLook =
  | readonly [LookAxis]
  | readonly [LookAxis, LookAxis]
  | readonly [LookAxis, LookAxis, 'points'];

/** A picture read into codes, and the rows of each bar; those of blanks last. */
export interface CodedPicture {
  bars: number;
  codes: BarCodes['codes'];
  whole: Uint32Array;
}

/** As many as are looked at or chosen in at once; what was not asked for longest goes first. */
const MOST = 12;

/** Pictures other than those of the cards, each read once into the bar that each row is part of. */
export class CodedPictures {
  readonly #table: ColumnTable;
  readonly #known = new Map<string, CodedPicture>();

  constructor(table: ColumnTable) {
    this.#table = table;
  }

  /** Whether a picture has been read. */
  has([one, other]: AxesLook): boolean {
    return this.#known.has(keyOf(one, other));
  }

  /** @throws EngineError `missing-column`, Stopped */
  async of([one, other]: AxesLook, work: Work): Promise<CodedPicture> {
    const key = keyOf(one, other);
    const known = this.#known.get(key) ?? (await this.#read(one, other, work));
    this.#known.delete(key);
    this.#known.set(key, known);
    const [oldest] = this.#known.keys();
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    return known;
  }

  async #read(one: LookAxis, other: LookAxis | undefined, work: Work): Promise<CodedPicture> {
    const first = await barCodes(columnOf(this.#table, one.column), one.of, work);
    if (!other) return { ...first, whole: wholeOf(first) };
    const second = await barCodes(columnOf(this.#table, other.column), other.of, work);
    const cells = await cellCodes(first, second, work);
    return { ...cells, whole: wholeOf(cells) };
  }
}

const keyOf = (one: LookAxis, other: LookAxis | undefined): string => JSON.stringify([one, other]);

/** Rows of each bar, and at the end the blanks. */
export function wholeOf({ codes, bars }: BarCodes): Uint32Array {
  const counts = new Uint32Array(bars + 1);
  for (let row = 0; row < codes.length; row++) counts[codes[row]!]!++;
  return counts;
}

/** Cells row by row of the second; a row with a blank in either is in none. */
async function cellCodes(first: BarCodes, second: BarCodes, work: Work): Promise<BarCodes> {
  const bars = first.bars * second.bars;
  const codes = new Uint16Array(first.codes.length);
  await inBlocks(codes.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const [across, down] = [first.codes[row]!, second.codes[row]!];
      codes[row] = across === first.bars || down === second.bars ? bars : down * first.bars + across;
    }
  });
  return { bars, codes };
}

/** Which cells of two axes between edges are in neither of their tails. */
export function insideCells([one, other]: AxesLook): Uint8Array {
  const [across, down] = [barsIn(one.of), other ? barsIn(other.of) : 1];
  const between = (at: number, bars: number) => at > 0 && at < bars - 1;
  return Uint8Array.from({ length: across * down + 1 }, (_, cell) =>
    Number(
      between(cell % across, across) && between(Math.floor(cell / across), down) && cell < across * down,
    ),
  );
}
