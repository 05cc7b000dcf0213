import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { columnsCalled } from '../table/columns-called';
import { columnOf } from '../table/table';
import { listed } from './parts/words';

const isOnce = (names: readonly string[]) => new Set(names).size === names.length;

/**
 * Calls columns otherwise, all at once, so that two may change names; role, unit and the rest go along. Counts:
 * `renamed` columns. @throws EngineError `missing-column`
 */
export const renameColumns = defineStep({
  op: 'rename-columns',
  version: 1,
  params: v.strictObject({
    names: v.pipe(
      v.array(v.strictObject({ column: ColumnName, as: ColumnName })),
      v.minLength(1),
      v.check((names) => isOnce(names.map(({ column }) => column)), 'a column stands twice'),
      v.check((names) => isOnce(names.map(({ as }) => as)), 'a name stands twice'),
    ),
  }),
  reads: ({ names }) => names.map(({ column }) => column),
  adds: () => [],
  renames: ({ names }) => names.map(({ column, as }) => [column, as] as const),
  describe: ({ names }) =>
    names.length > 3
      ? `Rename ${names.length} columns`
      : `Rename ${listed(names.map(({ column, as }) => `${column} to ${as}`))}`,
  fit: () => null,
  apply: (table, { names }) => {
    for (const { column } of names) columnOf(table, column);
    const as = new Map(names.map((one) => [one.column, one.as]));
    return { table: columnsCalled(table, (name) => as.get(name) ?? name), counts: { renamed: names.length } };
  },
});
