import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { crc32 as zlibCrc32, createDeflateRaw } from 'node:zlib';

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest >>> 0;
});
const crc32 =
  zlibCrc32 ??
  ((bytes, before = 0) => {
    let crc = ~before;
    for (const byte of bytes) crc = table[(crc ^ byte) & 255] ^ (crc >>> 8);
    return ~crc >>> 0;
  });

const FAR = 0xffffffff;

/**
 * A zip archive written piece by piece, whatever its size: `const zip = zipWriter(path); await zip.part(name, texts);
 * await zip.end();` where `texts` gives strings.
 */
export function zipWriter(path) {
  const out = createWriteStream(path);
  const directory = [];
  let at = 0;
  const write = async (bytes) => {
    at += bytes.length;
    if (!out.write(bytes)) await once(out, 'drain');
  };
  return {
    async part(name, texts) {
      const title = Buffer.from(name);
      const start = at;
      const local = Buffer.alloc(30);
      local.writeUInt32LE(0x04034b50, 0);
      local.writeUInt16LE(20, 4);
      // The sizes stand behind the bytes.
      local.writeUInt16LE(8, 6);
      local.writeUInt16LE(8, 8);
      local.writeUInt16LE(title.length, 26);
      await write(Buffer.concat([local, title]));
      const from = at;
      const deflate = createDeflateRaw({ level: 6 });
      const drained = (async () => {
        for await (const bytes of deflate) await write(bytes);
      })();
      let crc = 0;
      let size = 0;
      for await (const text of texts) {
        const bytes = Buffer.from(text);
        crc = crc32(bytes, crc);
        size += bytes.length;
        if (!deflate.write(bytes)) await once(deflate, 'drain');
      }
      deflate.end();
      await drained;
      const packed = at - from;
      const far = size >= FAR;
      const behind = Buffer.alloc(far ? 24 : 16);
      behind.writeUInt32LE(0x08074b50, 0);
      behind.writeUInt32LE(crc, 4);
      if (far) {
        behind.writeBigUInt64LE(BigInt(packed), 8);
        behind.writeBigUInt64LE(BigInt(size), 16);
      } else {
        behind.writeUInt32LE(packed, 8);
        behind.writeUInt32LE(size, 12);
      }
      await write(behind);
      const extra = Buffer.alloc(far ? 12 : 0);
      if (far) {
        extra.writeUInt16LE(1, 0);
        extra.writeUInt16LE(8, 2);
        extra.writeBigUInt64LE(BigInt(size), 4);
      }
      const entry = Buffer.alloc(46);
      entry.writeUInt32LE(0x02014b50, 0);
      entry.writeUInt16LE(45, 4);
      entry.writeUInt16LE(far ? 45 : 20, 6);
      entry.writeUInt16LE(8, 8);
      entry.writeUInt16LE(8, 10);
      entry.writeUInt32LE(crc, 16);
      entry.writeUInt32LE(packed, 20);
      entry.writeUInt32LE(far ? FAR : size, 24);
      entry.writeUInt16LE(title.length, 28);
      entry.writeUInt16LE(extra.length, 30);
      entry.writeUInt32LE(start, 42);
      directory.push(Buffer.concat([entry, title, extra]));
      return { size, packed };
    },
    async end() {
      const start = at;
      const count = directory.length;
      await write(Buffer.concat(directory));
      const end = Buffer.alloc(22);
      end.writeUInt32LE(0x06054b50, 0);
      end.writeUInt16LE(count, 8);
      end.writeUInt16LE(count, 10);
      end.writeUInt32LE(at - start, 12);
      end.writeUInt32LE(start, 16);
      await write(end);
      out.end();
      await once(out, 'finish');
    },
  };
}
