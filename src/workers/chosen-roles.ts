import type { Choices, Role, Understanding } from '../engine/index';
import type { RoleChoice } from './api';

/** The choice as the engine takes it: by column, a role moved elsewhere being taken from the column that had it. */
export function chosenRoles(choice: RoleChoice, before: Understanding): Choices {
  const roles = new Map<string, Role | null>();
  for (const [role, column] of choice.roles ?? []) {
    for (const guess of before.guesses) {
      if (guess.role === role && guess.column !== column && !roles.has(guess.column))
        roles.set(guess.column, null);
    }
    if (column !== null) roles.set(column, role);
  }
  return {
    ...(choice.grain && { grain: choice.grain }),
    roles,
    ...(choice.currency !== undefined && { currency: choice.currency }),
    lists: new Map(choice.lists),
    othersBlank: choice.othersBlank ?? [],
    today: Date.now(),
  };
}
