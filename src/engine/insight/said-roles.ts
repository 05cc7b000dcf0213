import * as v from 'valibot';
import type { RecipeStep } from '../recipe/schema';
import { renameColumns } from '../steps/rename-columns';
import { setRole } from '../steps/set-role';
import type { Role } from '../table/meta';
import { rolesMade } from './customers-made';
import type { Prepared } from './prepared-read';
import type { Choices } from './understanding';

/** The choices with the roles that `set-role` steps of the person's own say, and those of customers they made; what is chosen beside them goes before. */
export function withSaidRoles(chosen: Choices, prepared: Prepared | null): Choices {
  const said = new Map([...rolesMade(prepared), ...rolesSaid(prepared?.steps ?? [])]);
  return said.size === 0 ? chosen : { ...chosen, roles: new Map([...said, ...(chosen.roles ?? [])]) };
}

/** By column as it is called after all steps; null: it has no role. */
function rolesSaid(steps: readonly RecipeStep[]): Map<string, Role | null> {
  let said = new Map<string, Role | null>();
  for (const { op, params } of steps.filter(({ enabled }) => enabled)) {
    if (op === setRole.op) {
      const { column, role } = v.parse(setRole.params, params);
      said.delete(column);
      said.set(column, role);
    } else if (op === renameColumns.op && said.size > 0) {
      const names = new Map(
        v.parse(renameColumns.params, params).names.map(({ column, as }) => [column, as]),
      );
      said = new Map([...said].map(([column, role]) => [names.get(column) ?? column, role]));
    }
  }
  return said;
}
