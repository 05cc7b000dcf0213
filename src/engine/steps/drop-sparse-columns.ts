import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { countMissing } from '../table/columns';
import { columnsCalled } from '../table/columns-called';
import { columnOf } from '../table/table';
import { listed, percent } from './parts/words';

/** What the data taught: the columns that go. */
const SparseFit = v.object({ columns: v.array(ColumnName) });
export type SparseFit = v.InferOutput<typeof SparseFit>;

const MOST_NAMED = 3;

/**
 * Takes out those of the columns in which more than a share of the cells is blank. Which these are is learnt, so that a
 * later file keeps the same columns. In a table without rows no column is blank. Counts: `removed` columns.
 */
export const dropSparseColumns = defineStep({
  op: 'drop-sparse-columns',
  version: 1,
  params: v.strictObject({
    columns: ColumnNames,
    above: v.pipe(v.number(), v.minValue(0), v.maxValue(0.99)),
  }),
  learnt: SparseFit,
  reads: ({ columns }) => columns,
  adds: () => [],
  describe: ({ above }, fit?: SparseFit) => {
    const gone = fit?.columns ?? [];
    const named = gone.length > 0 && gone.length <= MOST_NAMED ? `: ${listed(gone)}` : '';
    return `Remove columns with more than ${percent(above)} blank${named}`;
  },
  fit: async (table, { columns, above }, work): Promise<SparseFit> => {
    const rows = table.numRows();
    const sparse: string[] = [];
    for (const [done, name] of columns.entries()) {
      const rest = work.breathe({ phase: 'blanks', done, total: columns.length, unit: 'rounds' });
      if (rest) await rest;
      if (countMissing(columnOf(table, name)) > above * rows) sparse.push(name);
    }
    return { columns: sparse };
  },
  apply: (table, { columns }, fit) => {
    for (const name of columns) columnOf(table, name);
    const gone = new Set(fit.columns.filter((name) => columns.includes(name)));
    if (gone.size === 0) return { table, counts: { removed: 0 } };
    return {
      table: columnsCalled(table, (name) => (gone.has(name) ? null : name)),
      counts: { removed: gone.size },
    };
  },
});
