import { EngineError, Stopped } from '../../errors';
import type { Work } from '../../work';
import type { ReadChoice } from '../read-delimited';
import type { ReadResult } from '../read-report';
import type { ByteSource } from '../source';
import { readStored } from './read-stored';
import { storedFormat } from './stored-format';

/**
 * Reads a Parquet file into a table of typed columns; null where the file is none. What reads it is loaded when first
 * needed. Lists and structs, bytes and moments are told in the report's `stored`.
 * @throws EngineError `unreadable-file` (reason `damaged`, `encrypted`, `unknown-codec`, `no-columns`), `header-only`,
 * `file-too-large`, `out-of-memory`; Stopped
 */
export async function openStored(
  source: ByteSource,
  choice: ReadChoice,
  work: Work,
): Promise<ReadResult | null> {
  const format = await storedFormat(source);
  if (format !== 'parquet') return null;
  try {
    const { readParquet } = await import('../parquet/read-parquet');
    return await readStored(source, await readParquet(source, work), choice, work);
  } catch (thrown) {
    if (thrown instanceof EngineError || thrown instanceof Stopped) throw thrown;
    if (isOutOfMemory(thrown)) throw new EngineError('out-of-memory', { file: source.name });
    throw new EngineError('unreadable-file', { file: source.name, reason: 'damaged', format });
  }
}

const isOutOfMemory = (thrown: unknown): boolean =>
  thrown instanceof Error && /allocation failed|out of memory/i.test(thrown.message);
