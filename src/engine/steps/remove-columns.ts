import * as v from 'valibot';
import { ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { columnsCalled } from '../table/columns-called';
import { columnOf } from '../table/table';
import { listed } from './parts/words';

/** Takes columns out of the table. Counts: `removed` columns. @throws EngineError `missing-column` */
export const removeColumns = defineStep({
  op: 'remove-columns',
  version: 1,
  params: v.strictObject({ columns: ColumnNames }),
  reads: ({ columns }) => columns,
  adds: () => [],
  drops: ({ columns }) => columns,
  describe: ({ columns }) =>
    columns.length > 3 ? `Remove ${columns.length} columns` : `Remove ${listed(columns)}`,
  fit: () => null,
  apply: (table, { columns }) => {
    for (const name of columns) columnOf(table, name);
    const gone = new Set(columns);
    return {
      table: columnsCalled(table, (name) => (gone.has(name) ? null : name)),
      counts: { removed: gone.size },
    };
  },
});
