import { EngineError } from '../../errors';
import type { ByteSource } from '../source';
import type { StoredFormat } from './stored-table';

const HEAD_BYTES = 16;

const SMALLEST_PAGE = 512;

/** Encryption hides the first bytes too: what is left to see is the name, whole pages, and bytes that are no text. */
function claimsDatabase({ name, size }: ByteSource, head: Uint8Array): boolean {
  const isNamed = /\.(db|db3|sqlite|sqlite3)$/i.test(name);
  return isNamed && size > 0 && size % SMALLEST_PAGE === 0 && head.some((byte) => byte < 9 || byte >= 0xf5);
}

/**
 * Whether a file keeps cells with their kinds, by its first bytes, whatever its name; null where it does not.
 * @throws EngineError `unreadable-file` (reason `not-sqlite`): named as a database, but encrypted or another
 */
export async function storedFormat(source: ByteSource): Promise<StoredFormat | null> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const letters = String.fromCharCode(...head);
  if (letters.startsWith('PAR1') || letters.startsWith('PARE')) return 'parquet';
  if (letters === 'SQLite format 3\0') return 'sqlite';
  if (claimsDatabase(source, head))
    throw new EngineError('unreadable-file', { file: source.name, reason: 'not-sqlite' });
  return null;
}
