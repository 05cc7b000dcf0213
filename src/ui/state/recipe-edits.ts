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

/** A new step for the end of the person's own; its id is like no other's. */
export function ownStep(
  own: readonly RecipeStep[],
  { op, params }: Pick<RecipeStep, 'op' | 'params'>,
): RecipeStep {
  const taken = new Set(own.map(({ id }) => id));
  let number = own.length + 1;
  while (taken.has(`own-${number}`)) number++;
  return { id: `own-${number}`, op, version: 1, enabled: true, params };
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
