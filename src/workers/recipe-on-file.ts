import {
  checkContract,
  columnNames,
  fillSources,
  fitsFor,
  kindsOf,
  prepare,
  renamedRead,
  StepCache,
  unitsAsRead,
  understand,
  upToStep,
  validate,
  type FilledSources,
  type ReadResult,
  type Recipe,
  type RecipeSource,
  type Work,
} from '../engine/index';
import type { RoleChoice } from './api';
import type { Compared, RecipeTrial, SavedFile } from './recipe-api';
import { chosenRoles } from './chosen-roles';
import { readsOf, type HeldFile } from './held-files';
import type { Source } from './on-the-desk';
import { ReadAsRecipe, type ReadAs } from './read-as-recipe';
import { tryOn } from './run-on-files';
import { savedRecipe, type SavedRecipe } from './saved-recipe';
import { plain } from './wire';

/** Which column of a file stands for one of the recipe. */
export type ColumnNames = readonly (readonly [column: string, found: string])[];

/** A saved recipe as it stands for the files that are open, and these as the recipe understands them. */
export interface RecipeOnFile extends Source, SavedRecipe {
  /** Name of the file it was made from. */
  madeFrom: string;
  choice: RoleChoice;
  /** What was done already when it was tried. */
  cache: StepCache;
}

/** A file, read and named as the recipe has it. */
type Fitted = HeldFile & ReadAs;

/** Differences that are said of columns one by one. */
const OF_COLUMNS: ReadonlySet<string> = new Set(['missing-column', 'wrong-kind']);

/** Holds saved recipes against the files that are open. Nothing changes before one is applied. */
export class RecipesOnFiles {
  readonly #reading = new ReadAsRecipe();
  /** What was tried need not be done again. */
  #cache = new StepCache();

  /** @throws EngineError as `savedRecipe` does, `unrelated-files`; Stopped */
  async compare(source: Source, saved: SavedFile, names: ColumnNames, work: Work): Promise<Compared> {
    const { recipe: before, fits } = savedRecipe(saved);
    const { recipe, files } = await this.#fitted(source, before, names, work);
    const found = new Map<string, Compared['names'][number]>();
    const differences: Compared['differences'][number][] = [];
    let spare: readonly string[] = [];
    for (const [place, { read }] of files.entries()) {
      const comparison = await checkContract(recipe, read, work, place);
      const file = files.length > 1 ? read.report.name : null;
      differences.push(...comparison.differences.map((one) => ({ ...one, file })));
      for (const one of comparison.names) found.set(one.column, one);
      if (place === 0) ({ spare } = comparison);
    }
    return {
      differences,
      names: [...found.values()],
      spare,
      unlike: files.flatMap(({ read, unlike }) => unlike.map((one) => ({ ...one, file: read.report.name }))),
      refused: refusedBy(recipe, files),
      madeFrom: before.sources[0]!.name,
      learnt: fits !== null,
    };
  }

