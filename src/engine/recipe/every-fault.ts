import * as v from 'valibot';
import { migrateRecipe } from './migrate';
import type { RecipeFault } from './outcome';
import { registry, type Registry } from './registry';
import type { Recipe, RecipeStep } from './schema';
import type { KnownColumn, KnownSource } from './step';
import { validate } from './validate';

/** A fault, and the step before it that could not run either and would have made what is missing. */
export interface FaultInTurn extends RecipeFault {
  because?: number;
}

/**
 * All that `validate` finds, and all that would follow from it: steps that could not run are switched off and the others
 * checked again, until nothing more is found. In the order of the steps.
 */
export function everyFault(
  given: Recipe,
  table: readonly KnownColumn[],
  known: Registry = registry,
  others?: ReadonlyMap<number, KnownSource>,
): FaultInTurn[] {
  const recipe = migrateRecipe(given, known);
  const steps = [...recipe.steps];
  const broken = new Set<number>();
  const all: FaultInTurn[] = [];
  for (;;) {
    const found = validate({ ...recipe, steps }, table, known, others);
    const now = found.filter(({ step }) => all.length === 0 || (step !== null && steps[step]!.enabled));
    all.push(...now.map((fault) => withReason(fault, recipe.steps, broken, known)));
    const next = now.flatMap(({ step }) => (step !== null && steps[step]!.enabled ? [step] : []));
    if (next.length === 0) return all.sort((a, b) => (a.step ?? -1) - (b.step ?? -1));
    for (const step of next) {
      broken.add(step);
      steps[step] = { ...steps[step]!, enabled: false };
    }
  }
}

function withReason(
  fault: RecipeFault,
  steps: readonly RecipeStep[],
  broken: ReadonlySet<number>,
  known: Registry,
): FaultInTurn {
  if (fault.step === null) return fault;
  const before = [...broken].filter((step) => step < fault.step!).sort((a, b) => b - a);
  const because = before.find((step) => makes(steps[step]!, fault, known));
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
  return [...definition.adds(parsed.output), ...renamed].includes(String(details.column));
}
