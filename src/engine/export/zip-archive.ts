import { EngineError } from '../errors';
import { crc32 } from '../files/spreadsheet/crc32';
import { packed } from './pack';

/** A file in an archive. */
export interface ArchivedFile {
  name: string;
  parts: AsyncIterable<Uint8Array>;
}

interface Entry {
  name: Uint8Array;
  crc: number;
  packed: number;
  size: number;
  at: number;
}

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
/** Sizes follow the bytes; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01, the first day the format knows: the same files make the same archive. */
const DAY = 0x0021;
/** From here on sizes would need the format's 64-bit extension. */
const LIMIT = 0xffffffff;

const encoder = new TextEncoder();

/**
 * Files as a zip archive, each packed while it is written, one after the other.
 * @throws EngineError `archive-too-large` beyond 4 GB; what the files throw
 */
export async function* zipArchive(
  files: AsyncIterable<ArchivedFile> | Iterable<ArchivedFile>,
): AsyncGenerator<Uint8Array> {
  const entries: Entry[] = [];
  let at = 0;
  const counted = (bytes: Uint8Array) => {
    at += bytes.length;
    return bytes;
  };
  for await (const { name, parts } of files) {
    const entry: Entry = { name: encoder.encode(name), crc: 0, packed: 0, size: 0, at };
    yield counted(localHead(entry));
    const start = at;
    for await (const piece of packed(summed(parts, entry))) {
      yield counted(piece);
      if (entry.size >= LIMIT || at >= LIMIT) throw new EngineError('archive-too-large', { limit: LIMIT });
    }
    entry.packed = at - start;
    yield counted(descriptor(entry));
    entries.push(entry);
  }
  yield directory(entries, at);
}

async function* summed(parts: AsyncIterable<Uint8Array>, entry: Entry): AsyncGenerator<Uint8Array> {
  for await (const part of parts) {
    entry.crc = crc32(part, entry.crc);
    entry.size += part.length;
    yield part;
  }
}

/** Little-endian fields: [bytes, value]. */
function fields(list: readonly (readonly [2 | 4, number])[]): Uint8Array {
  const bytes = new Uint8Array(list.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of list) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  return bytes;
}

function localHead({ name }: Entry): Uint8Array {
  const head = fields([
    [4, LOCAL],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, DAY],
    [4, 0],
    [4, 0],
    [4, 0],
    [2, name.length],
    [2, 0],
  ]);
  return joined([head, name]);
}

const descriptor = ({ crc, packed: bytes, size }: Entry): Uint8Array =>
  fields([
    [4, DESCRIPTOR],
    [4, crc],
    [4, bytes],
    [4, size],
  ]);

function directory(entries: readonly Entry[], at: number): Uint8Array {
  const heads = entries.map((entry) => joined([centralHead(entry), entry.name]));
  const length = heads.reduce((sum, head) => sum + head.length, 0);
  const end = fields([
    [4, END],
    [2, 0],
    [2, 0],
    [2, entries.length],
    [2, entries.length],
    [4, length],
    [4, at],
    [2, 0],
  ]);
  return joined([...heads, end]);
}

const centralHead = (entry: Entry): Uint8Array =>
  fields([
    [4, CENTRAL],
    [2, VERSION],
    [2, VERSION],
    [2, FLAGS],
    [2, DEFLATED],
    [2, 0],
    [2, DAY],
    [4, entry.crc],
    [4, entry.packed],
    [4, entry.size],
    [2, entry.name.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, entry.at],
  ]);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