  /** What each step would do; nothing is changed. @throws EngineError as `compare` does; Stopped */
  async try(
    source: Source,
    saved: SavedFile,
    names: ColumnNames,
    mode: 'learn' | 'reuse',
    work: Work,
  ): Promise<RecipeTrial> {
    const known = savedRecipe(saved);
    const { recipe, files } = await this.#fitted(source, known.recipe, names, work);
    const [first, ...others] = files;
    const fits = known.fits ? fitsFor(recipe, known.fits) : undefined;
    const options = { mode, cache: this.#cache, ...(fits && { fits }) };
    const { steps, problem } = await tryOn({ read: first!.read, others }, recipe, options, work);
    return { steps, recipe: recipe.steps, problem: problem && plain(problem) };
  }

  /** Nothing has run yet but the steps that stand before the automatic ones. @throws EngineError as `compare` and `run` do; Stopped */
  async apply(
    source: Source,
    saved: SavedFile,
    names: ColumnNames,
    upTo: string | null,
    work: Work,
  ): Promise<RecipeOnFile> {
    const known = savedRecipe(saved);
    const { recipe: whole, files } = await this.#fitted(source, known.recipe, names, work);
    const recipe = upTo === null ? whole : upToStep(whole, upTo);
    const [first, ...others] = files.map(({ file, read }) => ({ file, read }));
    const choice = choiceOf(recipe, readsOf(first!, others));
    const guessed = await understand(first!.read, {}, work);
    const prepared = await prepare(
      readsOf(first!, others),
      choice.before ?? [],
      recipe.sources,
      this.#cache,
      work,
    );
    const understanding = await understand(first!.read, chosenRoles(choice, guessed), work, prepared);
    this.#reading.forget();
    const fits = known.fits && fitsFor(recipe, known.fits);
    return {
      ...first!,
      others,
      understanding,
      recipe,
      fits,
      choice,
      madeFrom: known.recipe.sources[0]!.name,
      cache: this.#cache,
    };
  }

  forget(): void {
    this.#reading.forget();
    this.#cache = new StepCache();
  }

  async #fitted(source: Source, saved: Recipe, names: ColumnNames, work: Work) {
    const held: readonly HeldFile[] = [source, ...source.others];
    const called = new Map(names.map(([column, found]) => [found, column]));
    const columns = held.map(({ read }) => ({
      name: read.report.name,
      columns: columnNames(renamedRead(read, called).table),
    }));
    const filled: FilledSources = fillSources(saved, columns);
    const files: Fitted[] = [];
    for (const [place, at] of filled.files.entries()) {
      const { file, read } = held[at]!;
      const as = await this.#reading.of(
        { file, read },
        calledAsIn(read, filled.recipe.sources[place]!, names),
        work,
      );
      files.push({ file, ...as, read: renamedRead(as.read, called) });
    }
    const sources = filled.recipe.sources.map((one, place) => {
      const report = files[place]?.read.report;
      return report ? { ...unitsAsRead(one, report), read: report.options } : one;
    });
    return { recipe: { ...filled.recipe, sources }, files };
  }
}

/** The recipe's source with the names that the file has for its columns. */
function calledAsIn({ table }: ReadResult, source: RecipeSource, names: ColumnNames): RecipeSource {
  const there = new Set(columnNames(table));
  const own = new Map(names.filter(([column, found]) => there.has(found) && !there.has(column)));
  return {
    ...source,
    columns: source.columns.map((one) => ({ ...one, name: own.get(one.name) ?? one.name })),
  };
}

/** Why the recipe cannot run whatever the columns: a step that is not known, a file that is not there. */
function refusedBy(recipe: Recipe, files: readonly Fitted[]): Compared['refused'] {
  const kinds = files.map(({ read: { table, report } }) => ({ name: report.name, columns: kindsOf(table) }));
  const others = new Map([...kinds.entries()].slice(1));
  const fault = validate(recipe, kinds[0]!.columns, undefined, others).find(
    ({ code }) => !OF_COLUMNS.has(code),
  );
  return fault ?? null;
}

/** What the person said of the files the recipe was made from, to be said of these too. */
function choiceOf({ sources, steps }: Recipe, [first, ...others]: readonly ReadResult[]): RoleChoice {
  const { grain, columns } = sources[0]!;
  const roles = columns.flatMap(({ name, role }) => (role ? [[role, name] as const] : []));
  const before = steps.filter(({ id, op }) => id.startsWith('own-') || op === 'append' || op === 'join');
  const counted = columns.filter(({ unit }) => unit !== undefined && unit !== '%');
  const currency = (counted.find(({ role }) => role !== null) ?? counted[0])?.unit;
  const said = first!.report.columns.flatMap(({ name, choice }) => (choice ? [[name, choice] as const] : []));
  return {
    grain,
    roles,
    ...(currency !== undefined && { currency }),
    ...(said.length > 0 && { columns: said }),
    ...(others.length > 0 && { files: [first!, ...others].map(({ report }) => report.name) }),
    ...(before.length > 0 && { before }),
  };
}
