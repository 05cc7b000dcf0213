import { EngineError, type ByteSource } from '../engine/index';

/** A browser's file as the engine reads it. */
export function blobSource(blob: Blob, name: string): ByteSource {
  return {
    name,
    size: blob.size,
    read: async (start, end) => {
      try {
        return new Uint8Array(await blob.slice(start, end).arrayBuffer());
      } catch (thrown) {
        // Changed, moved or taken away since it was chosen; anything else is no fault of the file.
        if (!(thrown instanceof DOMException)) throw thrown;
        throw new EngineError('unreadable-file', { file: name, reason: 'changed' });
      }
    },
  };
}
