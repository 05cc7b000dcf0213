/** What a browser calls delimited text. */
export const CSV_TYPE = 'text/csv;charset=utf-8';

/** Handing over in pieces lets the browser move what is finished out of memory. */
export async function asBlob(parts: AsyncIterable<Uint8Array>, type: string): Promise<Blob> {
  const blobs: Blob[] = [];
  for await (const part of parts) blobs.push(new Blob([part as Uint8Array<ArrayBuffer>]));
  return new Blob(blobs, { type });
}

/** Where the browser lets us write beside the place of a file, it takes that place only once it is whole. */
export async function intoFile(parts: AsyncIterable<Uint8Array>, file: FileSystemFileHandle): Promise<void> {
  const out = await file.createWritable();
  try {
    for await (const part of parts) await out.write(part as Uint8Array<ArrayBuffer>);
    await out.close();
  } catch (error) {
    await out.abort().catch(() => undefined);
    throw error;
  }
}
