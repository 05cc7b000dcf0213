import type { DialectEvidence } from './dialect-evidence';
import { linesLeftOut } from './mend/learn-mender';
import { Mender } from './mend/mender';
import type { ReadOptions } from './read-options';
import { cellTexts, sampleBlock, type Marks } from './sample-records';
import { commonest } from './sniff-delimiter';
import type { Layout } from './sniff-layout';

const SAMPLE_ROWS = 1000;
const MOST_SHARE = 0.2;

/**
 * Whether rows are to be cut anew where they have too many or too few cells: if that mends some of the sample, and not
 * so many that the others are no measure. Gives the records of the sample as they are read then, and which were mended.
 */
export function sniffMend(
  utf8: Uint8Array,
  whole: boolean,
  marks: Marks,
  { records, header, headerRows, skip }: Layout,
  chosen: Partial<ReadOptions>,
): { mend: boolean; records: Layout['records']; mended?: DialectEvidence['mended'] } {
  // Who says how many lines to skip has said all of it: so do recipes.
  const settled = chosen.mend ?? (chosen.skip === undefined ? undefined : false);
  const rows = header ? records.slice(1) : records;
  const width = header ? (records[0]?.length ?? 0) : commonest(rows);
  const mender = settled === false ? null : Mender.of(rows, width, marks);
  if (!mender) return { mend: settled ?? false, records };
  const names = header ? headerRows : 0;
  const block = sampleBlock(linesLeftOut(utf8, skip), marks, whole, SAMPLE_ROWS);
  const mended = mender.mend(block, () => block.resolveDoubled(marks.quote.charCodeAt(0)), names);
  const count = mended.mended.length;
  if (count === 0 || (settled === undefined && count > rows.length * MOST_SHARE))
    return { mend: settled ?? false, records };
  const anew = cellTexts(mended).slice(names, names + rows.length);
  return {
    mend: true,
    records: header ? [records[0]!, ...anew] : anew,
    mended: { rows: count, example: mended.mended[0]!.text },
  };
}
