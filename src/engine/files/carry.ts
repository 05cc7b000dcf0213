const LF = 0x0a;

/** Bytes that wait for the rest of their record, followed by a line feed as a sentinel. */
export class Carry {
  bytes: Uint8Array<ArrayBuffer> = new Uint8Array(1);
  length = 0;

  append(more: Uint8Array): void {
    const needed = this.length + more.length + 1;
    if (needed > this.bytes.length) {
      const grown = new Uint8Array(Math.max(needed, Math.min(this.bytes.length * 2, needed + (1 << 20))));
      grown.set(this.bytes.subarray(0, this.length));
      this.bytes = grown;
    }
    this.bytes.set(more, this.length);
    this.length += more.length;
    this.bytes[this.length] = LF;
  }

  drop(used: number): void {
    this.bytes.copyWithin(0, used, this.length);
    this.length -= used;
  }
}
