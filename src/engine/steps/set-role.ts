import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { metaOf, ROLES, withMeta, type Role } from '../table/meta';
import { columnOf } from '../table/table';

/**
 * Says what a column is (`customer`, `amount` …), or that it is none of these (null). A column that had the role
 * before has it no more. Counts: none. @throws EngineError `missing-column`
 */
export const setRole = defineStep({
  op: 'set-role',
  version: 1,
  params: v.strictObject({ column: ColumnName, role: v.nullable(v.picklist(ROLES)) }),
  reads: ({ column }) => [column],
  adds: () => [],
  describe: ({ column, role }) => (role ? `Take ${column} for the ${role}` : `Take ${column} for no role`),
  fit: () => null,
  apply: (table, { column, role }) => {
    columnOf(table, column);
    const { roles: before, key } = metaOf(table);
    const roles = new Map<string, Role>();
    for (const [name, has] of before) if (name !== column && has !== role) roles.set(name, has);
    if (role) roles.set(column, role);
    const keyNow = role === 'customer' ? column : key === column ? null : key;
    return { table: withMeta(table, { roles, key: keyNow }), counts: {} };
  },
});
