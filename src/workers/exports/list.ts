import {
  customerList,
  EngineError,
  labelledFiles,
  listedColumns,
  tableSource,
  writeCsv,
  type FileOfRecipe,
  type Work,
} from '../../engine/index';
import type { ExportOptions } from '../api';
import { blobSource } from '../blob-source';
import type { Finished } from './finished';

/** Customers, or the rows of the files, as delimited text. */
export interface WrittenList extends ExportOptions {
  what: 'list';
}

/** @throws EngineError; Stopped */
export function writeList(wanted: WrittenList, finished: Finished, work: Work): AsyncGenerator<Uint8Array> {
  return wanted.rows === 'customers' ? customersCsv(wanted, finished, work) : sourceRowsCsv(finished, work);
}

/** The customer list, or part of it, as delimited text. */
function customersCsv(
  wanted: WrittenList,
  { opened, outcome, segmentation }: Finished,
  work: Work,
): AsyncGenerator<Uint8Array> {
  const names = [opened, ...opened.others].flatMap(({ read }) => read.table.columnNames());
  const list = customerList(outcome.table, listedColumns(segmentation), names, wanted.segments);
  return writeCsv(list.table, list.columns, wanted, work);
}

/** The rows of the first file and of those appended to it, with the two labels behind. @throws EngineError */
async function* sourceRowsCsv({ opened, recipe, outcome }: Finished, work: Work): AsyncGenerator<Uint8Array> {
  const files: FileOfRecipe[] = [];
  for (const { file, read } of [opened, ...opened.others]) {
    const { name, options } = read.report;
    if (!file) throw new EngineError('unreadable-file', { file: name, reason: 'not-at-hand' });
    const text = await tableSource(blobSource(file, name), options, work);
    files.push({ source: text.source, options, table: read.table });
  }
  yield* labelledFiles(files, recipe, outcome, work);
}
