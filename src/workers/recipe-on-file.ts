import {
  checkContract,
  prepare,
  renamedRead,
  understand,
  type ReadResult,
  type Recipe,
  type Work,
} from '../engine/index';
import type { Compared, RoleChoice } from './api';
import { chosenRoles } from './chosen-roles';
import type { Source } from './on-the-desk';
import { savedRecipe, type SavedRecipe } from './saved-recipe';

/** Which column of the file stands for one of the recipe. */
export type ColumnNames = readonly (readonly [column: string, found: string])[];

/** A saved recipe held against a file. @throws EngineError as `savedRecipe` does; Stopped */
export async function comparedWith(
  { read }: Source,
  text: string,
  names: ColumnNames,
  work: Work,
): Promise<Compared> {
  const { recipe, fits } = savedRecipe(text);
  const comparison = await checkContract(recipe, namedAs(read, names), work);
  return { ...comparison, madeFrom: recipe.sources[0]!.name, learnt: fits !== null };
}

/** A saved recipe as it stands for a file, and the file as the recipe understands it. */
export interface RecipeOnFile extends Source, SavedRecipe {
  choice: RoleChoice;
}

/** Nothing has run yet but the person's own steps. @throws EngineError as `savedRecipe` and `run` do; Stopped */
export async function recipeOn(
  source: Source,
  text: string,
  names: ColumnNames,
  work: Work,
): Promise<RecipeOnFile> {
  const saved = savedRecipe(text);
  const read = namedAs(source.read, names);
  const recipe = recipeFor(saved.recipe, read);
  const choice = choiceOf(recipe);
  const guessed = await understand(read, {}, work);
  const prepared = await prepare([read], choice.before ?? [], recipe.sources, undefined, work);
  const understanding = await understand(read, chosenRoles(choice, guessed), work, prepared);
  return { ...source, read, others: [], understanding, recipe, fits: saved.fits, choice };
}

/** The file with the names that the recipe uses. */
const namedAs = (read: ReadResult, names: ColumnNames): ReadResult =>
  renamedRead(read, new Map(names.map(([column, found]) => [found, column])));

function recipeFor({ sources, ...recipe }: Recipe, { report }: ReadResult): Recipe {
  const [first, ...rest] = sources;
  return { ...recipe, sources: [{ ...first!, name: report.name, read: report.options }, ...rest] };
}

/** What the person said of the file the recipe was made from, to be said of this one too. */
function choiceOf({ sources, steps }: Recipe): RoleChoice {
  const { grain, columns } = sources[0]!;
  const roles = columns.flatMap(({ name, role }) => (role ? [[role, name] as const] : []));
  const before = steps.filter(({ id }) => id.startsWith('own-'));
  return { grain, roles, ...(before.length > 0 && { before }) };
}
