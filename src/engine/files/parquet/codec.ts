import { EngineError } from '../../errors';

/** Unpacks the bytes of one page, of which it is known how many they become. */
export type Unpack = (packed: Uint8Array, length: number) => Uint8Array;

const NAMES = ['none', 'snappy', 'gzip', 'lzo', 'brotli', 'lz4', 'zstd', 'lz4'];

/** The name people know a compression by. */
export const codecName = (codec: number): string => NAMES[codec] ?? `compression no. ${codec}`;

/**
 * What unpacks pages of the given compressions, loaded when first needed.
 * @throws EngineError `unreadable-file` (reason `unknown-codec`)
 */
export async function unpackers(
  file: string,
  codecs: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Unpack>> {
  const found = new Map<number, Unpack>([[0, (packed) => packed]]);
  if ([...codecs].every((codec) => found.has(codec))) return found;
  const lib = await import('hyparquet-compressors');
  found
    .set(1, lib.decompressSnappy)
    .set(2, lib.decompressGzip)
    .set(4, lib.decompressBrotli)
    .set(5, lib.decompressLz4)
    .set(6, (packed, length) => lib.decompressZstd(packed, new Uint8Array(length)))
    .set(7, lib.decompressLz4Raw);
  for (const codec of codecs) {
    if (!found.has(codec))
      throw new EngineError('unreadable-file', { file, reason: 'unknown-codec', codec: codecName(codec) });
  }
  return found;
}
