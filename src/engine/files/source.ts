/** Bytes of a file, wherever they lie. A browser's `File` and a Node file handle both fit. */
export interface ByteSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes from `start` up to `end`, which may lie beyond the file's end. */
  read(start: number, end: number): Promise<Uint8Array>;
}

/** The same file with its first bytes already at hand: what lies within them is not fetched again. */
export const withHead = (source: ByteSource, head: Uint8Array): ByteSource => ({
  ...source,
  read: (start, end) =>
    end <= head.length ? Promise.resolve(head.subarray(start, end)) : source.read(start, end),
});

/** Bytes already in memory, as a file. */
export function bytesSource(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, read: (start, end) => Promise.resolve(bytes.subarray(start, end)) };
}
