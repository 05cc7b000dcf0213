import { crc32, deflateRawSync, inflateRawSync } from './node-zlib';

/** A file within an archive, unpacked. */
export interface ZipPart {
  name: string;
  bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;

/** The parts of a small archive that is whole, by its central directory. */
export function unzipped(archive: Uint8Array): ZipPart[] {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const parts: ZipPart[] = [];
  let end = archive.length - 22;
  while (view.getUint32(end, true) !== END) end--;
  for (let at = view.getUint32(end + 16, true); view.getUint32(at, true) === ENTRY;) {
    const [packed, nameLength] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true)];
    const local = view.getUint32(at + 42, true);
    const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const bytes = archive.slice(from, from + packed);
    const name = new TextDecoder().decode(archive.subarray(at + 46, at + 46 + nameLength));
    parts.push({ name, bytes: view.getUint16(at + 10, true) === 8 ? inflateRawSync(bytes) : bytes });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return parts;
}

/** An archive of the parts, deflated or stored, with a right directory; `mimetype` stays readable as OpenDocument asks. */
export function zipped(parts: readonly ZipPart[], deflated = true): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let size = 0;
  for (const { name, bytes } of parts) {
    const packs = deflated && name !== 'mimetype';
    const packed = packs ? deflateRawSync(bytes) : bytes;
    const path = new TextEncoder().encode(name);
    const facts = [20, 0, packs ? 8 : 0, 0, 0];
    const sizes = [crc32(bytes), packed.length, bytes.length];
    directory.push(fields([ENTRY], [20, ...facts], sizes, [path.length, 0, 0, 0, 0], [0, size]), path);
    const head = fields([LOCAL], facts, sizes, [path.length, 0]);
    pieces.push(head, path, packed);
    size += head.length + path.length + packed.length;
  }
  const length = directory.reduce((sum, piece) => sum + piece.length, 0);
  const end = fields([END], [0, 0, parts.length, parts.length], [length, size], [0]);
  return new Uint8Array(Buffer.concat([...pieces, ...directory, end]));
}

/** Numbers end to end, little-endian: groups of four bytes and of two by turns. */
function fields(...groups: readonly number[][]): Uint8Array {
  const bytes: number[] = [];
  groups.forEach((group, turn) => {
    for (const value of group)
      for (let byte = 0; byte < (turn % 2 === 0 ? 4 : 2); byte++) bytes.push((value >>> (8 * byte)) & 0xff);
  });
  return Uint8Array.from(bytes);
}
