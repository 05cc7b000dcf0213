import type { ByteSource } from '../source';

/** Bytes in memory that lie in pieces, as a file; they are never put together. */
export function piecesSource(name: string, pieces: readonly Uint8Array[]): ByteSource {
  const starts: number[] = [];
  let size = 0;
  for (const { length } of pieces) {
    starts.push(size);
    size += length;
  }
  return {
    name,
    size,
    read: (start, end) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
      for (let at = pieceAt(starts, start); at < pieces.length && starts[at]! < end; at++) {
        const from = Math.max(0, start - starts[at]!);
        const part = pieces[at]!.subarray(from, end - starts[at]!);
        if (part.length > 0) bytes.set(part, starts[at]! + from - start);
      }
      return Promise.resolve(bytes);
    },
  };
}

/** The last piece that begins at or before a place. */
function pieceAt(starts: readonly number[], place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
