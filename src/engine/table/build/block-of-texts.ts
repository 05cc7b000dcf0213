import { CellBlock } from './cell-block';

/** Records that are already texts, as a block: for samples, and for parsers that know no bytes. */
export function blockOfTexts(records: readonly (readonly string[])[]): CellBlock {
  const cells = records.flat();
  const block = new CellBlock(records.length, cells.length + 1);
  const encoder = new TextEncoder();
  const joined = cells.join('');
  block.bytes = encoder.encode(joined);
  const ascii = block.bytes.length === joined.length;
  let at = 0;
  cells.forEach((text, cell) => {
    block.starts[cell] = at;
    at += ascii ? text.length : encoder.encode(text).length;
    block.ends[cell] = at;
  });
  let count = 0;
  for (const record of records) {
    count += record.length;
    block.offsets[++block.rows] = count;
  }
  return block;
}
