const CHUNK_BYTES = 1 << 18;
const SHORT = 32;
const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;
const ZERO = 0x30;
const APOSTROPHE = 0x27;

/** Collects cells and lines as UTF-8 bytes and hands them out in pieces of about 256 kB. */
export class ByteWriter {
  #bytes = new Uint8Array(CHUNK_BYTES * 2);
  #length = 0;
  readonly #delimiter: number;
  /** By byte: 1 where a cell that holds it needs quotes. */
  readonly #marks = new Uint8Array(256);
  readonly #encoder = new TextEncoder();

  /** One ASCII character. */
  constructor(delimiter: string) {
    this.#delimiter = delimiter.charCodeAt(0);
    for (const mark of [this.#delimiter, QUOTE, LF, CR]) this.#marks[mark] = 1;
  }

  /** Bytes that wait to be taken. */
  get length(): number {
    return this.#length;
  }

  /** Whether there is enough for a piece. */
  get full(): boolean {
    return this.#length >= CHUNK_BYTES;
  }

  /** A cell whose bytes lie elsewhere, between quotes where RFC 4180 or blanks at its ends ask for it. */
  cell(bytes: Uint8Array, start: number, end: number): void {
    this.#room((end - start) * 2 + 2);
    const out = this.#bytes;
    const marks = this.#marks;
    let to = this.#length;
    let marked = end > start && (bytes[start]! <= 0x20 || bytes[end - 1]! <= 0x20) ? 1 : 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      marked |= marks[byte]!;
      out[to++] = byte;
    }
    if (marked === 0) this.#length = to;
    else this.#quoted(bytes, start, end);
  }

  /**
   * Several cells that stand one behind the other, `separators` delimiters between them, as they are; whether they were
   * written: not where one needs quotes.
   */
  cells(bytes: Uint8Array, start: number, end: number, separators: number): boolean {
    this.#room(end - start);
    const out = this.#bytes;
    const marks = this.#marks;
    let to = this.#length;
    let marked = 0;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      marked += marks[byte]!;
      out[to++] = byte;
    }
    if (marked !== separators) return false;
    this.#length = to;
    return true;
  }

  /** A cell with an apostrophe in front. */
  guarded(bytes: Uint8Array, start: number, end: number): void {
    const made = new Uint8Array(end - start + 1);
    made[0] = APOSTROPHE;
    made.set(bytes.subarray(start, end), 1);
    this.cell(made, 0, made.length);
  }

  /** Bytes as they are. */
  raw(bytes: Uint8Array): void {
    this.span(bytes, 0, bytes.length);
  }

  /** Bytes as they are, from a place to another. */
  span(bytes: Uint8Array, start: number, end: number): void {
    this.#room(end - start);
    const out = this.#bytes;
    let to = this.#length;
    for (let at = start; at < end; at++) out[to++] = bytes[at]!;
    this.#length = to;
  }

  /** Text that needs no quotes, or has them. */
  text(ready: string): void {
    this.#room(ready.length * 3);
    if (ready.length <= SHORT && this.#ascii(ready)) return;
    this.#length += this.#encoder.encodeInto(ready, this.#bytes.subarray(this.#length)).written;
  }

  /** A whole number from 0 to 2^32 − 1. */
  digits(value: number): void {
    let length = 1;
    for (let least = 10; length < 10 && value >= least; least *= 10) length++;
    this.#room(length);
    this.#length += length;
    let rest = value;
    for (let at = this.#length - 1; length > 0; length--, at--) {
      const next = Math.floor(rest / 10);
      this.#bytes[at] = ZERO + rest - next * 10;
      rest = next;
    }
  }

  separator(): void {
    this.#room(1);
    this.#bytes[this.#length++] = this.#delimiter;
  }

  lineEnd(): void {
    this.#room(1);
    this.#bytes[this.#length++] = LF;
  }

  /** What was collected since the last time. */
  take(): Uint8Array {
    const taken = this.#bytes.slice(0, this.#length);
    this.#length = 0;
    return taken;
  }

  /** Writes text of ASCII alone: for a few characters a call of the encoder costs more. Whether it was. */
  #ascii(text: string): boolean {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) return false;
      this.#bytes[this.#length + at] = code;
    }
    this.#length += text.length;
    return true;
  }

  #quoted(bytes: Uint8Array, start: number, end: number): void {
    this.#bytes[this.#length++] = QUOTE;
    for (let at = start; at < end; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) this.#bytes[this.#length++] = QUOTE;
      this.#bytes[this.#length++] = byte;
    }
    this.#bytes[this.#length++] = QUOTE;
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(this.#length + more, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
