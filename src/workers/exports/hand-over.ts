import { CannotWrite } from './cannot-write';
import { FileOnDisk, removeOld } from './on-disk';

/** What a browser calls delimited text. */
export const CSV_TYPE = 'text/csv;charset=utf-8';

/** Pieces are put together up to here: a blob of its own for each of thousands would cost more than its bytes. */
const HANDED_BYTES = 4 << 20;
/** What is larger goes to disk: browsers hold blobs in memory. */
const IN_MEMORY_BYTES = 64 << 20;

/** The file to be handed over, whole; from 64 MB on it lies in the browser's own disk space, where it has some. */
export async function asBlob(
  parts: AsyncIterable<Uint8Array>,
  type: string,
  most = IN_MEMORY_BYTES,
): Promise<Blob> {
  await removeOld();
  const pile = new Pile(most);
  try {
    for await (const part of parts) {
      pile.add(part);
      if (pile.isHeavy) await pile.toDisk();
    }
    return await pile.whole(type);
  } catch (error) {
    await pile.discard();
    throw error;
  }
}

/** Pieces in their order: on disk, then in blobs, then those that wait to become one. */
class Pile {
  readonly #most: number;
  #disk: FileOnDisk | null = null;
  #blobs: Blob[] = [];
  #waiting: Uint8Array<ArrayBuffer>[] = [];
  #waitingBytes = 0;
  #inMemory = 0;
  #mayGoToDisk = true;

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether there is more in memory than is to be. */
  get isHeavy(): boolean {
    return this.#inMemory > this.#most && this.#mayGoToDisk;
  }

  add(part: Uint8Array): void {
    // Once a piece had no room on the disk, those behind it stay in memory too.
    if (this.#disk && this.#waiting.length + this.#blobs.length === 0 && this.#disk.write(part)) return;
    this.#waiting.push(part as Uint8Array<ArrayBuffer>);
    this.#waitingBytes += part.length;
    this.#inMemory += part.length;
    if (this.#waitingBytes >= HANDED_BYTES) this.#hand();
  }

  /** Tried once: what comes after a disk that is full stays in memory. */
  async toDisk(): Promise<void> {
    this.#mayGoToDisk = false;
    this.#hand();
    const disk = await FileOnDisk.open();
    if (!disk) return;
    const left: Blob[] = [];
    for (const blob of this.#blobs)
      if (left.length > 0 || !disk.write(new Uint8Array(await blob.arrayBuffer()))) left.push(blob);
    this.#blobs = left;
    if (left.length === 0) this.#disk = disk;
    else this.#blobs.unshift(await disk.finish());
  }

  async whole(type: string): Promise<Blob> {
    this.#hand();
    const disk = this.#disk ? [await this.#disk.finish()] : [];
    return new Blob([...disk, ...this.#blobs], { type });
  }

  async discard(): Promise<void> {
    await this.#disk?.discard();
  }

  #hand(): void {
    if (this.#waiting.length > 0) this.#blobs.push(new Blob(this.#waiting));
    this.#waiting = [];
    this.#waitingBytes = 0;
  }
}

/**
 * Where the browser lets us write beside the place of a file, it takes that place only once it is whole. A file that
 * was made for it and stayed empty is taken away again. @throws CannotWrite
 */
export async function intoFile(parts: AsyncIterable<Uint8Array>, file: FileSystemFileHandle): Promise<void> {
  const out = await CannotWrite.unless(file.name, () => file.createWritable());
  try {
    for await (const part of parts)
      await CannotWrite.unless(file.name, () => out.write(part as Uint8Array<ArrayBuffer>));
    await CannotWrite.unless(file.name, () => out.close());
  } catch (error) {
    await out.abort().catch(() => undefined);
    await removeEmpty(file).catch(() => undefined);
    throw error;
  }
}

async function removeEmpty(file: FileSystemFileHandle & { remove?(): Promise<void> }): Promise<void> {
  const { size } = await file.getFile();
  if (size === 0) await file.remove?.();
}
