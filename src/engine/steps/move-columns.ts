import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { metaOf } from '../table/meta';
import { columnNames, columnOf, makeTable } from '../table/table';
import { listed } from './parts/words';

/**
 * Puts columns, in the order given, in front of all others, behind them, or in front of one of them (`before`).
 * Counts: `moved` columns. @throws EngineError `missing-column`
 */
export const moveColumns = defineStep({
  op: 'move-columns',
  version: 1,
  params: v.union([
    v.strictObject({ columns: ColumnNames, to: v.picklist(['front', 'end']) }),
    v.strictObject({ columns: ColumnNames, before: ColumnName }),
  ]),
  reads: (params) => ('before' in params ? [...params.columns, params.before] : params.columns),
  adds: () => [],
  refuses: (params) =>
    'before' in params && params.columns.includes(params.before)
      ? { code: 'bad-params', details: { path: 'params.before', reason: 'is moved itself' } }
      : null,
  describe: (params) => {
    const what = params.columns.length > 3 ? `${params.columns.length} columns` : listed(params.columns);
    if ('before' in params) return `Put ${what} before ${params.before}`;
    return `Put ${what} ${params.to === 'front' ? 'first' : 'last'}`;
  },
  fit: () => null,
  apply: (table, params) => {
    const moved = new Set(params.columns);
    const others = columnNames(table).filter((name) => !moved.has(name));
    const at = 'before' in params ? others.indexOf(params.before) : params.to === 'front' ? 0 : others.length;
    const names = [...others.slice(0, at), ...params.columns, ...others.slice(at)];
    return {
      table: makeTable(
        names.map((name) => [name, columnOf(table, name)] as const),
        metaOf(table),
      ),
      counts: { moved: moved.size },
    };
  },
});
