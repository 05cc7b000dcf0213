import * as v from 'valibot';
import { migrateRecipe } from './migrate';
import type { RecipeFault } from './outcome';
import { registry, type Registry } from './registry';
import type { Recipe, RecipeStep } from './schema';
import type { KnownColumn, KnownSource } from './step';
import { validate } from './validate';

/** Of more broken steps the rest are told as `validate` finds them. */
const MOST_IN_TURN = 100;

/** A fault, and the step before it that could not run either and would have made what is missing. */
export interface FaultInTurn extends RecipeFault {
  because?: number;
}

/**
 * All that could not run, in the order of the steps: the first step with a fault is switched off and the others checked
 * again without what it would have made, until nothing more is found.
 */
export function everyFault(
  given: Recipe,
  table: readonly KnownColumn[],
  known: Registry = registry,
  others?: ReadonlyMap<number, KnownSource>,
): FaultInTurn[] {
  const recipe = migrateRecipe(given, known);
  const steps = [...recipe.steps];
  const isOn = ({ step }: RecipeFault): boolean => step !== null && steps[step]!.enabled;
  const broken: number[] = [];
  let found = validate({ ...recipe, steps }, table, known, others);
  const all: FaultInTurn[] = found.filter((fault) => !isOn(fault));
  while (found.some(isOn) && broken.length < MOST_IN_TURN) {
    const first = Math.min(...found.filter(isOn).map(({ step }) => step!));
    const now = found.filter(({ step }) => step === first);
    all.push(...now.map((fault) => withReason(fault, recipe.steps, broken, known)));
    broken.unshift(first);
    steps[first] = { ...steps[first]!, enabled: false };
    found = validate({ ...recipe, steps }, table, known, others);
  }
  all.push(...found.filter(isOn));
  return all.sort((a, b) => (a.step ?? -1) - (b.step ?? -1));
}

/** @param broken steps before it, the last one first */
function withReason(
  fault: RecipeFault,
  steps: readonly RecipeStep[],
  broken: readonly number[],
  known: Registry,
): FaultInTurn {
  const because = broken.find((step) => makes(steps[step]!, fault, known));
  return because === undefined ? fault : { ...fault, because };
}

/** Whether a step would have made the column that is missing, or the rows that are wanted. */
function makes({ op, params }: RecipeStep, { code, details }: RecipeFault, known: Registry): boolean {
  const definition = known.get(op);
  const parsed = definition && v.safeParse(definition.params, params);
  if (!definition || !parsed?.success) return false;
  if (code === 'wrong-grain') return definition.gives === details.needed;
  if (code !== 'missing-column') return false;
  const renamed = definition.renames?.(parsed.output).map(([, as]) => as) ?? [];
  const column = String(details.column);
  return (
    [...definition.adds(parsed.output), ...renamed].includes(column) ||
    definition.mayAdd?.(parsed.output, column) === true
  );
}
