import { EngineError } from '../errors';
import { fromWindows1252, isWindows1252 } from './from-windows-1252';
import type { ByteSource } from './source';

/** Some bytes of a file as UTF-8, and where in the file they end. */
export interface Slice {
  bytes: Uint8Array;
  /** Bytes of the file read so far. */
  read: number;
  final: boolean;
}

const UTF8_BOM = [0xef, 0xbb, 0xbf] as const;

/** Whether the bytes begin with the mark of UTF-8. */
export const hasUtf8Bom = (bytes: Uint8Array): boolean => UTF8_BOM.every((byte, at) => bytes[at] === byte);

const isUtf8 = (encoding: string): boolean => /^utf-?8$/i.test(encoding);

/** Makes UTF-8 of the pieces of a file one by one; a character may be cut between pieces. The byte order mark goes. */
export function utf8Maker(encoding: string): (bytes: Uint8Array, final: boolean) => Uint8Array {
  if (isWindows1252(encoding)) return fromWindows1252;
  const decoder = decoderOf(encoding);
  const encoder = new TextEncoder();
  return (bytes, final) => encoder.encode(decoder.decode(bytes, { stream: !final }));
}

/** @throws EngineError `unreadable-file` where this host does not know the encoding */
function decoderOf(encoding: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding);
  } catch {
    throw new EngineError('unreadable-file', { reason: `encoding ${encoding}` });
  }
}

/**
 * The bytes of a file, in order, as UTF-8 without a byte order mark; the next ones are fetched while these are used.
 * `sliceBytes` is what one read asks for, unless `wanted` asks for more: who holds back an unfinished record wants as
 * much again, so that a record of any length is found in time linear in its length.
 * @throws EngineError `unreadable-file` where the source gives fewer bytes than it promised
 */
export async function* utf8Slices(
  source: ByteSource,
  encoding: string,
  sliceBytes: number,
  wanted: () => number,
): AsyncGenerator<Slice> {
  const make = isUtf8(encoding) ? null : utf8Maker(encoding);
  const fetch = (from: number): Promise<Uint8Array> => {
    const bytes = source.read(
      from,
      Math.min(source.size, from + Math.max(sliceBytes, wanted(), from === 0 ? 3 : 1)),
    );
    // Whoever stops early never awaits it; its failure must not count as unhandled then.
    bytes.catch(() => undefined);
    return bytes;
  };
  let next = source.size > 0 ? fetch(0) : null;
  for (let at = 0; next;) {
    const bytes = await next;
    if (bytes.length === 0)
      throw new EngineError('unreadable-file', { file: source.name, reason: 'cut short' });
    const start = at === 0 && !make && hasUtf8Bom(bytes) ? 3 : 0;
    at += bytes.length;
    const final = at >= source.size;
    next = final ? null : fetch(at);
    yield { bytes: make ? make(bytes, final) : bytes.subarray(start), read: at, final };
  }
}
