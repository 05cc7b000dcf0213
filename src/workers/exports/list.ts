import {
  columnNames,
  EngineError,
  listFile,
  offeredColumns,
  offeredForRows,
  rowsToLabel,
  segmentFiles,
  tableSource,
  type ExportNotes,
  type FileOfRecipe,
  type LabelledWork,
  type ListChoice,
  type OfferedColumn,
  type SegmentFile,
  type Work,
} from '../../engine/index';
import { blobSource } from '../blob-source';
import { contactsOf } from './campaigns';
import type { Finished } from './finished';
import { CSV_TYPE } from './hand-over';
import { wallClock } from './wall-clock';

/** Customers, or the rows of the files, with their segments. */
export interface WrittenList extends ListChoice {
  what: 'list';
}

/** The same, one file per segment, in a zip archive. */
export interface WrittenSegments extends ListChoice {
  what: 'segment-lists';
  files: readonly SegmentFile[];
}

/** The columns that can be chosen, for customers and for the rows of the files. */
export type ListColumns = Readonly<Record<ListChoice['rows'], readonly OfferedColumn[]>>;

const TYPES: Readonly<Record<ListChoice['format'], string>> = {
  csv: CSV_TYPE,
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
};
export const ZIP_TYPE = 'application/zip';

export const listType = ({ format }: WrittenList): string => TYPES[format];

/** @throws EngineError; Stopped */
export const writeList = (
  wanted: WrittenList,
  finished: Finished,
  work: Work,
  notes: ExportNotes,
): AsyncGenerator<Uint8Array> => listFile(wanted, workOf(finished, work), work, notes);

/** @throws EngineError; Stopped */
export const writeSegments = (
  wanted: WrittenSegments,
  finished: Finished,
  work: Work,
  notes: ExportNotes,
): AsyncGenerator<Uint8Array> =>
  segmentFiles(wanted, wanted.files, workOf(finished, work), work, notes, wallClock());

export function columnsOf(finished: Finished): ListColumns {
  const { opened, recipe, outcome, segmentation } = finished;
  const names = [opened, ...opened.others].flatMap(({ read }) => columnNames(read.table));
  return {
    customers: offeredColumns(outcome.table, segmentation, names, contactsOf(finished)),
    source: offeredForRows(rowsToLabel(opened.read.table, recipe, outcome), outcome.table),
  };
}

function workOf(finished: Finished, work: Work): LabelledWork {
  const { opened, recipe, outcome, segmentation } = finished;
  const held = [opened, ...opened.others];
  const files = async (): Promise<FileOfRecipe[]> => {
    const found: FileOfRecipe[] = [];
    for (const { file, read } of held) {
      const { name, options } = read.report;
      if (!file) throw new EngineError('unreadable-file', { file: name, reason: 'not-at-hand' });
      const text = await tableSource(blobSource(file, name), options, work);
      found.push({ source: text.source, options, table: read.table });
    }
    return found;
  };
  const tables = held.map(({ read }) => read.table);
  return { recipe, outcome, segmentation, tables, contacts: contactsOf(finished), files };
}
