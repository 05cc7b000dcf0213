import { uint8 } from '../buffers';
import { BooleanColumn } from '../columns';
import type { BuilderSpec, TypedPart } from './builder-part';
import type { CellBlock } from './cell-block';
import { textOf } from './cell-bytes';
import { Cells } from './cells';
import { TypedBuilder } from './column-builder';
import type { Marks } from './marks';

/** Words that go together, in lower case: English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Polish. */
const PAIRS: readonly (readonly [no: string, yes: string])[] = [
  ['no', 'yes'],
  ['n', 'y'],
  ['false', 'true'],
  ['f', 't'],
  ['off', 'on'],
  ['nein', 'ja'],
  ['n', 'j'],
  ['falsch', 'wahr'],
  ['non', 'oui'],
  ['n', 'o'],
  ['faux', 'vrai'],
  ['no', 'si'],
  ['no', 'sí'],
  ['no', 'sì'],
  ['n', 's'],
  ['falso', 'verdadero'],
  ['falso', 'vero'],
  ['não', 'sim'],
  ['nao', 'sim'],
  ['falso', 'verdadeiro'],
  ['nee', 'ja'],
  ['nej', 'ja'],
  ['nei', 'ja'],
  ['nie', 'tak'],
];
const ZERO_ONE: readonly (readonly [no: string, yes: string])[] = [['0', '1']];
const NO_WORDS = new Set(PAIRS.map(([no]) => no));
const YES_WORDS = new Set(PAIRS.map(([, yes]) => yes));
/** In bytes. */
const LONGEST = 12;
const MISSING = 2;

/** Fills a column of yes and no; each must be written in one way only, and both must occur. */
export class BooleanBuilder extends TypedBuilder {
  #spelling: [no: string | null, yes: string | null] = [null, null];
  #cells = new Cells(uint8);

  constructor(
    known: Marks,
    /** Whether 0 and 1 are the two words, which only a person says. */
    readonly zeroOne = false,
  ) {
    super(known);
  }

  /** How no and yes are written, as far as they were met. */
  get spelling(): readonly [no: string | null, yes: string | null] {
    return this.#spelling;
  }

  /** Whether both yes and no were met. */
  get complete(): boolean {
    return this.#spelling[0] !== null && this.#spelling[1] !== null;
  }

  override get spec(): BuilderSpec {
    return { builder: 'boolean', zeroOne: this.zeroOne };
  }

  override reserve(cells: number): void {
    this.#cells.reserve(cells);
  }

  add(block: CellBlock, position: number): void {
    const { starts, ends, offsets, rows } = block;
    const { array: values, at } = this.#cells.room(rows);
    values.fill(MISSING, at, at + rows);
    for (let row = 0; row < rows; row++) {
      const cell = offsets[row]! + position;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end) continue;
      const value = end - start > LONGEST ? -1 : this.#value(textOf(block.bytes, start, end));
      if (value >= 0) {
        values[at + row] = value;
        this.good++;
      } else this.odd(block, start, end, row);
    }
    if (this.bad > 0) this.#cells.clear();
  }

  finish(): BooleanColumn {
    const [no, yes] = this.#spelling;
    return new BooleanColumn(this.#cells.take(), [no ?? '', yes ?? '']);
  }

  override part(): TypedPart {
    return { ...super.part(), memory: this.#spelling };
  }

  /** False where the other one took another spelling of yes or no for the only one. */
  override absorb(part: TypedPart, firstRow: number): boolean {
    for (const text of part.memory as [string | null, string | null]) {
      if (text !== null && this.#value(text) < 0) return false;
    }
    if (part.cells) {
      const { array, at } = this.#cells.room(part.cells.length);
      array.set(part.cells as Uint8Array, at);
    }
    const whole = super.absorb(part, firstRow);
    if (this.bad > 0) this.#cells.clear();
    return whole;
  }

  protected override cellsOfPart(): Uint8Array {
    return this.#cells.take();
  }

  /** 0 or 1; -1 for a text that is neither, or not as written before. */
  #value(text: string): number {
    if (text === this.#spelling[0]) return 0;
    if (text === this.#spelling[1]) return 1;
    const plain = text.trim().toLowerCase();
    const value = this.zeroOne ? ['0', '1'].indexOf(plain) : valueOf(plain);
    if (value < 0 || this.#spelling[value] !== null) return -1;
    const other = this.#spelling[1 - value]?.trim().toLowerCase();
    const pairs = this.zeroOne ? ZERO_ONE : PAIRS;
    if (other !== undefined && !pairs.some((pair) => pair[value] === plain && pair[1 - value] === other))
      return -1;
    this.#spelling[value] = text;
    return value;
  }
}

/** 0 or 1 for a word in lower case; −1 for another. No word means yes in one language and no in another, among those that are known. */
export function valueOf(word: string): number {
  if (NO_WORDS.has(word)) return 0;
  return YES_WORDS.has(word) ? 1 : -1;
}
