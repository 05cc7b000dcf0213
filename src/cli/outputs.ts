import { mkdtemp, open as openHandle, realpath, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cannotWrite } from './path-errors';

interface Draft {
  path: string;
  /** Where it is written first; null for a pipe or device, which is written as it is. */
  folder: string | null;
  handle: FileHandle;
}

/**
 * Files that appear whole or not at all: each is written beside its place, and moved there once all are finished.
 * Opening them first shows a path that cannot be written before the work begins.
 */
export class Outputs {
  readonly #drafts = new Map<string, Draft>();

  /** @throws RunError */
  async open(path: string): Promise<void> {
    try {
      this.#drafts.set(path, await draftFor(path));
    } catch (error) {
      throw cannotWrite(path, error);
    }
  }

  /** @throws RunError */
  async write(path: string, parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
    const { handle } = this.#drafts.get(path)!;
    for await (const part of parts) {
      try {
        await handle.writeFile(part);
      } catch (error) {
        throw cannotWrite(path, error);
      }
    }
  }

  /** Moves everything to its place. @throws RunError */
  async commit(): Promise<void> {
    for (const [path, draft] of this.#drafts) {
      try {
        await draft.handle.close();
        if (draft.folder) await rename(join(draft.folder, basename(draft.path)), draft.path);
      } catch (error) {
        throw cannotWrite(path, error);
      }
    }
  }

  /** Takes away what is unfinished. Harmless after `commit`. */
  async discard(): Promise<void> {
    for (const { handle, folder } of this.#drafts.values()) {
      await handle.close().catch(() => undefined);
      if (folder) await rm(folder, { recursive: true, force: true });
    }
  }
}

async function draftFor(wanted: string): Promise<Draft> {
  const path = await realpath(wanted).catch(() => wanted);
  const there = await stat(path).catch(() => null);
  if (there?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
  if (there && !there.isFile()) return { path, folder: null, handle: await openHandle(path, 'w') };
  const folder = await mkdtemp(join(dirname(path), '.tessera-'));
  try {
    return {
      path,
      folder,
      handle: await openHandle(join(folder, basename(path)), 'w', there ? there.mode : 0o666),
    };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}
