import type { ByteSource } from '../source';
import type { StoredFormat } from './stored-table';

const HEAD_BYTES = 16;

/** Whether a file keeps cells with their kinds, by its first bytes, whatever its name; null where it does not. */
export async function storedFormat(source: ByteSource): Promise<StoredFormat | null> {
  const head = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const letters = String.fromCharCode(...head);
  if (letters.startsWith('PAR1') || letters.startsWith('PARE')) return 'parquet';
  return letters === 'SQLite format 3\0' ? 'sqlite' : null;
}
