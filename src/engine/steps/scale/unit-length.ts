import { float64 } from '../../table/buffers';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';

/**
 * The columns with each row divided by its length (the root of the sum of squares), so that rows differ in direction
 * only; a row of zeros stays. **Blanks**: a row with one has no length and is blank in all columns; counted.
 * @see scikit-learn, Normalizer (norm = "l2")
 */
export async function unitLength(
  columns: readonly Float64Array[],
  work: Work,
): Promise<{ scaled: Float64Array[]; withoutLength: number }> {
  const rows = columns[0]?.length ?? 0;
  const scaled = columns.map(() => float64(rows));
  let withoutLength = 0;
  await inBlocks(rows, 'scaling', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const length = lengthOf(columns, row);
      if (length !== length) withoutLength++;
      for (let i = 0; i < columns.length; i++)
        scaled[i]![row] = length === length ? columns[i]![row]! / (length || 1) : NaN;
    }
  });
  return { scaled, withoutLength };
}

/** NaN where a cell is. The greatest is taken out, so that no square runs over. */
function lengthOf(columns: readonly Float64Array[], row: number): number {
  let most = 0;
  for (const values of columns) {
    const size = Math.abs(values[row]!);
    if (size !== size) return NaN;
    if (size > most) most = size;
  }
  if (most === 0) return 0;
  let squares = 0;
  for (const values of columns) squares += (values[row]! / most) ** 2;
  return most * Math.sqrt(squares);
}
