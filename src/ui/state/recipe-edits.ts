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

/** The recipe with no steps, as it stands after reading. */
export const onlyRead = ({ report, grain, columns }: Understanding): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [
    {
      name: report.name,
      read: report.options,
      grain,
      columns: columns.map(({ name, kind, role }) => ({ name, kind, role })),
    },
  ],
  steps: [],
});

/** The step that makes the segments, if there is one. */
export const segmentStep = (recipe: Recipe): RecipeStep | null =>
  recipe.steps.filter((step) => step.op === 'segment' && step.enabled).at(-1) ?? null;
