import { open as openHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { EngineError, type ByteSource } from '../engine/index';
import { cannotRead } from './path-errors';

export interface OpenFile extends ByteSource {
  close(): Promise<void>;
}

/** A file on disk as the engine reads it; reading ends with `changed` once something else writes to it. @throws RunError */
export async function openFile(path: string): Promise<OpenFile> {
  try {
    const handle = await openHandle(path, 'r');
    const stat = await handle.stat();
    if (stat.isDirectory()) {
      await handle.close();
      throw Object.assign(new Error(), { code: 'EISDIR' });
    }
    const refuseChanged = async () => {
      const now = await handle.stat();
      if (now.size !== stat.size || now.mtimeMs !== stat.mtimeMs)
        throw new EngineError('unreadable-file', { file: basename(path), reason: 'changed' });
    };
    const read = async (start: number, end: number) => {
      const bytes = new Uint8Array(Math.max(0, Math.min(end, stat.size) - start));
      let filled = 0;
      while (filled < bytes.length) {
        const { bytesRead } = await handle.read(bytes, filled, bytes.length - filled, start + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      await refuseChanged();
      return bytes.subarray(0, filled);
    };
    return { name: basename(path), size: stat.size, read, close: () => handle.close() };
  } catch (error) {
    throw cannotRead(path, error);
  }
}
