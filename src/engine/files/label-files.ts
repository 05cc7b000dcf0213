import type { Work } from '../work';
import type { AddedColumns } from './added-columns';
import { RecordCopier, type CopyOptions } from './copy-records';
import type { ReadOptions } from './read-options';
import { recordBlocks } from './record-blocks';
import type { ByteSource } from './source';

/** A file among several that are written as one. */
export interface LabelledPart {
  source: ByteSource;
  options: ReadOptions;
  /** For each column written the place of the cell in this file's records, or null where it has none. */
  cells: readonly (number | null)[];
}

/**
 * Every record of all files in their order as one file of the columns named, cells exactly as read, with columns added
 * behind: comma-separated UTF-8 unless asked otherwise. The rows of the added columns are numbered from the first file
 * to the last.
 * @throws EngineError `unreadable-file`; Stopped
 */
export async function* labelFiles(
  parts: readonly LabelledPart[],
  names: readonly string[],
  added: AddedColumns,
  work: Work,
  how: CopyOptions = {},
): AsyncGenerator<Uint8Array> {
  const copier = new RecordCopier(names, added, how);
  let before = 0;
  for (const { source, options, cells } of parts) {
    let rows = 0;
    for await (const block of recordBlocks(source, options, work, how.sliceBytes)) {
      if (block.isHeader) continue;
      for (let record = 0; record < block.rows; record++) {
        copier.copy(block, record, cells, before + rows);
        rows++;
        if (copier.full) yield copier.take();
      }
    }
    before += rows;
  }
  yield copier.take();
}
