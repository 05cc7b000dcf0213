import { Zip, ZipDeflate } from 'fflate';

/** The same moment for all: neither the clock nor the time zone changes the bytes. */
const WHEN = new Date(1980, 0, 1);

/**
 * Files in one zip, deflated as their bytes come, the files one after the other; nothing of a file is kept once its
 * bytes were handed on. Names should be ASCII or are marked as UTF-8.
 */
export async function* zipPieces(
  names: readonly string[],
  pieces: AsyncIterable<{ file: number; bytes: Uint8Array }>,
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, bytes) => {
    if (error) throw error;
    ready.push(bytes);
  });
  const entries: ZipDeflate[] = [];
  const begin = () => {
    entries.at(-1)?.push(new Uint8Array(0), true);
    const entry = new ZipDeflate(names[entries.length]!, { level: 6 });
    entry.mtime = WHEN;
    entries.push(entry);
    zip.add(entry);
  };
  for await (const { file, bytes } of pieces) {
    while (entries.length <= file) begin();
    entries[file]!.push(bytes);
    yield* ready;
    ready = [];
  }
  while (entries.length < names.length) begin();
  entries.at(-1)?.push(new Uint8Array(0), true);
  zip.end();
  yield* ready;
}
