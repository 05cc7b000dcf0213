import { understand } from '../../../../src/engine/insight/understand';
import { readTable } from '../../../../src/engine/files/read-table';
import type { ByteSource } from '../../../../src/engine/files/source';
import { run } from '../../../../src/engine/recipe/run';
import type { RunOutcome } from '../../../../src/engine/recipe/outcome';
import type { Recipe, RecipeStep } from '../../../../src/engine/recipe/schema';
import { sourceTable } from '../../../../src/engine/recipe/source-table';
import { columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { fileOf } from '../../../support/files';

export interface Learnt {
  recipe: Recipe;
  outcome: RunOutcome;
}

/** The automatic recipe of a file, with steps behind, run. */
export async function learnt(file: ByteSource, behind: readonly RecipeStep[] = []): Promise<Learnt> {
  const read = await readTable(file, {}, unwatched);
  const understood = await understand(read, {}, unwatched);
  if (!understood.recipe.ok) throw new Error(understood.recipe.code);
  const made = understood.recipe.recipe;
  const recipe = { ...made, steps: [...made.steps, ...behind] };
  const table = sourceTable(read.table, recipe.sources[0]!);
  return { recipe, outcome: await run(recipe, table, { mode: 'learn', work: unwatched }) };
}

/** A step by its choices. */
export const step = (id: string, op: string, params: Record<string, unknown>): RecipeStep => ({
  id,
  op,
  version: 1,
  enabled: true,
  params,
});

/** Cells of some columns by the cell of another, in words. */
export function byKey(outcome: RunOutcome, key: string, columns: readonly string[]): Record<string, string> {
  const keys = columnOf(outcome.table, key);
  const cells = columns.map((name) => columnOf(outcome.table, name));
  return Object.fromEntries(
    [...keys].map((one, row) => [String(one), cells.map((column) => String(column.at(row))).join(' | ')]),
  );
}

/** What was learnt before, used again on another file. */
export async function reused(bytes: Uint8Array, { recipe, outcome }: Learnt): Promise<Learnt> {
  const { table } = await readTable(fileOf(bytes), {}, unwatched);
  const source = sourceTable(table, recipe.sources[0]!);
  const again = await run(recipe, source, { mode: 'reuse', fits: outcome.used, work: unwatched });
  return { recipe, outcome: again };
}
