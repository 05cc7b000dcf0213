import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import type { Work } from '../work';
import { migrateRecipe } from './migrate';
import type { RunOutcome, StepOutcome } from './outcome';
import { registry, type Registry } from './registry';
import type { Recipe, RecipeStep } from './schema';
import { kindsOf } from './source-table';
import type { SourceTables } from './step';
import type { CachedStep, StepCache } from './step-cache';
import { validate } from './validate';

export interface RunOptions {
  /** `learn`: every step learns from this table. `reuse`: every step takes its fit from `fits`. */
  mode: 'learn' | 'reuse';
  /** What was learnt before, by step id. */
  fits?: Readonly<Record<string, unknown>>;
  /** When reusing: steps that `fits` has nothing of learn from this table instead of being refused. */
  learnNew?: boolean;
  /** The recipe's other sources, read, by index (from 1); for steps that append or join them. */
  sources?: ReadonlyMap<number, ColumnTable>;
  /** Kept between runs, so that steps before a change are not done again. */
  cache?: StepCache;
  work: Work;
}

/**
 * Checks the recipe, then folds its steps over the table. The table given is left unchanged.
 * @throws EngineError the first fault of `validate`; `not-learnt` when reusing without a fit; `not-a-model`
 * when a fit is not one; `no-rows-left` when a step
 * leaves nothing; whatever a step throws. All carry the step's index.
 */
export async function run(
  recipe: Recipe,
  source: ColumnTable,
  options: RunOptions,
  known: Registry = registry,
): Promise<RunOutcome> {
  const { steps } = migrateRecipe(recipe, known);
  const sources = sourcesOf(recipe, source, options);
  refuseFaults(recipe, sources, known);
  options.cache?.beginWith([...sources.values()].map(({ table }) => table));
  const outcomes: StepOutcome[] = [];
  const tables: ColumnTable[] = [];
  const fits = new Map<string, unknown>();
  const used = new Map<string, unknown>();
  let table = source;
  let chain: string = options.mode;
  for (const [index, step] of steps.entries()) {
    if (step.enabled) {
      const fit = fitGiven(step, index, options, known);
      chain += `\n${JSON.stringify([step.op, step.version, step.params, fit])}`;
      const done =
        options.cache?.get(chain) ?? (await doStep(step, index, table, fit, { ...options, sources }, known));
      options.cache?.set(chain, done);
      table = done.table;
      fits.set(step.id, done.fit);
      used.set(step.id, done.used);
      outcomes.push({ id: step.id, ...done.outcome });
    } else {
      outcomes.push(switchedOff(step, table, known));
    }
    tables.push(table);
  }
  return { steps: outcomes, table, tables, fits: Object.fromEntries(fits), used: Object.fromEntries(used) };
}

function sourcesOf(recipe: Recipe, first: ColumnTable, { sources }: RunOptions): SourceTables {
  const tables = [[0, first] as const, ...(sources ?? [])];
  return new Map(tables.map(([index, table]) => [index, { name: recipe.sources[index]?.name ?? '', table }]));
}

function refuseFaults(recipe: Recipe, sources: SourceTables, known: Registry): void {
  const columns = [...sources].map(
    ([index, { name, table }]) => [index, { name, columns: kindsOf(table) }] as const,
  );
  const [fault] = validate(recipe, columns[0]![1].columns, known, new Map(columns));
  if (!fault) return;
  const error = new EngineError(fault.code, fault.details);
  if (fault.step !== null) error.step = fault.step;
  throw error;
}

/** The fit to reuse, or undefined where the step is to learn. */
function fitGiven(
  step: RecipeStep,
  index: number,
  { mode, fits = {}, learnNew }: RunOptions,
  known: Registry,
): unknown {
  if (mode === 'learn') return undefined;
  if (!Object.hasOwn(fits, step.id) && learnNew) return undefined;
  if (!Object.hasOwn(fits, step.id)) throw atStep(new EngineError('not-learnt', { step: step.id }), index);
  const schema = known.get(step.op)?.learnt;
  if (!schema) return fits[step.id];
  const found = v.safeParse(schema, fits[step.id]);
  if (found.success) return found.output;
  const path = ['fits', step.id, v.getDotPath(found.issues[0])].filter(Boolean).join('.');
  throw atStep(new EngineError('not-a-model', { path, reason: found.issues[0].message }), index);
}

async function doStep(
  step: RecipeStep,
  index: number,
  table: ColumnTable,
  given: unknown,
  { work, sources }: Pick<RunOptions, 'work'> & { sources: SourceTables },
  known: Registry,
): Promise<CachedStep> {
  try {
    const definition = known.get(step.op)!;
    const params = v.parse(definition.params, step.params);
    const started = work.now();
    const fit = given === undefined ? await definition.fit(table, params, work, sources) : given;
    const applied = await definition.apply(table, params, fit, work, sources);
    const rowsOut = applied.table.numRows();
    if (rowsOut === 0) throw new EngineError('no-rows-left', { step: step.op });
    const used = applied.used ?? fit;
    const outcome = {
      op: step.op,
      describe: definition.describe(params, used),
      enabled: true,
      rowsIn: table.numRows(),
      rowsOut,
      counts: applied.counts,
      notes: applied.notes ?? [],
      ...(applied.examples?.length ? { examples: applied.examples } : {}),
      ms: work.now() - started,
    };
    return { table: applied.table, fit, used, outcome };
  } catch (error) {
    throw atStep(error, index);
  }
}

/** The same error knowing its step; a refused allocation becomes `out-of-memory`. */
function atStep(error: unknown, index: number): unknown {
  const known =
    error instanceof RangeError && /alloc|memory|length/i.test(error.message)
      ? new EngineError('out-of-memory')
      : error;
  if (known instanceof EngineError) known.step = index;
  return known;
}

function switchedOff(step: RecipeStep, table: ColumnTable, known: Registry): StepOutcome {
  const rows = table.numRows();
  const still = { rowsIn: rows, rowsOut: rows, counts: {}, notes: [], ms: 0 };
  return {
    id: step.id,
    op: step.op,
    describe: describeStep(step, undefined, known),
    enabled: false,
    ...still,
  };
}

/** The step as one line of the recipe; its `op` where it is unknown or its parameters are not understood. */
export function describeStep(step: RecipeStep, fit?: unknown, known: Registry = registry): string {
  const definition = known.get(step.op);
  const parsed = definition && v.safeParse(definition.params, step.params);
  return parsed?.success ? definition!.describe(parsed.output, fit) : step.op;
}
