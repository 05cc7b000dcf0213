const CHUNK_CHARACTERS = 1 << 18;

/** Collects text and hands it out as UTF-8 in pieces of about 256 kB. */
export class ByteChunks {
  #parts: string[] = [];
  #length = 0;
  readonly #encoder = new TextEncoder();

  add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Whether there is enough for a piece. */
  get full(): boolean {
    return this.#length >= CHUNK_CHARACTERS;
  }

  /** What was collected since the last time. */
  take(): Uint8Array {
    const bytes = this.#encoder.encode(this.#parts.join(''));
    this.#parts = [];
    this.#length = 0;
    return bytes;
  }
}
