import { uint32, uint8 } from './buffers';

const PIECE = 1 << 20;
/** Texts decoded at once: a call of the decoder costs more than the few bytes of one text. */
const DECODED = 64;
const DECODED_BYTES = 1 << 13;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** Distinct strings as UTF-8 bytes end to end; string `code` is bytes `offsets[code]` to `offsets[code + 1]`. */
export class Dictionary {
  #texts: (string | undefined)[] = [];
  constructor(
    readonly bytes: Uint8Array,
    /** size + 1 positions, rising. */
    readonly offsets: Uint32Array,
  ) {}

  get size(): number {
    return this.offsets.length - 1;
  }

  text(code: number): string {
    return this.#texts[code] ?? this.#decodeAround(code);
  }

  #decodeAround(code: number): string {
    const from = code - (code % DECODED);
    const to = Math.min(from + DECODED, this.size);
    const start = this.offsets[from]!;
    const bytes = this.offsets[to]! - start;
    if (bytes > DECODED_BYTES || code >= to) return (this.#texts[code] = this.#decode(code, code + 1));
    const all = this.#decode(from, to);
    // As many characters as bytes: each byte is a character of ASCII.
    const plain = all.length === bytes;
    for (let at = from; at < to; at++) {
      this.#texts[at] = plain
        ? all.slice(this.offsets[at]! - start, this.offsets[at + 1]! - start)
        : this.#decode(at, at + 1);
    }
    return this.#texts[code]!;
  }

  #decode(from: number, to: number): string {
    // TextDecoder refuses views of shared memory; `slice` makes a private copy.
    return decoder.decode(this.bytes.slice(this.offsets[from], this.offsets[to]));
  }

  /** The same without some of the strings; those that are left move up. */
  without(codes: { has(code: number): boolean }): Dictionary {
    const all = Array.from({ length: this.size }, (_, code) => code);
    const kept = all.filter((code) => !codes.has(code));
    const offsets = uint32(kept.length + 1);
    const length = (code: number) => this.offsets[code + 1]! - this.offsets[code]!;
    kept.forEach((code, at) => (offsets[at + 1] = offsets[at]! + length(code)));
    const bytes = uint8(offsets[kept.length]!);
    kept.forEach((code, at) =>
      bytes.set(this.bytes.subarray(this.offsets[code], this.offsets[code + 1]), offsets[at]),
    );
    return new Dictionary(bytes, offsets);
  }

  /** Packs distinct strings, in the order given, whose codes are their positions. */
  static of(texts: readonly string[]): Dictionary {
    const pieces: Uint8Array[] = [];
    const offsets = uint32(texts.length + 1);
    let piece = new Uint8Array(PIECE);
    let used = 0;
    let total = 0;
    texts.forEach((text, code) => {
      if (used + text.length * 3 > piece.length) {
        pieces.push(piece.subarray(0, used));
        piece = new Uint8Array(Math.max(PIECE, text.length * 3));
        used = 0;
      }
      const { written } = encoder.encodeInto(text, piece.subarray(used));
      used += written;
      total += written;
      offsets[code + 1] = total;
    });
    pieces.push(piece.subarray(0, used));
    const bytes = uint8(total);
    let at = 0;
    for (const part of pieces) {
      bytes.set(part, at);
      at += part.length;
    }
    return new Dictionary(bytes, offsets);
  }
}
