import { EngineError } from '../../errors';
import type { ByteSource } from '../source';

/** Beyond this the copy that SQLite works on would not fit beside the bytes. */
const MOST_BYTES = 1_000_000_000;
const HEADER = 100;
const WRITE_VERSION = 18;
const READ_VERSION = 19;
const WAL = 2;

/** The bytes of a database, and whether its last changes may lie in a `-wal` file beside it. */
export interface DatabaseBytes {
  bytes: Uint8Array;
  wal: boolean;
}

/**
 * Reads a whole database, and makes one that is written through a `-wal` file readable without it.
 * @throws EngineError `file-too-large`, `unreadable-file` (reason `damaged`)
 */
export async function databaseBytes(source: ByteSource): Promise<DatabaseBytes> {
  if (source.size > MOST_BYTES)
    throw new EngineError('file-too-large', { file: source.name, bytes: source.size, limit: MOST_BYTES });
  const bytes = new Uint8Array(await source.read(0, source.size));
  if (bytes.length < HEADER || isCutOff(new DataView(bytes.buffer, bytes.byteOffset, HEADER), bytes.length))
    throw new EngineError('unreadable-file', { file: source.name, reason: 'damaged', format: 'sqlite' });
  const wal = bytes[READ_VERSION] === WAL;
  if (wal) bytes[READ_VERSION] = bytes[WRITE_VERSION] = 1;
  return { bytes, wal };
}

/** Whether pages are missing at the end, where the header says for sure how many there are. */
function isCutOff(head: DataView, length: number): boolean {
  const size = head.getUint16(16);
  const pages = head.getUint32(28);
  const isSure = pages > 0 && head.getUint32(24) === head.getUint32(92);
  return isSure && length < pages * (size === 1 ? 65_536 : size);
}
