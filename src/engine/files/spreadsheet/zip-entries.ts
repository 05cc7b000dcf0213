import type { ByteSource } from '../source';

/** A file within a zip archive. */
export interface ZipEntry {
  /** With `/` between folders, in small letters. */
  name: string;
  /** Bytes once it is unpacked, as the archive says; 0 where it says so elsewhere (zip64). */
  size: number;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Bytes as they lie in the archive. */
  packed: number;
  /** Where its local header lies. */
  at: number;
}

const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const END_MARK = 0x06054b50;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
const FAR = 0xffffffff;

/**
 * What an archive holds, from its central directory; null where that is not there or not whole.
 * Source: PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16. An archive in zip64 form is taken for not whole.
 */
export async function zipEntries(source: ByteSource): Promise<readonly ZipEntry[] | null> {
  const from = Math.max(0, source.size - END_BYTES - MOST_COMMENT);
  const tail = viewOf(await source.read(from, source.size));
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END_MARK) end--;
  if (end < 0) return null;
  const length = tail.getUint32(end + 12, true);
  const start = tail.getUint32(end + 16, true);
  if (start === FAR || length === FAR || start + length > from + end) return null;
  return entriesOf(await source.read(start, start + length));
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function entriesOf(bytes: Uint8Array): ZipEntry[] | null {
  const view = viewOf(bytes);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= bytes.length) {
    if (view.getUint32(at, true) !== ENTRY_MARK) return null;
    const name = bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + view.getUint16(at + 28, true));
    const plain = decoder.decode(name).toLowerCase().replaceAll('\\', '/').replace(/^\//, '');
    const size = view.getUint32(at + 24, true);
    entries.push({
      name: plain,
      size: size === FAR ? 0 : size,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      at: view.getUint32(at + 42, true),
    });
    const extra = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    at += ENTRY_BYTES + name.length + extra;
  }
  return entries;
}
