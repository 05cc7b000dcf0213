import { EngineError } from '../../errors';
import type { ByteSource } from '../source';
import type { StoredFormat } from './stored-table';

const HEAD_BYTES = 16;

/** So many bytes of an encrypted file have, but for one time in 10^17, one that no text has. */
const NOISE_BYTES = 512;

/** Encryption hides the first bytes too: what is left to see is the name, and bytes that are no text. */
async function claimsDatabase(source: ByteSource): Promise<boolean> {
  if (!/\.(db|db3|sqlite|sqlite3)$/i.test(source.name)) return false;
  const head = await source.read(0, Math.min(NOISE_BYTES, source.size));
  const isUtf16 = head[0]! + head[1]! === 0xff + 0xfe;
  return !isUtf16 && head.some((byte) => byte < 9 || byte >= 0xf5);
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
  if (await claimsDatabase(source))
    throw new EngineError('unreadable-file', { file: source.name, reason: 'not-sqlite' });
  return null;
}
