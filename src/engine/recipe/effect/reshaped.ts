import type { ColumnTable } from 'arquero';
import { equalBins } from '../../insight/equal-bins';
import { momentsOf } from '../../stats/tally-moments';
import { metaOf } from '../../table/meta';
import { columnAs, columnNames } from '../../table/table';
import { tallyOf } from '../../table/tally';
import type { Work } from '../../work';
import type { Shape } from './step-effect';

/** Columns drawn before and after. */
const MOST = 3;

/** The shapes of the first columns of numbers and of what they became, in a table that has both. Blanks are skipped. */
export async function reshaped(
  table: ColumnTable,
  reads: readonly string[],
  work: Work,
): Promise<{ before: Shape; after: Shape }[]> {
  const { origins } = metaOf(table);
  const made = reads.slice(0, MOST).flatMap((column) => {
    const after = columnNames(table)
      .filter((name) => origins.get(name) === column)
      .at(-1);
    return after === undefined ? [] : [[column, after] as const];
  });
  const shapes: { before: Shape; after: Shape }[] = [];
  for (const [before, after] of made)
    shapes.push({ before: await shapeOf(table, before, work), after: await shapeOf(table, after, work) });
  return shapes;
}

async function shapeOf(table: ColumnTable, column: string, work: Work): Promise<Shape> {
  const tally = await tallyOf(columnAs(table, column, 'number').values, work);
  return { column, bins: equalBins(tally), skewness: momentsOf(tally)?.skewness ?? null };
}
