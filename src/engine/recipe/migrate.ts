import { registry, type Registry } from './registry';
import type { Recipe, RecipeStep } from './schema';

/**
 * The recipe with every known step at the version this program writes.
 * Unknown steps and steps newer than this program stay as they are: `validate` reports them.
 */
export function migrateRecipe(recipe: Recipe, known: Registry = registry): Recipe {
  const steps = recipe.steps.map((step) => migrateStep(step, known));
  return steps.every((step, i) => step === recipe.steps[i]) ? recipe : { ...recipe, steps };
}

/**
 * One version up at a time. Where a version has no migration, or its parameters are not what it wrote, the step stays
 * as it is: opening never fails on content.
 */
export function migrateStep<Step extends Pick<RecipeStep, 'op' | 'version' | 'params'>>(
  step: Step,
  known: Registry,
): Step {
  const definition = known.get(step.op);
  if (!definition?.migrate || step.version >= definition.version) return step;
  try {
    let { params } = step;
    for (let version = step.version; version < definition.version; version++) {
      params = definition.migrate(params, version);
    }
    return { ...step, version: definition.version, params };
  } catch {
    return step;
  }
}
