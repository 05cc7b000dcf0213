import { TextBuilder } from '../../table/build/text-builder';
import { hashOf } from '../../table/build/text-hash';
import { MISSING, type TextColumn } from '../../table/columns';
import type { Dictionary } from '../../table/dictionary';
import type { Work } from '../../work';
import { inBlocks } from './blocks';

/** A text without what hardly tells two apart: case, and white space at its ends or in runs. */
export const loosely = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLowerCase();

const BEYOND_ASCII = 0x80;
const SPACE = 0x20;
const encoder = new TextEncoder();

/**
 * Whether no two texts of a dictionary can be the same `loosely`, as a look at its bytes tells: ASCII with letters of
 * one case only, and no white space but single blanks within. Where it is false they may or may not be.
 */
export function tellsApart({ bytes, offsets, size }: Dictionary): boolean {
  let upper = false;
  let lower = false;
  for (let code = 0; code < size; code++) {
    let blank = true;
    for (let at = offsets[code]!; at < offsets[code + 1]!; at++) {
      const byte = bytes[at]!;
      if (byte >= BEYOND_ASCII || (byte >= 0x09 && byte <= 0x0d)) return false;
      const isBlank = byte === SPACE;
      if (isBlank && blank) return false;
      blank = isBlank;
      if (byte >= 0x41 && byte <= 0x5a) upper = true;
      else if (byte >= 0x61 && byte <= 0x7a) lower = true;
    }
    if (blank || (upper && lower)) return false;
  }
  return true;
}

/** For each text of a dictionary the code of what it is `loosely`, blank where that is empty. */
export async function looseCodes(dictionary: Dictionary, work: Work): Promise<TextColumn> {
  const builder = new TextBuilder();
  await inBlocks(dictionary.size, 'rewriting', work, (from, to) => {
    const texts = new LooseTexts(dictionary, from, to);
    for (let code = from; code < to; code++) texts.add(code);
    builder.absorb(texts.part);
  });
  return builder.finish();
}

/** Some texts of a dictionary written loosely, end to end. */
class LooseTexts {
  readonly #dictionary: Dictionary;
  #bytes: Uint8Array<ArrayBuffer>;
  readonly #codes: Uint32Array;
  readonly #offsets: Uint32Array;
  readonly #hashes: Int32Array;
  #texts = 0;
  #seen = 0;

  constructor(dictionary: Dictionary, from: number, to: number) {
    this.#dictionary = dictionary;
    this.#bytes = new Uint8Array(dictionary.offsets[to]! - dictionary.offsets[from]!);
    this.#codes = new Uint32Array(to - from).fill(MISSING);
    this.#offsets = new Uint32Array(to - from + 1);
    this.#hashes = new Int32Array(to - from);
  }

  add(code: number): void {
    const start = this.#offsets[this.#texts]!;
    const end = this.#plain(code, start) ?? this.#any(code, start);
    const at = this.#seen++;
    if (end === start) return;
    this.#codes[at] = this.#texts;
    this.#hashes[this.#texts] = hashOf(this.#bytes, start, end);
    this.#offsets[++this.#texts] = end;
  }

  get part() {
    return {
      codes: this.#codes,
      bytes: this.#bytes,
      offsets: this.#offsets,
      hashes: this.#hashes.subarray(0, this.#texts),
    };
  }

  /** Writes a text of ASCII loosely from `start` on; gives its end, null for any other text. */
  #plain(code: number, start: number): number | null {
    const { bytes, offsets } = this.#dictionary;
    const stop = offsets[code + 1]!;
    if (start + stop - offsets[code]! > this.#bytes.length) return null;
    let end = start;
    let gap = false;
    for (let at = offsets[code]!; at < stop; at++) {
      let byte = bytes[at]!;
      if (byte >= BEYOND_ASCII) return null;
      if (byte === SPACE || (byte >= 0x09 && byte <= 0x0d)) {
        gap = end > start;
        continue;
      }
      if (byte >= 0x41 && byte <= 0x5a) byte += 0x20;
      if (gap) this.#bytes[end++] = SPACE;
      gap = false;
      this.#bytes[end++] = byte;
    }
    return end;
  }

  #any(code: number, start: number): number {
    const written = encoder.encode(loosely(this.#dictionary.text(code)));
    if (start + written.length > this.#bytes.length) {
      const grown = new Uint8Array((start + written.length) * 2);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes.set(written, start);
    return start + written.length;
  }
}
