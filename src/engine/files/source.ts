/** Bytes of a file, wherever they lie. A browser's `File` and a Node file handle both fit. */
export interface ByteSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes from `start` up to `end`, which may lie beyond the file's end. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** Bytes already in memory, as a file. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
}
