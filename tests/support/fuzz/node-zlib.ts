import * as zlib from 'node:zlib';

const plain = (buffer: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(buffer);

export const deflateRawSync = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  plain(zlib.deflateRawSync(bytes));
export const inflateRawSync = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  plain(zlib.inflateRawSync(bytes));
export const gzipSync = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => plain(zlib.gzipSync(bytes));

const TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
  let rest = value;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The checksum of zip and gzip; Node 20 has none. */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 0xff]! ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}
