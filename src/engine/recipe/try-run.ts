import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import type { StepOutcome } from './outcome';
import { registry, type Registry } from './registry';
import { run, type RunOptions } from './run';
import type { Recipe } from './schema';

/** What a recipe would do: what each step did as far as they could be done, and what stopped them. */
export interface Trial {
  /** Of the steps before the problem; of all where there is none. */
  steps: readonly StepOutcome[];
  /** The first step that cannot be done, and why. */
  problem: EngineError | null;
}

/**
 * Does the recipe as far as it can be done. The table given is left unchanged.
 * @throws EngineError what is wrong with the recipe as a whole; Stopped
 */
export async function tryRun(
  recipe: Recipe,
  source: ColumnTable,
  options: RunOptions,
  known: Registry = registry,
): Promise<Trial> {
  let problem: EngineError | null = null;
  for (;;) {
    const steps = recipe.steps.slice(0, problem?.step ?? recipe.steps.length);
    try {
      return { steps: (await run({ ...recipe, steps }, source, options, known)).steps, problem };
    } catch (error) {
      // A step further up may fail on the data where one further down is wrong by its parameters.
      const at = error instanceof EngineError ? error.step : undefined;
      if (at === undefined || at >= steps.length) throw error;
      problem = error as EngineError;
    }
  }
}

/** The recipe with the step of that id and all behind it switched off; as it is where no step has it. */
export function upToStep(recipe: Recipe, id: string): Recipe {
  const first = recipe.steps.findIndex((step) => step.id === id);
  if (first < 0) return recipe;
  const steps = recipe.steps.map((step, at) => (at < first ? step : { ...step, enabled: false }));
  return { ...recipe, steps };
}
