import { CannotWrite } from './cannot-write';

/** What a browser calls delimited text. */
export const CSV_TYPE = 'text/csv;charset=utf-8';

/** Pieces are put together up to here: a blob of its own for each of thousands would cost more than its bytes. */
const HANDED_BYTES = 4 << 20;

/** Handing over in pieces lets the browser move what is finished out of memory. */
export async function asBlob(parts: AsyncIterable<Uint8Array>, type: string): Promise<Blob> {
  const blobs: Blob[] = [];
  let waiting: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const hand = () => {
    blobs.push(new Blob(waiting));
    waiting = [];
    bytes = 0;
  };
  for await (const part of parts) {
    waiting.push(part as Uint8Array<ArrayBuffer>);
    bytes += part.length;
    if (bytes >= HANDED_BYTES) hand();
  }
  hand();
  return new Blob(blobs, { type });
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
