import { EngineError } from '../../errors';
import type { Work } from '../../work';
import type { ByteSource } from '../source';
import type { ZipEntry } from './zip-entries';

const DEFLATED = 8;
const LOCAL_BYTES = 30;
const PIECE = 1 << 20;

interface Inflater {
  readonly writable: { getWriter(): { write(bytes: Uint8Array): Promise<void>; close(): Promise<void> } };
  readonly readable: { getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }> } };
}

/**
 * Unpacks every part of an archive once and looks at its length only: SheetJS can go round for ever in a part whose
 * bytes were changed. Where the host cannot unpack, nothing is looked at.
 * @throws EngineError `unreadable-file` (reason `damaged`); Stopped
 */
export async function refuseDamaged(
  source: ByteSource,
  entries: readonly ZipEntry[],
  work: Work,
): Promise<void> {
  const { DecompressionStream } = globalThis as { DecompressionStream?: new (format: string) => Inflater };
  if (!DecompressionStream) return;
  for (const entry of entries) {
    if (entry.method !== DEFLATED) continue;
    const length = await unpackedLength(source, entry, new DecompressionStream('deflate-raw'), work);
    if (length === null || (entry.size > 0 && length !== entry.size))
      throw new EngineError('unreadable-file', { file: source.name, reason: 'damaged' });
  }
}

/** Bytes the part unpacks to; null where it does not. */
async function unpackedLength(
  source: ByteSource,
  { at, packed }: ZipEntry,
  inflater: Inflater,
  work: Work,
): Promise<number | null> {
  const head = await source.read(at, at + LOCAL_BYTES);
  if (head.length < LOCAL_BYTES) return null;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const from = at + LOCAL_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  const writer = inflater.writable.getWriter();
  const write = async (): Promise<void> => {
    for (let start = from; start < from + packed; start += PIECE)
      await writer.write((await source.read(start, Math.min(start + PIECE, from + packed))).slice());
    await writer.close();
  };
  // What goes wrong while writing is met again while reading.
  const written = write().catch(() => undefined);
  try {
    const reader = inflater.readable.getReader();
    let length = 0;
    for (;;) {
      const rest = work.breathe();
      if (rest) await rest;
      const { done, value } = await reader.read();
      if (done) break;
      length += value?.length ?? 0;
    }
    await written;
    return length;
  } catch (error) {
    if (error instanceof Error && error.name === 'Stopped') throw error;
    return null;
  }
}
