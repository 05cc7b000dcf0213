import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  EngineError,
  openTable,
  parseModel,
  parseRecipe,
  planFiles,
  plannedFiles,
  plannedSteps,
  settleDates,
  settledChoices,
  settledRead,
  type ByteSource,
  type FilesPlan,
  type Model,
  type OpenedTable,
  type ReadUnlike,
  type Recipe,
  type RecipeStep,
  type Work,
} from '../engine/index';
import { cannotRead } from './path-errors';
import { readForRecipe } from './recipe-files';
import { RunError } from './usage-error';

/** What was read: the files in the order of the recipe's sources, and what makes one table of them. */
export interface Input {
  files: readonly OpenedTable[];
  /** The recipe that was given, for these files. */
  recipe: Recipe | null;
  /** Where no recipe was given: the steps that append and join the files, and why. */
  steps: readonly RecipeStep[];
  plan: FilesPlan | null;
  /** In what the file is read otherwise than the recipe's was. */
  unlike: readonly ReadUnlike[];
}

/** Files, and which source of the recipe some of them were said to be. */
export interface GivenFiles {
  sources: readonly ByteSource[];
  /** Place of the file by the name of the recipe's source. */
  said: ReadonlyMap<string, number>;
}

/** Reads the files as the recipe says, or as their bytes say. @throws EngineError, RunError */
export async function readInput(given: GivenFiles, recipe: Recipe | null, work: Work): Promise<Input> {
  if (recipe) return { ...(await readForRecipe(given, recipe, work)), steps: [], plan: null };
  if (given.said.size > 0) throw new RunError('--source needs --recipe or --model, whose sources it names');
  const opened: OpenedTable[] = [];
  for (const source of given.sources) opened.push(await openTable(source, {}, work));
  if (opened.length === 1) return { files: opened, steps: [], recipe: null, plan: null, unlike: [] };
  let plan = await planFiles(
    opened.map(({ read }) => read),
    work,
  );
  if (await settleAll(given.sources, opened, plan, work))
    plan = await planFiles(
      opened.map(({ read }) => read),
      work,
    );
  refuseUnrelated(plan, opened);
  const files = plannedFiles(plan).map((file) => opened[file]!);
  return { files, steps: plannedSteps(plan), recipe: null, plan, unlike: [] };
}

/** Reads files anew whose dates other files settle; whether there was one. */
async function settleAll(
  sources: readonly ByteSource[],
  opened: OpenedTable[],
  { first }: FilesPlan,
  work: Work,
): Promise<boolean> {
  const settled = settleDates(
    opened.map(({ read }) => read),
    first,
  );
  for (const [file, dates] of settled) {
    const again = await openTable(sources[file]!, { columns: settledChoices(dates) }, work);
    opened[file] = { ...again, read: settledRead(again.read, dates) };
  }
  return settled.size > 0;
}

/** @throws EngineError `unrelated-files` */
function refuseUnrelated({ first, unrelated }: FilesPlan, opened: readonly OpenedTable[]): void {
  const [other] = unrelated;
  if (!other) return;
  const nameOf = (file: number) => opened[file]!.read.report.name;
  throw new EngineError('unrelated-files', {
    file: nameOf(other.file),
    first: nameOf(first.files[0]!),
  });
}

/** @throws EngineError `not-a-recipe`, `newer-version`; RunError */
export const readRecipe = (path: string): Promise<Recipe> => readSaved(path, parseRecipe);

/** @throws EngineError `not-a-model`, `newer-version`; RunError */
export const readModel = (path: string): Promise<Model> => readSaved(path, parseModel);

async function readSaved<T>(path: string, parse: (text: string) => T): Promise<T> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw cannotRead(path, error);
  });
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof EngineError)
      throw new EngineError(error.code, { ...error.details, file: basename(path) });
    throw error;
  }
}
