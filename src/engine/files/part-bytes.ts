import { EngineError } from '../errors';
import { Carry } from './carry';
import { fromWindows1252, isWindows1252 } from './from-windows-1252';
import type { PartBounds } from './parts';
import type { ByteSource } from './source';

const TAIL_BYTES = 1 << 16;
const LF = 0x0a;
const CR = 0x0d;

/** Whether the bytes of a file in that encoding become UTF-8 one by one, so that it can be read from its middle. */
export const isReadInParts = (encoding: string): boolean =>
  /^utf-?8$/i.test(encoding) || isWindows1252(encoding);

/**
 * The bytes of one part of a file as UTF-8, with some that follow it. Where a record need not begin at the part's
 * first byte, the byte before it is there too.
 */
export class PartBytes {
  readonly #carry = new Carry();
  readonly #source: ByteSource;
  readonly #encoding: string;
  /** Where in the file the bytes begin and end. */
  #from: number;
  #read: number;
  /** Where the part ends within the bytes. */
  within = 0;

  private constructor(source: ByteSource, encoding: string, from: number) {
    this.#source = source;
    this.#encoding = encoding;
    this.#from = from;
    this.#read = from;
  }

  /** @throws EngineError `unreadable-file` where the source gives fewer bytes than it promised */
  static async read(
    source: ByteSource,
    encoding: string,
    { from, to, exact }: PartBounds,
  ): Promise<PartBytes> {
    const part = new PartBytes(source, encoding, exact ? from : from - 1);
    const bytes = await part.#fetch(to + TAIL_BYTES);
    const own = to - part.#from;
    if (isWindows1252(encoding)) {
      part.#take(bytes.subarray(0, own));
      part.within = part.length;
      part.#take(bytes.subarray(own));
    } else {
      part.#take(bytes);
      part.within = own;
    }
    return part;
  }

  get bytes(): Uint8Array {
    return this.#carry.bytes;
  }

  get length(): number {
    return this.#carry.length;
  }

  /** Whether the file ends with these bytes. */
  get final(): boolean {
    return this.#read >= this.#source.size;
  }

  /** Reads as much again beyond the part as there is already. */
  async readOn(): Promise<void> {
    this.#take(await this.#fetch(this.#read + Math.max(TAIL_BYTES, this.length - this.within)));
  }

  /** Lets a scanner see the bytes up to `limit` only, with the sentinel it needs there. */
  upTo(limit: number, scan: (final: boolean) => number): number {
    const { bytes } = this.#carry;
    const covered = bytes[limit]!;
    bytes[limit] = LF;
    const next = scan(this.final && limit === this.length);
    bytes[limit] = covered;
    return next;
  }

  /** The place behind a line feed that belongs to the carriage return before it. */
  afterLineEnd(at: number): number {
    const { bytes, length } = this.#carry;
    return at > 0 && at < length && bytes[at - 1] === CR && bytes[at] === LF ? at + 1 : at;
  }

  /** Where in the file a place in these bytes lies, as long as nothing before it was changed. */
  placeAfter(at: number): number {
    return this.#from + (isWindows1252(this.#encoding) ? characters(this.bytes, 0, at) : at);
  }

  /** Where in the file a place in these bytes lies, as long as nothing behind it was changed. */
  placeBefore(at: number): number {
    const { bytes, length } = this;
    return this.#read - (isWindows1252(this.#encoding) ? characters(bytes, at, length) : length - at);
  }

  async #fetch(to: number): Promise<Uint8Array> {
    const end = Math.min(to, this.#source.size);
    const bytes = await this.#source.read(this.#read, end);
    if (bytes.length < end - this.#read)
      throw new EngineError('unreadable-file', { file: this.#source.name, reason: 'cut short' });
    this.#read = end;
    return bytes;
  }

  #take(bytes: Uint8Array): void {
    this.#carry.append(isWindows1252(this.#encoding) ? fromWindows1252(bytes) : bytes);
  }
}

/** Characters of some UTF-8: in windows-1252 each was one byte. */
function characters(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if ((bytes[at]! & 0xc0) !== 0x80) count++;
  return count;
}
