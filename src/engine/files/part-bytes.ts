import { EngineError } from '../errors';
import type { Room } from '../kernels/room';
import { MarkList } from '../table/build/mark-list';
import { fromWindows1252, isWindows1252 } from './from-windows-1252';
import type { PartBounds } from './parts';
import type { ByteSource } from './source';

const TAIL_BYTES = 1 << 16;
/** Behind the bytes: a sentinel, and what the kernel reads too far. */
const BEYOND = 16;
const LF = 0x0a;
const CR = 0x0d;

/** Whether the bytes of a file in that encoding become UTF-8 one by one, so that it can be read from its middle. */
export const isReadInParts = (encoding: string): boolean =>
  /^utf-?8$/i.test(encoding) || isWindows1252(encoding);

/**
 * The bytes of one part of a file as UTF-8, with some that follow it, and a line feed behind them. Where a record need
 * not begin at the part's first byte, the byte before it is there too.
 */
export class PartBytes {
  readonly #source: ByteSource;
  readonly #encoding: string;
  /** Where in the file the bytes begin and end. */
  readonly #from: number;
  #read: number;
  readonly room: Room;
  /** Where the part ends within the bytes. */
  readonly within: number;
  /** Where in the room they lie. */
  at: number;
  length: number;
  #bytes: Uint8Array;
  #marks: MarkList | null = null;
  /** Where in the room those places lie. */
  placesAt = 0;
  #placeCount = 0;

  private constructor(
    room: Room,
    source: ByteSource,
    encoding: string,
    from: number,
    own: Uint8Array,
    more: Uint8Array,
  ) {
    this.room = room;
    this.#source = source;
    this.#encoding = encoding;
    this.#from = from;
    this.#read = from + own.length + more.length;
    const parts = [own, more].map((bytes) => (isWindows1252(encoding) ? fromWindows1252(bytes) : bytes));
    this.within = parts[0]!.length;
    this.length = this.within + parts[1]!.length;
    this.at = this.room.take(this.length + BEYOND);
    this.#bytes = this.room.bytes(this.at, this.length + BEYOND);
    this.#bytes.set(parts[0]!);
    this.#bytes.set(parts[1]!, this.within);
    this.#bytes[this.length] = LF;
  }

  /** A view that holds until the room takes more memory. */
  get bytes(): Uint8Array {
    if (this.#bytes.buffer !== this.room.buffer) this.#bytes = this.room.bytes(this.at, this.length + BEYOND);
    return this.#bytes;
  }

  /** Where delimiters and line ends stand; null where there are more bytes than were looked through. Holds as long. */
  get marks(): MarkList | null {
    const places = this.#marks?.places;
    if (this.#marks && places && places.buffer !== this.room.buffer)
      this.#marks.places = this.room.words(this.placesAt, this.#placeCount);
    return this.#marks;
  }

  /**
   * `enter` gives the room to put them into, once they are there.
   * @throws EngineError `unreadable-file` where the source gives fewer bytes than it promised
   */
  static async read(
    source: ByteSource,
    encoding: string,
    { from, to, exact }: PartBounds,
    enter: () => Room | Promise<Room>,
  ): Promise<PartBytes> {
    const begin = exact ? from : from - 1;
    const bytes = await fetch(source, begin, to + TAIL_BYTES);
    const own = bytes.subarray(0, to - begin);
    return new PartBytes(await enter(), source, encoding, begin, own, bytes.subarray(to - begin));
  }

  /** Whether the file ends with these bytes. */
  get final(): boolean {
    return this.#read >= this.#source.size;
  }

  /** Lists where the delimiter and line ends stand, and counts them. */
  look(delimiter: number): number {
    this.placesAt = this.room.take((this.length + 1) * 4);
    const count = this.room.kernels.marks(this.at, this.length, delimiter, this.placesAt);
    this.#placeCount = count + 1;
    const places = this.room.words(this.placesAt, this.#placeCount);
    places[count] = this.length;
    this.#marks = new MarkList(places);
    return count;
  }

  /** Reads as much again beyond the part as there is already. */
  async readOn(): Promise<void> {
    const until = this.#read + Math.max(TAIL_BYTES, this.length - this.within);
    const fetched = await fetch(this.#source, this.#read, until);
    const more = isWindows1252(this.#encoding) ? fromWindows1252(fetched) : fetched;
    const length = this.length + more.length;
    const at = this.room.take(length + BEYOND);
    const grown = this.room.bytes(at, length + BEYOND);
    grown.set(this.bytes.subarray(0, this.length));
    grown.set(more, this.length);
    grown[length] = LF;
    this.at = at;
    this.length = length;
    this.#bytes = grown;
    this.#read += fetched.length;
    this.#marks = null;
  }

  /** Lets a scanner see the bytes up to `limit` only, with the sentinel it needs there. */
  upTo(limit: number, scan: (final: boolean) => number): number {
    const { bytes } = this;
    const covered = bytes[limit]!;
    bytes[limit] = LF;
    const next = scan(this.final && limit === this.length);
    bytes[limit] = covered;
    return next;
  }

  /** The place behind a line feed that belongs to the carriage return before it. */
  afterLineEnd(at: number): number {
    const { bytes, length } = this;
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
}

async function fetch(source: ByteSource, from: number, to: number): Promise<Uint8Array> {
  const end = Math.min(to, source.size);
  const bytes = await source.read(from, end);
  if (bytes.length < end - from)
    throw new EngineError('unreadable-file', { file: source.name, reason: 'cut short' });
  return bytes;
}

/** Characters of some UTF-8: in windows-1252 each was one byte. */
function characters(bytes: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) if ((bytes[at]! & 0xc0) !== 0x80) count++;
  return count;
}
