import type { TextPart } from './builder-part';

/** A code that has no counterpart yet. */
export const UNMET = 0xffffffff;
const FIRST_CODES = 1 << 8;

/** What codes of another builder of texts are in this one, and where the texts of those not yet met stand. */
export class ToldTexts {
  /** By the other's code; `UNMET` where no row had it. */
  codes = new Uint32Array(FIRST_CODES).fill(UNMET);
  /** Texts told with parts that may hold codes not met. */
  #parts: TextPart[] = [];

  /** Learns the texts of a part. */
  hear(part: TextPart): void {
    this.#parts.push(part);
    const size = (part.told?.before ?? 0) + part.hashes.length;
    if (size <= this.codes.length) return;
    const grown = new Uint32Array(Math.max(size, this.codes.length * 2)).fill(UNMET);
    grown.set(this.codes);
    this.codes = grown;
  }

  /** Forgets the texts of the part heard last: all its codes have been met. */
  met(): void {
    this.#parts.pop();
  }

  /** The part that told the text of a code, and its place there. */
  find(code: number): { part: TextPart; at: number } {
    for (let index = this.#parts.length - 1; ; index--) {
      const part = this.#parts[index]!;
      const at = code - (part.told?.before ?? 0);
      if (at >= 0) return { part, at };
    }
  }
}
