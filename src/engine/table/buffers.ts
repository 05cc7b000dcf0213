const { crossOriginIsolated } = globalThis as { crossOriginIsolated?: boolean };
let shared = crossOriginIsolated === true && typeof SharedArrayBuffer === 'function';

/** From now on this thread makes nothing in shared memory: for one that hands over all it makes. */
export function neverShare(): void {
  shared = false;
}

const bufferOf = (bytes: number): ArrayBuffer =>
  // A SharedArrayBuffer does all that the engine asks of an ArrayBuffer; the two types differ by name only.
  (shared ? new SharedArrayBuffer(bytes) : new ArrayBuffer(bytes)) as ArrayBuffer;

/** `length` zeros of 8 bytes each, in shared memory where the host has it. */
export const float64 = (length: number): Float64Array => new Float64Array(bufferOf(length * 8));

/** `length` zeros of 4 bytes each, in shared memory where the host has it. */
export const uint32 = (length: number): Uint32Array => new Uint32Array(bufferOf(length * 4));

/** `length` zero bytes, in shared memory where the host has it. */
export const uint8 = (length: number): Uint8Array => new Uint8Array(bufferOf(length));

/** Whether other threads can see what lies there. */
export const isShared = (array: ArrayBufferView): boolean =>
  typeof SharedArrayBuffer === 'function' && (array.buffer as unknown) instanceof SharedArrayBuffer;
