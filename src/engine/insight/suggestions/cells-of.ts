import { inBlocks } from '../../steps/parts/blocks';
import { MISSING, type TextColumn } from '../../table/columns';
import type { Work } from '../../work';

/** The cells of a text column whose text is marked, by code. */
export async function cellsOf({ codes }: TextColumn, marks: Uint8Array, work: Work): Promise<number> {
  let count = 0;
  await inBlocks(codes.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      if (code !== MISSING) count += marks[code]!;
    }
  });
  return count;
}
