import { bytesOfTable, EngineError, firstLook, type Work } from '../engine/index';
import type { FilesWeighed } from './files-api';
import { blobSource } from './blob-source';
import type { HeldFile } from './held-files';

/** Smaller files are read before their first rows could be looked at. */
const WEIGHED_FROM = 2e6;
/** Files put together stand beside the table that is made of them. */
const TOGETHER = 1.5;

/**
 * The memory that files will take beside those that are open, each judged by its first megabyte. What shows no first
 * rows counts nothing. @throws EngineError of a file that cannot be read, Stopped
 */
export async function weighFiles(
  files: readonly File[],
  held: readonly HeldFile[],
  work: Work,
): Promise<FilesWeighed> {
  const bytes: number[] = [];
  for (const file of files) bytes.push(file.size < WEIGHED_FROM ? 0 : await expectedOf(file, work));
  const open = held.reduce((sum, { read }) => sum + bytesOfTable(read.table), 0);
  return {
    bytes: bytes.map((one) => one * TOGETHER),
    open: open * TOGETHER,
    sample: held[0]?.read.report.options.sample ?? null,
  };
}

async function expectedOf(file: File, work: Work): Promise<number> {
  try {
    return (await firstLook(blobSource(file, file.name), {}, work)).rows.expectedBytes;
  } catch (thrown) {
    if (thrown instanceof EngineError && thrown.code === 'not-a-table') return 0;
    throw thrown;
  }
}
