import type { ColumnTable } from 'arquero';
import { run } from '../../recipe/run';
import type { Recipe, RecipeSource, RecipeStep } from '../../recipe/schema';
import type { Work } from '../../work';
import { associations, type Associations } from '../explore/associations';

/**
 * How columns would go together after some steps, which learn from this table; it is left unchanged.
 * @param source what the table came from
 * @param columns of the table after the steps
 * @throws EngineError what `run` and `associations` throw; Stopped
 */
export async function featuresTogether(
  table: ColumnTable,
  source: RecipeSource,
  steps: readonly RecipeStep[],
  columns: readonly string[],
  work: Work,
): Promise<Associations> {
  if (steps.length === 0) return associations(table, columns, work);
  const recipe: Recipe = { format: 'tessera-recipe', version: 1, sources: [source], steps: [...steps] };
  const made = await run(recipe, table, { mode: 'learn', work });
  return associations(made.table, columns, work);
}
