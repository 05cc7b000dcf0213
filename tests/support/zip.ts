import { deflateRawSync } from 'node:zlib';

export interface ZipOptions {
  /** Writes sizes and places as zip64 does. */
  far?: boolean;
  /** Without packing. */
  stored?: boolean;
  /** Marks every part as packed with a password. */
  locked?: boolean;
  /** The sum the directory gives of a part; none by default. */
  crc?: (name: string) => number;
  /** Bytes the directory says a part unpacks to, instead of the truth. */
  says?: (name: string, size: number) => number;
}

const FAR = 0xffffffff;

/** A zip archive with these parts, written by hand. */
export function zipOf(
  parts: Readonly<Record<string, string | Uint8Array>>,
  options: ZipOptions = {},
): Uint8Array {
  const { far = false, stored = false, locked = false, crc = () => 0, says = (_, size) => size } = options;
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content as string);
    const packed = stored ? plain : deflateRawSync(plain);
    const size = says(name, plain.length);
    const title = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(locked ? 1 : 0, 6);
    local.writeUInt16LE(stored ? 0 : 8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(plain.length, 22);
    local.writeUInt16LE(title.length, 26);
    locals.push(local, title, packed);

    const extra = far ? Buffer.alloc(28) : Buffer.alloc(0);
    if (far) {
      extra.writeUInt16LE(1, 0);
      extra.writeUInt16LE(24, 2);
      extra.writeBigUInt64LE(BigInt(size), 4);
      extra.writeBigUInt64LE(BigInt(packed.length), 12);
      extra.writeBigUInt64LE(BigInt(at), 20);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(locked ? 1 : 0, 8);
    entry.writeUInt16LE(stored ? 0 : 8, 10);
    entry.writeUInt32LE(crc(name), 16);
    entry.writeUInt32LE(far ? FAR : packed.length, 20);
    entry.writeUInt32LE(far ? FAR : size, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(far ? FAR : at, 42);
    directory.push(entry, title, extra);
    at += 30 + title.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const count = Object.keys(parts).length;
  return new Uint8Array(Buffer.concat([...locals, listed, ...endOf(at, listed.length, count, far)]));
}

function endOf(at: number, length: number, count: number, far: boolean): Buffer[] {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(far ? 0xffff : count, 8);
  end.writeUInt16LE(far ? 0xffff : count, 10);
  end.writeUInt32LE(far ? FAR : length, 12);
  end.writeUInt32LE(far ? FAR : at, 16);
  if (!far) return [end];
  const record = Buffer.alloc(56);
  record.writeUInt32LE(0x06064b50, 0);
  record.writeBigUInt64LE(44n, 4);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(at + length), 8);
  locator.writeUInt32LE(1, 16);
  return [record, locator, end];
}
