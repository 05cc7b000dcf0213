import { EngineError } from '../../errors';
import { crc32 } from './crc32';
import type { ByteSource } from '../source';
import { NotUnderstood } from './not-understood';
import { refuseTooPacked, type PackLimit } from './too-packed';
import type { ZipEntry } from './zip-entries';

const STORED = 0;
const DEFLATED = 8;
const LOCAL_BYTES = 30;
const LOCAL_MARK = 0x04034b50;
const READ_BYTES = 1 << 20;
/** A part that unpacks to a thousand times its size is held in memory for this much of it at once, not for all. */
const WRITE_BYTES = 1 << 14;

interface Inflater {
  readonly writable: {
    getWriter(): {
      readonly ready: Promise<unknown>;
      write(bytes: Uint8Array): Promise<void>;
      close(): Promise<void>;
      abort(): Promise<void>;
    };
  };
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  };
}

/** How far a part has been read: bytes of the archive. */
export interface Unzipped {
  bytes: Uint8Array;
  read: number;
}

/**
 * A part of an archive, unpacked piece by piece; of the archive only the bytes of that part are read.
 * @throws EngineError `unreadable-file` (reason `damaged`) where it does not unpack, or not to the length and the sum
 * the archive says; reasons `password` and `too-packed`. NotUnderstood where the host or we cannot unpack its kind.
 */
export async function* unzipEntry(
  source: ByteSource,
  entry: ZipEntry,
  limit: PackLimit,
): AsyncGenerator<Unzipped> {
  if (entry.locked) throw new EngineError('unreadable-file', { file: source.name, reason: 'password' });
  const from = await dataStart(source, entry);
  let length = 0;
  let crc = 0;
  for await (const piece of piecesOf(source, entry, from)) {
    length += piece.bytes.length;
    crc = crc32(piece.bytes, crc);
    if (entry.size > 0 && length > entry.size) break;
    refuseTooPacked(source, { size: length, packed: entry.packed }, limit);
    yield piece;
  }
  if (entry.crc !== 0 && crc !== entry.crc) throw damaged(source);
  if (entry.size > 0 ? length !== entry.size : length === 0 && entry.packed > 2) throw damaged(source);
}

const damaged = (source: ByteSource): EngineError =>
  new EngineError('unreadable-file', { file: source.name, reason: 'damaged' });

async function dataStart(source: ByteSource, { at }: ZipEntry): Promise<number> {
  const head = await source.read(at, at + LOCAL_BYTES);
  if (head.length < LOCAL_BYTES) throw damaged(source);
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (view.getUint32(0, true) !== LOCAL_MARK) throw damaged(source);
  return at + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
}

function piecesOf(source: ByteSource, entry: ZipEntry, from: number): AsyncGenerator<Unzipped> {
  if (entry.method === STORED) return storedPieces(source, from, entry.packed);
  if (entry.method === DEFLATED) return inflatedPieces(source, from, entry.packed);
  throw new NotUnderstood(`packing ${entry.method}`);
}

async function* storedPieces(source: ByteSource, from: number, packed: number): AsyncGenerator<Unzipped> {
  for (let at = 0; at < packed; at += READ_BYTES) {
    const bytes = await source.read(from + at, from + Math.min(packed, at + READ_BYTES));
    yield { bytes, read: at + bytes.length };
  }
}

/**
 * What `packed` bytes from a place on unpack to, piece by piece.
 * @throws EngineError `unreadable-file` (reason `damaged`); NotUnderstood where the host cannot unpack
 */
export async function* inflatedPieces(
  source: ByteSource,
  from: number,
  packed: number,
  format: 'deflate-raw' | 'gzip' = 'deflate-raw',
): AsyncGenerator<Unzipped> {
  const inflater = newInflater(format);
  const writer = inflater.writable.getWriter();
  const reader = inflater.readable.getReader();
  let read = 0;
  let failed: unknown = null;
  const write = async (): Promise<void> => {
    for (let at = 0; at < packed; at += READ_BYTES) {
      const bytes = await source.read(from + at, from + Math.min(packed, at + READ_BYTES));
      for (let start = 0; start < bytes.length; start += WRITE_BYTES) {
        await writer.ready;
        await writer.write(bytes.subarray(start, start + WRITE_BYTES));
        read = at + Math.min(bytes.length, start + WRITE_BYTES);
      }
    }
    await writer.close();
  };
  const written = write().catch((error: unknown) => {
    failed = error;
    // The reader must not wait for what never comes.
    return writer.abort().catch(() => undefined);
  });
  let whole = false;
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (value) yield { bytes: value, read };
      if (done) break;
    }
    whole = true;
  } finally {
    // Left early: nothing more is to be unpacked.
    if (!whole) await reader.cancel().catch(() => undefined);
    await written;
  }
  if (failed instanceof EngineError) throw failed;
  if (failed !== null) throw damaged(source);
}

function newInflater(format: string): Inflater {
  const { DecompressionStream } = globalThis as { DecompressionStream?: new (format: string) => Inflater };
  if (!DecompressionStream) throw new NotUnderstood('no DecompressionStream');
  try {
    return new DecompressionStream(format);
  } catch {
    throw new NotUnderstood(format);
  }
}
