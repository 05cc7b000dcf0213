import { EngineError, Stopped } from '../../errors';
import type { Work } from '../../work';
import type { ReadChoice } from '../read-delimited';
import type { ReadResult } from '../read-report';
import type { ByteSource } from '../source';
import { readStored } from './read-stored';
import { storedFormat } from './stored-format';
import type { StoredFormat, StoredTable } from './stored-table';

/**
 * Reads a Parquet file, or a table of an SQLite database, into typed columns; null where the file is neither. What
 * reads it is loaded when first needed. Lists and structs, bytes and moments are told in the report's `stored`.
 * @throws EngineError `unreadable-file` (reason `damaged`, `encrypted`, `unknown-codec`, `no-columns`, `no-tables`,
 * `wal-only`, `no-such-sheet`, `not-sqlite`), `header-only`,
 * `file-too-large`, `out-of-memory`; Stopped
 */
export async function openStored(
  source: ByteSource,
  choice: ReadChoice,
  work: Work,
): Promise<ReadResult | null> {
  const format = await storedFormat(source);
  if (!format) return null;
  try {
    return await readStored(source, await storedTable(source, format, choice, work), choice, work);
  } catch (thrown) {
    if (thrown instanceof EngineError || thrown instanceof Stopped) throw thrown;
    if (isOutOfMemory(thrown)) throw new EngineError('out-of-memory', { file: source.name });
    throw new EngineError('unreadable-file', { file: source.name, reason: 'damaged', format });
  }
}

async function storedTable(
  source: ByteSource,
  format: StoredFormat,
  { options }: ReadChoice,
  work: Work,
): Promise<StoredTable> {
  if (format === 'parquet') return (await import('../parquet/read-parquet')).readParquet(source, work);
  return (await import('../sqlite/read-sqlite')).readSqlite(source, options?.sheet, work);
}

const isOutOfMemory = (thrown: unknown): boolean =>
  thrown instanceof Error && /allocation failed|out of memory/i.test(thrown.message);
