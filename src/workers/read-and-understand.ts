import { openTable, understand, type ReadOptions, type Understanding, type Work } from '../engine/index';
import type { Opened } from './files-api';
import { blobSource } from './blob-source';
import type { FirstLooks } from './first-look';
import type { HeldFile } from './held-files';
import { withCrew } from './piece-crew';
import { isWorthReaders, withReaders } from './reader-pool';

/** Reads a file and finds out what is in it, with others to help where it is large. */
export function readAndUnderstand(
  file: File,
  chosen: Partial<ReadOptions>,
  looks: FirstLooks,
  alone: Work,
): Promise<HeldFile & { understanding: Understanding; ms: Opened['ms'] }> {
  return withCrew(
    alone,
    async (work, crew) => {
      // Ready by the time the file is read.
      if (isWorthReaders(file)) crew?.ready();
      const started = work.now();
      const look = looks.take(file, chosen);
      const source = look?.source ?? blobSource(file, file.name);
      const read = await withReaders(file, async (hands) => {
        const means = { hands, sniffed: look?.sniffed ?? null };
        return (await openTable(source, { options: chosen }, alone, means)).read;
      });
      const readAt = work.now();
      const understanding = await understand(read, { today: Date.now() }, work);
      return { file, read, understanding, ms: { read: readAt - started, understand: work.now() - readAt } };
    },
    1,
  );
}
