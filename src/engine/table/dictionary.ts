import { uint32, uint8 } from './buffers';

const PIECE = 1 << 20;
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
    return (this.#texts[code] ??= this.#decode(code));
  }

  #decode(code: number): string {
    // TextDecoder refuses views of shared memory; `slice` makes a private copy.
    return decoder.decode(this.bytes.slice(this.offsets[code], this.offsets[code + 1]));
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
