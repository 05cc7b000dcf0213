/** Reads bytes one after another; past the end it throws a RangeError, as a DataView does. */
export class ByteCursor {
  constructor(
    readonly bytes: Uint8Array,
    public at: number,
    readonly end: number = bytes.length,
  ) {}

  byte(): number {
    if (this.at >= this.end) throw new RangeError('past the end');
    return this.bytes[this.at++]!;
  }

  /** An unsigned LEB128 number; beyond 2^53 it is rounded. */
  varint(): number {
    let value = 0;
    let scale = 1;
    for (let count = 0; count < 10; count++) {
      const byte = this.byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
    throw new RangeError('endless number');
  }

  /** A signed number, folded in zigzag; beyond 2^52 it is rounded. */
  zigzag(): number {
    const folded = this.varint();
    return folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
  }

  /** A signed number, folded in zigzag, exact to 64 bits. */
  bigZigzag(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return (value >> 1n) ^ -(value & 1n);
    }
    throw new RangeError('endless number');
  }

  /** The next bytes, as a view. */
  take(length: number): Uint8Array {
    if (!(length >= 0) || this.at + length > this.end) throw new RangeError('past the end');
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  /** A little-endian unsigned number of 4 bytes. */
  uint32(): number {
    const [a, b, c, d] = this.take(4);
    return (a! | (b! << 8) | (c! << 16) | (d! << 24)) >>> 0;
  }
}
