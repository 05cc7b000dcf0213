import type { ReadResult } from '../files/read-report';
import { run } from '../recipe/run';
import type { Recipe, RecipeSource, RecipeStep } from '../recipe/schema';
import { sourceTable } from '../recipe/source-table';
import type { StepCache } from '../recipe/step-cache';
import type { Work } from '../work';
import { plainSource } from './other-sources';
import type { Prepared } from './prepared-read';
import { sourceSteps } from './source-steps';

/**
 * Does the steps that stand before the automatic ones: those that make one table of several files, and the person's
 * own. Null where there are none. A run that follows with the same cache finds them done already.
 * @param reads the files in the order of the recipe's sources
 * @param known these sources as a recipe keeps them, as far as that is known
 * @throws EngineError as `run` does; Stopped
 */
export async function prepare(
  reads: readonly ReadResult[],
  steps: readonly RecipeStep[],
  known: readonly RecipeSource[],
  cache: StepCache | undefined,
  work: Work,
): Promise<Prepared | null> {
  const read = reads[0]!;
  const contract = known[0]?.contract;
  if (!steps.some(({ enabled }) => enabled))
    return steps.length > 0 ? { table: read.table, steps, contract } : null;
  const sources = reads.map((one, i) => known[i] ?? plainSource(one, 'orders'));
  const recipe: Recipe = { format: 'tessera-recipe', version: 1, sources, steps: [...steps] };
  const tables = reads.map(({ table }, i) => [i, sourceTable(table, sources[i]!)] as const);
  const ran = await run(recipe, tables[0]![1], {
    mode: 'learn',
    sources: new Map(tables.slice(1)),
    work,
    ...(cache && { cache }),
  });
  const made = sourceSteps(recipe).length;
  const files = reads.length > 1 ? { files: { reads, table: ran.tables[made - 1] ?? read.table } } : {};
  const otherContracts = known.slice(1).map((one) => one.contract);
  return { table: ran.table, steps, source: known[0], contract, otherContracts, ...files };
}
