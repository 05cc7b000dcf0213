import * as v from 'valibot';
import { EngineError } from '../errors';
import { migrateRecipe } from './migrate';
import { copyJson } from './plain-json';
import { ModelSchema, RecipeSchema, type Json, type Model, type Recipe } from './schema';

const NEWEST = 1;
const MOST_STEPS = 1_000;

/**
 * Reads a saved recipe: JSON text, or what it parses to. Steps of older versions are brought up; unknown steps are kept.
 * @throws EngineError `not-a-recipe` (path such as `steps.3.id`, reason), `newer-version`
 */
export function parseRecipe(input: unknown): Recipe {
  return migrateRecipe(readAs(RecipeSchema, input, 'recipe'));
}

/**
 * Reads a saved model, as `parseRecipe` does; fits are kept as they are.
 * @throws EngineError `not-a-model` (path such as `recipe.steps.3.id`, reason), `newer-version`
 */
export function parseModel(input: unknown): Model {
  const model = readAs(ModelSchema, input, 'model');
  return { ...model, recipe: migrateRecipe(model.recipe) };
}

type What = 'recipe' | 'model';

function readAs<S extends typeof RecipeSchema | typeof ModelSchema>(
  schema: S,
  input: unknown,
  what: What,
): v.InferOutput<S> {
  const json = plain(typeof input === 'string' ? parsedText(input, what) : input, what);
  refuseNewer(json, what);
  if (what === 'model') refuseNewer(property(json, 'recipe'), 'recipe');
  const found = v.safeParse(schema, json);
  if (!found.success) throw refusal(what, v.getDotPath(found.issues[0]) ?? '', found.issues[0].message);
  return found.output;
}

const refusal = (what: What, path: string, reason: string) =>
  new EngineError(`not-a-${what}`, { path, reason });

function parsedText(text: string, what: What): unknown {
  try {
    // A byte order mark is no part of JSON, but editors write it.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refusal(what, '', 'not-json');
  }
}

function plain(input: unknown, what: What): Json | undefined {
  // Before anything is copied: a million steps are refused as fast as a thousand are opened.
  const steps = property(what === 'recipe' ? input : property(input, 'recipe'), 'steps');
  if (Array.isArray(steps) && steps.length > MOST_STEPS) throw refusal(what, 'steps', 'too-large');
  const copy = copyJson(input);
  if (!copy.ok) throw refusal(what, copy.fault.path, copy.fault.reason);
  return copy.value;
}

function property(of: unknown, name: string): unknown {
  return of !== null && typeof of === 'object' && !Array.isArray(of) && Object.hasOwn(of, name)
    ? (of as Record<string, unknown>)[name]
    : undefined;
}

function refuseNewer(json: unknown, what: What): void {
  const version = property(json, 'version');
  if (property(json, 'format') !== `tessera-${what}` || typeof version !== 'number') return;
  if (Number.isInteger(version) && version > NEWEST)
    throw new EngineError('newer-version', { what, version });
}
