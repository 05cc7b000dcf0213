import { registry } from '../../recipe/registry';
import type { RecipeStep } from '../../recipe/schema';
import type { Role } from '../../table/meta';
import type { Understanding } from '../understanding';

/** A column of such a role takes part in what the automatic steps are. */
const ROLES: ReadonlySet<Role> = new Set([
  'customer', 'order', 'date', 'amount', 'quantity', 'price', 'recency', 'frequency', 'monetary',
]); // prettier-ignore

/** The automatic steps: those of the recipe behind the person's own. None where there is no automatic recipe. */
export const automaticSteps = ({ recipe }: Understanding, own: number): readonly RecipeStep[] =>
  recipe.ok ? recipe.recipe.steps.slice(own) : [];

/** Columns of the table that automatic steps read, and those with a role or in the list that decides what they read. */
export function columnsRead(understanding: Understanding, steps: readonly RecipeStep[]): Set<string> {
  const read = new Set<string>();
  for (const { role, column } of understanding.guesses) if (ROLES.has(role)) read.add(column);
  for (const { column, list } of understanding.lists)
    if (list === 'key' || list === 'grouped-by') read.add(column);
  const made = new Set<string>();
  for (const { op, params } of steps) {
    const step = registry.get(op);
    for (const column of step?.reads(params) ?? []) if (!made.has(column)) read.add(column);
    for (const column of step?.adds(params) ?? []) made.add(column);
  }
  return read;
}
