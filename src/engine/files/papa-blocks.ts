import Papa from 'papaparse';
import { blockOfTexts } from '../table/build/block-of-texts';
import type { CellBlock } from '../table/build/cell-block';
import type { Work } from '../work';
import { EngineError } from '../errors';
import { MOST_TEXT_BYTES } from './reading-limits';
import { joinHeader } from './join-header';
import { papaMarks, trimmed } from './papa-marks';
import type { ReadOptions } from './read-options';
import type { ByteSource } from './source';
import { utf8Slices } from './utf8-slices';

const BLOCK_ROWS = 4096;

/**
 * The records of a file whose marks the byte machine does not know (a delimiter such as `¦` or of several
 * characters), parsed by PapaParse. The whole text is held in memory.
 * @throws EngineError `file-too-large`, `unreadable-file`; Stopped
 */
export async function* papaBlocks(
  source: ByteSource,
  options: ReadOptions,
  work: Work,
  sliceBytes: number,
): AsyncGenerator<CellBlock> {
  if (source.size > MOST_TEXT_BYTES)
    throw new EngineError('file-too-large', {
      file: source.name,
      bytes: source.size,
      limit: MOST_TEXT_BYTES,
    });
  const text = await wholeText(source, options, work, sliceBytes);
  const data = trimmed(Papa.parse<string[]>(text, papaMarks(options)).data, options);
  const headerRows = options.headerRows ?? 1;
  if (options.header && headerRows > 1) data.unshift(joinHeader(data.splice(0, headerRows)));
  let firstRow = 0;
  for (let at = 0; at < data.length;) {
    const isHeader = options.header && at === 0;
    const records = data.slice(at, at + (isHeader ? 1 : BLOCK_ROWS));
    const block = blockOfTexts(records);
    block.isHeader = isHeader;
    block.firstRow = firstRow;
    yield block;
    at += records.length;
    if (!isHeader) firstRow += records.length;
    const rest = work.breathe({ phase: 'reading', done: at, total: data.length, unit: 'rows' });
    if (rest) await rest;
  }
}

async function wholeText(
  source: ByteSource,
  options: ReadOptions,
  work: Work,
  sliceBytes: number,
): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const { bytes, read, final } of utf8Slices(source, options.encoding, sliceBytes, () => 0)) {
    text += decoder.decode(bytes, { stream: !final });
    const rest = work.breathe({ phase: 'reading', done: read, total: source.size, unit: 'bytes' });
    if (rest) await rest;
  }
  const lines = /\r\n|\r|\n/g;
  for (let line = 0; line < options.skip && lines.exec(text); line++);
  return text.slice(lines.lastIndex);
}
