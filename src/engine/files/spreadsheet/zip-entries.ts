import type { ByteSource } from '../source';

/** A file within a zip archive. */
export interface ZipEntry {
  /** With `/` between folders, in small letters. */
  name: string;
  /** Bytes once it is unpacked, as the archive says; 0 where it does not say. */
  size: number;
  /** 0 stored, 8 deflated. */
  method: number;
  /** Bytes as they lie in the archive. */
  packed: number;
  /** Where its local header lies. */
  at: number;
  /** Packed with a password. */
  locked: boolean;
  /** CRC-32 of what it unpacks to; 0 where it is not said. */
  crc: number;
}

const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const END_MARK = 0x06054b50;
const FAR_LOCATOR_MARK = 0x07064b50;
const FAR_LOCATOR_BYTES = 20;
const FAR_END_MARK = 0x06064b50;
const FAR_END_BYTES = 56;
const ENTRY_MARK = 0x02014b50;
const ENTRY_BYTES = 46;
const FAR = 0xffffffff;
const FAR_EXTRA = 1;
/** Central directories are small; this one would not be one. */
const MOST_DIRECTORY = 1 << 28;

/**
 * What an archive holds, from its central directory, in zip64 form too; null where that is not there or not whole.
 * Source: PKWARE APPNOTE 6.3, sections 4.3.12 to 4.3.16 and 4.5.3.
 */
export async function zipEntries(source: ByteSource): Promise<readonly ZipEntry[] | null> {
  const from = Math.max(0, source.size - END_BYTES - MOST_COMMENT - FAR_LOCATOR_BYTES);
  const tail = viewOf(await source.read(from, source.size));
  let end = tail.byteLength - END_BYTES;
  while (end >= 0 && tail.getUint32(end, true) !== END_MARK) end--;
  if (end < 0) return null;
  let length = tail.getUint32(end + 12, true);
  let start = tail.getUint32(end + 16, true);
  if (length === FAR || start === FAR || tail.getUint16(end + 10, true) === 0xffff) {
    const far = await farDirectory(source, tail, end);
    if (far) [start, length] = far;
    else if (length === FAR || start === FAR) return null;
  }
  if (length > MOST_DIRECTORY || start + length > from + end) return null;
  return entriesOf(await source.read(start, start + length), length);
}

/** Where the directory of a zip64 archive lies. */
async function farDirectory(
  source: ByteSource,
  tail: DataView,
  end: number,
): Promise<[start: number, length: number] | null> {
  const locator = end - FAR_LOCATOR_BYTES;
  if (locator < 0 || tail.getUint32(locator, true) !== FAR_LOCATOR_MARK) return null;
  const at = longAt(tail, locator + 8);
  const record = viewOf(await source.read(at, at + FAR_END_BYTES));
  if (record.byteLength < FAR_END_BYTES || record.getUint32(0, true) !== FAR_END_MARK) return null;
  return [longAt(record, 48), longAt(record, 40)];
}

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const longAt = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;

function entriesOf(bytes: Uint8Array, length: number): ZipEntry[] | null {
  if (bytes.length < length) return null;
  const view = viewOf(bytes);
  const decoder = new TextDecoder();
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= bytes.length) {
    if (view.getUint32(at, true) !== ENTRY_MARK) return null;
    const nameEnd = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    const extraEnd = nameEnd + view.getUint16(at + 30, true);
    if (extraEnd > bytes.length) return null;
    const name = decoder.decode(bytes.subarray(at + ENTRY_BYTES, nameEnd));
    const far = farFields(view, nameEnd, extraEnd);
    // Only the fields that do not fit stand in the extra ones, in this order.
    const either = (place: number): number => {
      const near = view.getUint32(place, true);
      return near === FAR ? (far.shift() ?? 0) : near;
    };
    entries.push({
      name: name.toLowerCase().replaceAll('\\', '/').replace(/^\//, ''),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: either(at + 24),
      packed: either(at + 20),
      at: either(at + 42),
    });
    at = extraEnd + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The numbers of the zip64 extra field. */
function farFields(view: DataView, from: number, to: number): number[] {
  for (let at = from; at + 4 <= to;) {
    const end = at + 4 + view.getUint16(at + 2, true);
    if (end > to) break;
    if (view.getUint16(at, true) === FAR_EXTRA) {
      const fields: number[] = [];
      for (let field = at + 4; field + 8 <= end; field += 8) fields.push(longAt(view, field));
      return fields;
    }
    at = end;
  }
  return [];
}
