import * as v from 'valibot';
import { EngineError, type ErrorCode } from '../errors';
import { copyJson } from './plain-json';
import type { Json } from './schema';

const NEWEST = 1;
const MOST_STEPS = 1_000;

/** What Tessera saves as JSON: the `format` begins with `tessera-`. */
export type Saved = 'recipe' | 'model' | 'steps';

const CODES: Record<Saved, ErrorCode> = {
  recipe: 'not-a-recipe',
  model: 'not-a-model',
  steps: 'not-a-step-group',
};

/**
 * What was saved, from JSON text or what it parses to, held against its schema; it shares nothing with what was given.
 * @throws EngineError `not-a-recipe`, `not-a-model`, `not-a-step-group` (path such as `steps.3.id`, reason),
 * `newer-version`
 */
export function readSaved<S extends v.GenericSchema>(
  schema: S,
  input: unknown,
  what: Saved,
): v.InferOutput<S> {
  const json = plain(typeof input === 'string' ? parsedText(input, what) : input, what);
  refuseNewer(json, what);
  if (what === 'model') refuseNewer(property(json, 'recipe'), 'recipe');
  const found = v.safeParse(schema, json);
  if (!found.success) throw refusal(what, v.getDotPath(found.issues[0]) ?? '', found.issues[0].message);
  return found.output;
}

/** Why it is none. */
export const refusal = (what: Saved, path: string, reason: string): EngineError =>
  new EngineError(CODES[what], { path, reason });

function parsedText(text: string, what: Saved): unknown {
  try {
    // A byte order mark is no part of JSON, but editors write it.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw refusal(what, '', 'not-json');
  }
}

function plain(input: unknown, what: Saved): Json | undefined {
  // Before anything is copied: a million steps are refused as fast as a thousand are opened.
  const steps = property(what === 'model' ? property(input, 'recipe') : input, 'steps');
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

function refuseNewer(json: unknown, what: Saved): void {
  const version = property(json, 'version');
  if (property(json, 'format') !== `tessera-${what}` || typeof version !== 'number') return;
  if (Number.isInteger(version) && version > NEWEST)
    throw new EngineError('newer-version', { what, version });
}
