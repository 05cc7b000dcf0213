import { textOf } from '../table/build/cell-bytes';
import type { Work } from '../work';
import type { AddedColumns } from './added-columns';
import { RecordCopier, type CopyOptions } from './copy-records';
import { extraName, headerNames } from './header-names';
import type { ReadOptions } from './read-options';
import { recordBlocks } from './record-blocks';
import type { ByteSource } from './source';

export interface LabelOptions extends CopyOptions {
  /** Cells of the longest record, where that is known: the source is read once then, else first for this. */
  width?: number;
  /** Places of the columns to write; all where absent. */
  places?: readonly number[];
}

/**
 * Every record of the source in its order, cells exactly as read, with columns added behind: comma-separated UTF-8
 * unless asked otherwise. The header is that of the file, made-up names where it has none; shorter records are filled
 * up with empty cells, so that the added columns stand in line.
 * @throws EngineError `unreadable-file`; Stopped
 */
export async function* labelSource(
  source: ByteSource,
  options: ReadOptions,
  added: AddedColumns,
  work: Work,
  how: LabelOptions = {},
): AsyncGenerator<Uint8Array> {
  const header = await layoutOf(source, options, work, how);
  const places = how.places ?? header.map((_, at) => at);
  const copier = new RecordCopier(
    places.map((place) => header[place]!),
    added,
    how,
  );
  for await (const block of recordBlocks(source, options, work, how.sliceBytes)) {
    if (block.isHeader) continue;
    for (let row = 0; row < block.rows; row++) {
      copier.copy(block, row, places, block.firstRow + row);
      if (copier.full) yield copier.take();
    }
  }
  yield copier.take();
}

/** The header to write, wide enough for the longest record. */
async function layoutOf(
  source: ByteSource,
  options: ReadOptions,
  work: Work,
  { width: known, sliceBytes }: LabelOptions,
): Promise<string[]> {
  let named: string[] | null = null;
  let width = known ?? 0;
  for await (const { bytes, starts, ends, offsets, rows, isHeader } of recordBlocks(
    source,
    options,
    work,
    sliceBytes,
  )) {
    if (isHeader)
      named = Array.from({ length: offsets[1]! }, (_, cell) => textOf(bytes, starts[cell]!, ends[cell]!));
    if (known !== undefined) break;
    for (let row = 0; row < rows; row++) width = Math.max(width, offsets[row + 1]! - offsets[row]!);
  }
  const header = named ?? headerNames(null, width).names;
  const own = header.length;
  while (header.length < width) header.push(extraName(header, header.length - own + 1));
  return header;
}
