import { registry, type Registry } from './registry';
import type { Recipe, RecipeStep } from './schema';

/** Parameters that say how things are called or what is done with them; no step learns from them. */
const HARMLESS: ReadonlySet<string> = new Set(['name', 'names', 'actions']);

/**
 * What was learnt elsewhere, for a recipe that was edited since: still true where every step up to the last that learnt is as
 * it was but for names, and for a number of segments that was left open and is now given as it was found. Steps behind
 * may have been added; they learn by themselves (`learnNew` of `run`). Else null: learn again.
 */
export function fitsStillTrue(
  before: Recipe,
  fits: Readonly<Record<string, unknown>>,
  now: Recipe,
  known: Registry = registry,
): Readonly<Record<string, unknown>> | null {
  const learns = ({ op }: RecipeStep) => known.get(op)?.learnt !== undefined;
  const last = before.steps.reduce((at, step, i) => (step.enabled && learns(step) ? i : at), -1);
  const asBefore = before.steps
    .slice(0, last + 1)
    .every((step, i) => now.steps[i] !== undefined && essence(step, fits) === essence(now.steps[i], fits));
  return asBefore ? fits : null;
}

function essence(
  { id, op, version, enabled, params }: RecipeStep,
  fits: Readonly<Record<string, unknown>>,
): string {
  const rest = Object.entries(params).filter(([name]) => !HARMLESS.has(name));
  const said = rest.map(([name, value]) =>
    name === 'k' && value === 'auto' ? [name, (fits[id] as { k?: number } | null)?.k] : [name, value],
  );
  return JSON.stringify([id, op, version, enabled, said.sort()]);
}
