import {
  columnChoices,
  columnNames,
  fillSources,
  openTable,
  optionsAsBefore,
  type OpenedTable,
  type ReadUnlike,
  type Recipe,
  type Work,
} from '../engine/index';
import type { GivenFiles } from './inputs';
import { RunError } from './usage-error';

/**
 * The files as the sources of a saved recipe, and the recipe as it would be saved for them. One file for a recipe of one
 * source is read as that one was, as far as this fits; of several each is read as it is, but its columns keep the kinds they had.
 * @throws EngineError `unrelated-files` and those of reading; RunError for a source that is not there
 */
export async function readForRecipe(
  { sources, said }: GivenFiles,
  recipe: Recipe,
  work: Work,
): Promise<{ files: readonly OpenedTable[]; recipe: Recipe; unlike: readonly ReadUnlike[] }> {
  const single = sources.length === 1 && recipe.sources.length === 1;
  const opened: OpenedTable[] = [];
  const as = single ? await optionsAsBefore(sources[0]!, recipe.sources[0]!, work) : null;
  const choice = as ? { options: as.options, columns: columnChoices(recipe.sources[0]!) } : {};
  for (const source of sources) opened.push(await openTable(source, choice, work));
  const columns = opened.map(({ read: { table, report } }) => ({
    name: report.name,
    columns: columnNames(table),
  }));
  const filled = fillSources(recipe, columns, sourcesSaid(recipe, said));
  const files: OpenedTable[] = [];
  for (const [index, file] of filled.files.entries()) {
    const found = opened[file]!;
    const again = !single && otherKinds(filled.recipe, index, found);
    const columns = columnChoices(filled.recipe.sources[index]!);
    files.push(again ? await openTable(sources[file]!, { columns }, work) : found);
  }
  const named = filled.recipe.sources.map((source, index) => {
    const read = files[index]?.read.report.options;
    return read ? { ...source, read } : source;
  });
  return { files, recipe: { ...filled.recipe, sources: named }, unlike: as?.unlike ?? [] };
}

/** Which source is meant: by its name, by how its name begins, or by its number from 1. @throws RunError */
function sourcesSaid({ sources }: Recipe, said: GivenFiles['said']): Map<number, number> {
  const names = sources.map(({ name }) => name.toLowerCase());
  const indexOf = (name: string): number => {
    const exact = names.indexOf(name.toLowerCase());
    if (exact >= 0) return exact;
    const begin = names.flatMap((one, i) => (one.startsWith(name.toLowerCase()) ? [i] : []));
    if (begin.length === 1) return begin[0]!;
    const number = /^\d+$/.test(name) ? Number(name) - 1 : -1;
    if (number in names) return number;
    const there = sources.map((source) => source.name).join(', ');
    throw new RunError(`--source: '${name}' is none of the recipe's sources, or several of them: ${there}`);
  };
  return new Map([...said].map(([name, file]) => [indexOf(name), file]));
}

/** Whether a column is of another kind than the recipe remembers, or its dates are written in another order. */
function otherKinds(recipe: Recipe, index: number, { read }: OpenedTable): boolean {
  const known = new Map(recipe.sources[index]!.columns.map((column) => [column.name, column]));
  return read.report.columns.some(({ name, kind, format }) => {
    const was = known.get(name);
    if (!was) return false;
    return was.kind !== kind || (kind === 'date' && was.format !== undefined && was.format !== format);
  });
}
