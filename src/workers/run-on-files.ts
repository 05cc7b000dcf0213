import {
  EngineError,
  run,
  segmentationOf,
  sourceTable,
  type Model,
  type Recipe,
  type RunOptions,
  type Work,
} from '../engine/index';
import type { Run, Source } from './on-the-desk';

/** Runs a recipe on the files that are open, and describes the segments that come of it. @throws EngineError, Stopped */
export async function runOn(
  { read, others, understanding }: Source,
  recipe: Recipe,
  options: Pick<RunOptions, 'mode' | 'cache' | 'fits'>,
  work: Work,
): Promise<Run> {
  const source = sourceTable(read.table, recipe.sources[0]!);
  const tables = others.map(
    (one, i) => [i + 1, sourceTable(one.read.table, recipe.sources[i + 1]!)] as const,
  );
  const sources = new Map(recipe.sources.length > 1 ? tables : []);
  const outcome = await run(recipe, source, { ...options, sources, work });
  const describedBy = understanding.lists.filter((one) => one.list === 'described-by');
  const columns = describedBy.map((one) => one.column);
  const segmentation = await segmentationOf(recipe, outcome, columns, work);
  return { recipe, outcome, segmentation, source };
}

/** The recipe with what its steps learnt. @throws EngineError `not-learnt` before the first run */
export function modelOf(run: Run | null): Model {
  if (!run) throw new EngineError('not-learnt', { id: '' });
  return { format: 'tessera-model', version: 1, recipe: run.recipe, fits: { ...run.outcome.fits } };
}
