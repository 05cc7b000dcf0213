import type { Points } from '../../stats/points';

const PAGE = 65_536;

/** What stands in for WebAssembly.Memory: a buffer that grows by pages of 64 KiB. */
export class PlainMemory {
  #buffer: ArrayBuffer;

  constructor(pages: number) {
    this.#buffer = new ArrayBuffer(pages * PAGE);
  }

  get buffer(): ArrayBuffer {
    return this.#buffer;
  }

  /** Grows by at least so many pages, and by half, for each time everything is copied. Gives the pages there were. */
  grow(pages: number): number {
    const before = this.#buffer;
    const more = Math.max(pages, before.byteLength / PAGE / 2);
    const larger = new ArrayBuffer(before.byteLength + Math.ceil(more) * PAGE);
    new Uint8Array(larger).set(new Uint8Array(before));
    this.#buffer = larger;
    return before.byteLength / PAGE;
  }

  numbers(at: number, length: number): Float64Array {
    return new Float64Array(this.#buffer, at, length);
  }

  bytes(at: number, length: number): Uint8Array {
    return new Uint8Array(this.#buffer, at, length);
  }

  /** n points whose columns lie `stride` bytes apart. */
  points(at: number, stride: number, d: number, n: number): Points {
    const columns = Array.from({ length: d }, (_, j) => this.numbers(at + j * stride, n));
    return { columns, n, d };
  }
}
