import {
  EngineError,
  knownSources,
  prepare,
  understand,
  type ErrorCode,
  type Recipe,
  type Work,
} from '../engine/index';
import type { Arguments } from './arguments';
import { readModel, readRecipe, type Input } from './inputs';
import { RunError } from './usage-error';

/** The recipe that was given, and what was learnt before where a model was. */
export interface Given {
  recipe: Recipe | null;
  fits: Readonly<Record<string, unknown>> | null;
}

/** @throws EngineError, RunError */
export async function readGiven({ recipe, model }: Arguments): Promise<Given> {
  if (model === null) return { recipe: recipe === null ? null : await readRecipe(recipe), fits: null };
  const { recipe: learnt, fits } = await readModel(model);
  return { recipe: learnt, fits };
}

/** The recipe to run: the one given, else the automatic one, with what the options say instead. @throws EngineError, RunError */
export async function recipeFor(given: Given, input: Input, args: Arguments, work: Work): Promise<Recipe> {
  const recipe = given.recipe ? input.recipe! : await automatic(input, work);
  const { name } = input.files[0]!.read.report;
  const dated =
    args.referenceDate === null
      ? recipe
      : withParam(recipe, name, COUNT_DAYS, 'referenceDate', args.referenceDate);
  if (args.k === null) return dated;
  const named = dated.steps.find(
    ({ op, enabled, params }) => op === 'segment' && enabled && params['by'] !== undefined,
  );
  if (named)
    throw new RunError(
      `${name}: --k cannot be: the recipe groups by the names in ${String(named.params['by'])}`,
    );
  return withParam(dated, name, GROUP, 'k', args.k);
}

async function automatic({ files, steps }: Input, work: Work): Promise<Recipe> {
  const reads = files.map(({ read }) => read);
  const known = reads.length > 1 ? await knownSources(reads, steps, work) : [];
  const prepared = await prepare(reads, steps, known, undefined, work);
  const { recipe } = await understand(reads[0]!, {}, work, prepared);
  if (recipe.ok) return recipe.recipe;
  const { name } = reads[0]!.report;
  throw new EngineError(recipe.code as ErrorCode, { file: name, ...recipe.details });
}

/** The steps an option speaks to, and what to say where there are none. */
interface Addressed {
  ops: readonly string[];
  otherwise: string;
}

const COUNT_DAYS: Addressed = {
  ops: ['rfm', 'aggregate', 'customer-value', 'days-since'],
  otherwise:
    '--reference-date needs orders or a date of the last purchase; this file has one row per customer and no such date',
};
const GROUP: Addressed = { ops: ['segment'], otherwise: '--k needs a recipe with a step that groups' };

function withParam(
  recipe: Recipe,
  file: string,
  { ops, otherwise }: Addressed,
  name: string,
  value: string | number,
): Recipe {
  if (!recipe.steps.some(({ op, enabled }) => ops.includes(op) && enabled)) {
    throw new RunError(`${file}: ${otherwise}`);
  }
  const steps = recipe.steps.map((step) =>
    ops.includes(step.op) ? { ...step, params: { ...step.params, [name]: value } } : step,
  );
  return { ...recipe, steps };
}
