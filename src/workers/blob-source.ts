import { EngineError, type ByteSource } from '../engine/index';

/** Files of which something was read: what keeps them from being read now came later. */
const read = new WeakSet<Blob>();

/** A browser's file as the engine reads it. */
export function blobSource(blob: Blob, name: string): ByteSource {
  const unreadable = (reason: string) => new EngineError('unreadable-file', { file: name, reason });
  return {
    name,
    size: blob.size,
    read: async (start, end) => {
      const wanted = Math.max(0, Math.min(end, blob.size) - start);
      const bytes = await blob
        .slice(start, end)
        .arrayBuffer()
        .catch((thrown: unknown) => {
          // Anything else than the browser's refusal is no fault of the file.
          if (!(thrown instanceof DOMException)) throw thrown;
          if (thrown.name === 'NotFoundError') throw unreadable('gone');
          throw unreadable(read.has(blob) ? 'changed' : 'refused');
        });
      if (bytes.byteLength < wanted) throw unreadable('changed');
      read.add(blob);
      return new Uint8Array(bytes);
    },
  };
}
