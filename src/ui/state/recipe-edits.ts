import type { RoleChoice } from '../../workers/api';
import type { Recipe, RecipeStep, Understanding } from '../../engine/index';
import { followColumns } from './follow-columns';

const withSteps = (recipe: Recipe, steps: RecipeStep[]): Recipe =>
  followColumns(recipe, { ...recipe, steps });

const mapStep = (recipe: Recipe, id: string, change: (step: RecipeStep) => RecipeStep): Recipe =>
  withSteps(
    recipe,
    recipe.steps.map((step) => (step.id === id ? change(step) : step)),
  );

/** The recipe with other parameters in one step. */
export const withParams = (recipe: Recipe, id: string, params: RecipeStep['params']): Recipe =>
  mapStep(recipe, id, (step) => ({ ...step, params }));

/** The recipe with one step on or off. */
export const withSwitch = (recipe: Recipe, id: string, enabled: boolean): Recipe =>
  mapStep(recipe, id, (step) => ({ ...step, enabled }));

/** The recipe without one step. */
export const withoutStep = (recipe: Recipe, id: string): Recipe =>
  withSteps(
    recipe,
    recipe.steps.filter((step) => step.id !== id),
  );

/** The recipe as it stands after reading: with nothing but the steps of the person's own. */
export const onlyRead = (
  { source, others = [] }: Understanding,
  own: readonly RecipeStep[] = [],
): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [source, ...others],
  steps: [...own],
});

/** A step that has no id yet; of the first version, if not said. */
export type NewStep = Pick<RecipeStep, 'op' | 'params'> & Partial<Pick<RecipeStep, 'version'>>;

/** A new step for the end of the person's own; its id is like no other's. */
export function ownStep(own: readonly RecipeStep[], { op, params, version = 1 }: NewStep): RecipeStep {
  const taken = new Set(own.map(({ id }) => id));
  let number = own.length + 1;
  while (taken.has(`own-${number}`)) number++;
  return { id: `own-${number}`, op, version, enabled: true, params };
}

/** The person's own steps with new ones behind them. */
export function withOwn(own: readonly RecipeStep[], added: readonly NewStep[]): RecipeStep[] {
  const all = [...own];
  for (const step of added) all.push(ownStep(all, step));
  return all;
}

/** The recipe with one of the person's own steps before or behind its neighbour; null where it is none or has none there. */
export function withOwnMoved(
  recipe: Recipe,
  own: readonly RecipeStep[],
  id: string,
  to: number,
): Recipe | null {
  const from = own.findIndex((step) => step.id === id);
  if (from < 0 || to < 0 || to >= own.length || to === from) return null;
  const steps = [...recipe.steps];
  const [step] = steps.splice(from, 1);
  steps.splice(to, 0, step!);
  return { ...recipe, steps };
}

/** The person's own steps as the changed recipe has them. */
export function ownSteps(before: readonly RecipeStep[], recipe: Recipe): RecipeStep[] {
  const ids = new Set(before.map(({ id }) => id));
  return recipe.steps.filter(({ id }) => ids.has(id));
}

/** The step that makes the segments, if there is one. */
export const segmentStep = (recipe: Recipe): RecipeStep | null =>
  recipe.steps.filter((step) => step.op === 'segment' && step.enabled).at(-1) ?? null;

/** The choice that goes with a changed recipe: the person's own steps are part of both. */
export function choiceFor(recipe: Recipe, choice: RoleChoice): RoleChoice {
  const own = choice.before;
  if (!own) return choice;
  const before = ownSteps(own, recipe);
  return JSON.stringify(before) === JSON.stringify(own) ? choice : { ...choice, before };
}
