import {
  EngineError,
  run,
  segmentationOf,
  sourceTable,
  tryRun,
  type Model,
  type Recipe,
  type RunOptions,
  type RunOutcome,
  type Table,
  type Trial,
  type Work,
} from '../engine/index';
import type { Run, Source } from './on-the-desk';
import { withCrew } from './piece-crew';

/** From so many rows on, helpers are started before they are asked for. */
const WORTH_ROWS = 20_000;

/** Runs a recipe on the files that are open, and describes the segments that come of it. @throws EngineError, Stopped */
export async function runOn(
  source: Source,
  recipe: Recipe,
  options: Pick<RunOptions, 'mode' | 'cache' | 'fits' | 'learnNew'>,
  alone: Work,
): Promise<Run> {
  return withCrew(alone, (work, crew) => {
    // Loaded while the steps before those that need them run.
    if (source.read.table.numRows() > WORTH_ROWS) crew?.ready();
    return runWith(source, recipe, options, work);
  });
}

/** What a recipe comes to on the files that are open, without a word on its segments. @throws EngineError, Stopped */
export async function outcomeOf(
  files: Source,
  recipe: Recipe,
  options: Pick<RunOptions, 'mode' | 'cache' | 'fits' | 'learnNew'>,
  work: Work,
): Promise<{ outcome: RunOutcome; source: Table }> {
  const { source, sources } = tablesOf(files, recipe);
  return { source, outcome: await run(recipe, source, { ...options, sources, work }) };
}

/** What each step of a recipe would do to files, as far as they can be done. @throws EngineError, Stopped */
export function tryOn(
  files: Pick<Source, 'read' | 'others'>,
  recipe: Recipe,
  options: Pick<RunOptions, 'mode' | 'cache' | 'fits'>,
  alone: Work,
): Promise<Trial> {
  const { source, sources } = tablesOf(files, recipe);
  return withCrew(alone, (work) => tryRun(recipe, source, { ...options, sources, work }));
}

/** The tables of the files as the sources of the recipe. */
function tablesOf({ read, others }: Pick<Source, 'read' | 'others'>, recipe: Recipe) {
  const source = sourceTable(read.table, recipe.sources[0]!);
  const tables = others.map(
    (one, i) => [i + 1, sourceTable(one.read.table, recipe.sources[i + 1]!)] as const,
  );
  return { source, sources: new Map(recipe.sources.length > 1 ? tables : []) };
}

async function runWith(
  files: Source,
  recipe: Recipe,
  options: Pick<RunOptions, 'mode' | 'cache' | 'fits'>,
  work: Work,
): Promise<Run> {
  const { outcome, source } = await outcomeOf(files, recipe, options, work);
  const { understanding } = files;
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
