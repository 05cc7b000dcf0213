import { migrateRecipe } from './migrate';
import { readSaved } from './read-saved';
import { ModelSchema, RecipeSchema, type Model, type Recipe } from './schema';

/**
 * Reads a saved recipe: JSON text, or what it parses to. Steps of older versions are brought up; unknown steps are kept.
 * @throws EngineError `not-a-recipe` (path such as `steps.3.id`, reason), `newer-version`
 */
export function parseRecipe(input: unknown): Recipe {
  return migrateRecipe(readSaved(RecipeSchema, input, 'recipe'));
}

/**
 * Reads a saved model, as `parseRecipe` does; fits are kept as they are.
 * @throws EngineError `not-a-model` (path such as `recipe.steps.3.id`, reason), `newer-version`
 */
export function parseModel(input: unknown): Model {
  const model = readSaved(ModelSchema, input, 'model');
  return { ...model, recipe: migrateRecipe(model.recipe) };
}
