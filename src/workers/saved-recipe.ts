import { EngineError, parseModel, parseRecipe, type Model, type Recipe } from '../engine/index';

/** A recipe from a file, with what it learnt where the file is a model. */
export interface SavedRecipe {
  recipe: Recipe;
  fits: Model['fits'] | null;
}

/** @throws EngineError `not-a-recipe`, `not-a-model`, `newer-version` */
export function savedRecipe(text: string): SavedRecipe {
  const json = parsed(text);
  const isModel =
    typeof json === 'object' && json !== null && 'format' in json && json.format === 'tessera-model';
  if (!isModel) return { recipe: parseRecipe(json), fits: null };
  const { recipe, fits } = parseModel(json);
  return { recipe, fits };
}

function parsed(text: string): unknown {
  try {
    // A byte order mark is no part of JSON, but editors write it.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new EngineError('not-a-recipe', { path: '', reason: 'not-json' });
  }
}
