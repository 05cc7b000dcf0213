import {
  customerList,
  EngineError,
  labelledFiles,
  listedColumns,
  tableSource,
  writeCsv,
  type FileOfRecipe,
  type Recipe,
  type RunOutcome,
  type Segmentation,
  type Work,
} from '../engine/index';
import type { ExportOptions } from './api';
import { blobSource } from './blob-source';
import type { HeldFile } from './held-files';

/** The file that was asked for. @throws EngineError; Stopped */
export function listCsv(
  files: readonly HeldFile[],
  { recipe, outcome, segmentation }: { recipe: Recipe; outcome: RunOutcome; segmentation: Segmentation },
  options: ExportOptions,
  work: Work,
): Promise<Blob> {
  return csvBlob(
    options.rows === 'customers'
      ? customersCsv(files, outcome, segmentation, options, work)
      : sourceRowsCsv(files, recipe, outcome, work),
  );
}

/** The customer list, or part of it, as delimited text. */
function customersCsv(
  files: readonly HeldFile[],
  ran: RunOutcome,
  segmentation: Segmentation,
  options: ExportOptions,
  work: Work,
): AsyncGenerator<Uint8Array> {
  const features = listedColumns(segmentation);
  const names = files.flatMap(({ read }) => read.table.columnNames());
  const list = customerList(ran.table, features, names, options.segments);
  return writeCsv(list.table, list.columns, options, work);
}

/** The rows of the first file and of those appended to it, with the two labels behind. @throws EngineError */
async function* sourceRowsCsv(
  held: readonly HeldFile[],
  recipe: Recipe,
  ran: RunOutcome,
  work: Work,
): AsyncGenerator<Uint8Array> {
  const files: FileOfRecipe[] = [];
  for (const { file, read } of held) {
    const { name, options } = read.report;
    if (!file) throw new EngineError('unreadable-file', { file: name, reason: 'not-at-hand' });
    const text = await tableSource(blobSource(file, name), options, work);
    files.push({ source: text.source, options, table: read.table });
  }
  yield* labelledFiles(files, recipe, ran, work);
}

/** Handing over in pieces lets the browser move what is finished out of memory. */
export async function csvBlob(parts: AsyncIterable<Uint8Array>): Promise<Blob> {
  const blobs: Blob[] = [];
  for await (const part of parts) blobs.push(new Blob([part as Uint8Array<ArrayBuffer>]));
  return new Blob(blobs, { type: 'text/csv;charset=utf-8' });
}
