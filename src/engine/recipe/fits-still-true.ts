import { registry, type Registry } from './registry';
import type { Recipe, RecipeStep } from './schema';

/** Parameters that say how things are called; no step learns from them. */
const NAMES: ReadonlySet<string> = new Set(['names']);

/**
 * What was learnt elsewhere, for a recipe that was edited since: still true where every step that learns is as it was but
 * for the names it gives, and stands behind the same steps; new steps that learn nothing may follow. Else null: learn again.
 */
export function fitsStillTrue(
  before: Recipe,
  fits: Readonly<Record<string, unknown>>,
  now: Recipe,
  known: Registry = registry,
): Readonly<Record<string, unknown>> | null {
  const learns = ({ op }: RecipeStep) => known.get(op)?.learnt !== undefined;
  const lastLearning = before.steps.reduce((last, step, i) => (step.enabled && learns(step) ? i : last), -1);
  const asBefore = before.steps
    .slice(0, lastLearning + 1)
    .every((step, i) => now.steps[i] !== undefined && plain(step) === plain(now.steps[i]));
  const added = now.steps.slice(lastLearning + 1);
  if (!asBefore || added.some((step) => step.enabled && learns(step))) return null;
  return { ...Object.fromEntries(added.map(({ id }) => [id, null])), ...fits };
}

const plain = ({ id, op, version, enabled, params }: RecipeStep): string => {
  const rest = Object.entries(params).filter(([name]) => !NAMES.has(name));
  return JSON.stringify([id, op, version, enabled, rest]);
};
