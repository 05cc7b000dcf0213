import { EngineError, parseModel, parseRecipe, type Model, type Recipe } from '../engine/index';
import type { SavedFile } from './recipe-api';

/** A recipe from a file, with what it learnt where the file is a model. */
export interface SavedRecipe {
  recipe: Recipe;
  fits: Model['fits'] | null;
}

/** @throws EngineError `not-a-recipe`, `not-a-model`, `newer-version`, naming the file */
export function savedRecipe({ name, text }: SavedFile): SavedRecipe {
  try {
    const json = parsed(text);
    if (isOf('steps', json)) throw new EngineError('not-a-recipe', { path: 'format', reason: 'steps' });
    if (!isOf('model', json)) return { recipe: parseRecipe(text), fits: null };
    const { recipe, fits } = parseModel(text);
    return { recipe, fits };
  } catch (error) {
    if (error instanceof EngineError) throw new EngineError(error.code, { ...error.details, file: name });
    throw error;
  }
}

const isOf = (what: 'model' | 'steps', json: unknown): boolean =>
  typeof json === 'object' && json !== null && 'format' in json && json.format === `tessera-${what}`;

function parsed(text: string): unknown {
  try {
    // A byte order mark is no part of JSON, but editors write it.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new EngineError('not-a-recipe', { path: '', reason: 'not-json' });
  }
}
