import { uint32 } from '../../table/buffers';
import { MISSING, TextColumn, type Column } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { textOf } from '../parts/text-of';

/** The cells of each row in words with the separator between them; blanks are passed over, a row of blanks is blank. */
export async function concatenated(
  columns: readonly Column[],
  separator: string,
  work: Work,
): Promise<{ column: TextColumn; blank: number }> {
  const rows = columns[0]!.length;
  const codes = uint32(rows);
  const codeOf = new Map<string, number>();
  let blank = 0;
  await inBlocks(rows, 'combining', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const words = columns.map((column) => textOf(column, row)).filter((word) => word !== null);
      const text = words.join(separator);
      if (words.length === 0 || text === '') {
        codes[row] = MISSING;
        blank++;
        continue;
      }
      const code = codeOf.get(text);
      if (code === undefined) codeOf.set(text, codeOf.size);
      codes[row] = code ?? codeOf.size - 1;
    }
  });
  return { column: new TextColumn(codes, Dictionary.of([...codeOf.keys()])), blank };
}
