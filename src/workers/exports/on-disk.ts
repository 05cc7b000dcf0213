/** Where files wait for the browser to take them, in its own disk space for this address. */
const FOLDER = 'tessera-exports';
/** The browser has read a download by then; what a closed tab left behind goes with the next. */
const KEPT_MS = 10 * 60_000;

/** What only workers have, so that the types of a page do not know it. */
interface DiskAccess {
  write(bytes: Uint8Array, options: { at: number }): number;
  close(): void;
}
type HandleOfWorker = FileSystemFileHandle & { createSyncAccessHandle(): Promise<DiskAccess> };

/** A file in the browser's own disk space: a large one would be held in memory otherwise. */
export class FileOnDisk {
  readonly #handle: FileSystemFileHandle;
  readonly #access: DiskAccess;
  #bytes = 0;

  private constructor(handle: FileSystemFileHandle, access: DiskAccess) {
    this.#handle = handle;
    this.#access = access;
  }

  /** Null where the browser has no such space, or gives none. */
  static async open(): Promise<FileOnDisk | null> {
    try {
      const folder = await exportsFolder();
      const handle = await folder.getFileHandle(`${Date.now()}-${crypto.randomUUID()}`, { create: true });
      return new FileOnDisk(handle, await (handle as HandleOfWorker).createSyncAccessHandle());
    } catch {
      return null;
    }
  }

  /** Whether there was room for it. */
  write(piece: Uint8Array): boolean {
    try {
      const written = this.#access.write(piece, { at: this.#bytes });
      if (written !== piece.length) return false;
      this.#bytes += written;
      return true;
    } catch {
      return false;
    }
  }

  /** What was written. Nothing more can be. */
  async finish(): Promise<Blob> {
    this.#access.close();
    setTimeout(() => void removeOld(), KEPT_MS + 1000);
    return (await this.#handle.getFile()).slice(0, this.#bytes);
  }

  /** Takes it away. */
  async discard(): Promise<void> {
    this.#access.close();
    await (await exportsFolder()).removeEntry(this.#handle.name).catch(() => undefined);
  }
}

const exportsFolder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(FOLDER, { create: true });

/** Takes away files that were handed over long ago, or all of them. */
export async function removeOld(olderThanMs = KEPT_MS): Promise<void> {
  try {
    const folder = await exportsFolder();
    const names: string[] = [];
    for await (const name of folder.keys()) names.push(name);
    const last = Date.now() - olderThanMs;
    for (const name of names)
      if (!(Number.parseInt(name, 10) > last)) await folder.removeEntry(name).catch(() => undefined);
  } catch {
    // No such space: nothing is in it.
  }
}
