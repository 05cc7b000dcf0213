import Papa from 'papaparse';
import { blockOfTexts } from '../table/build/block-of-texts';
import { CellBlock } from '../table/build/cell-block';
import { textOf } from '../table/build/cell-bytes';
import { papaMarks, trimmed } from './papa-marks';
import { scanOf } from './record-blocks';
import type { ReadOptions } from './read-options';

const LF = 0x0a;

/** The marks of a dialect that decide where cells and records end. */
export type Marks = Pick<ReadOptions, 'delimiter' | 'quote' | 'escape' | 'trim' | 'comment'>;

/** The first records of some UTF-8 text, header and preamble included, as a block. A record cut at the end is left out. */
export function sampleBlock(text: Uint8Array, dialect: Marks, whole: boolean, mostRows: number): CellBlock {
  const scan = scanOf(dialect);
  if (!scan) return papaSample(text, dialect, whole, mostRows);
  const block = new CellBlock(mostRows, 4096);
  const bytes = new Uint8Array(text.length + 1);
  bytes.set(text);
  bytes[text.length] = LF;
  block.bytes = bytes;
  scan(block, 0, text.length, whole);
  // A sample that ends inside its first record still shows that record.
  if (block.rows === 0 && !whole) scan(block, 0, text.length, true);
  return block;
}

/** The same by PapaParse, for marks that are not single bytes of ASCII; the spans are those of the cells alone. */
function papaSample(text: Uint8Array, dialect: Marks, whole: boolean, mostRows: number): CellBlock {
  const { data } = Papa.parse<string[]>(new TextDecoder().decode(text), {
    ...papaMarks(dialect),
    preview: mostRows,
  });
  if (!whole && data.length > 1 && data.length < mostRows) data.pop();
  return blockOfTexts(trimmed(data, dialect));
}

/** The cells of a block as text, record by record; doubled quotes are resolved. */
export function cellTexts(block: CellBlock): string[][] {
  const { bytes, starts, ends, offsets, rows } = block;
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: offsets[row + 1]! - offsets[row]! }, (_, at) => {
      const cell = offsets[row]! + at;
      return textOf(bytes, starts[cell]!, ends[cell]!);
    }),
  );
}
