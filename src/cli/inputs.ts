import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  columnChoices,
  columnNames,
  EngineError,
  openTable,
  parseModel,
  parseRecipe,
  readTable,
  type ByteSource,
  type Model,
  type Recipe,
  type ReadReport,
  type ReadResult,
  type Work,
} from '../engine/index';
import { cannotRead } from './path-errors';
import { joinedSource } from './joined-source';
import { RunError } from './usage-error';

/** What was read: one table, however many files it came from. */
export interface Input {
  /** The files as delimited text. */
  source: ByteSource;
  read: ReadResult;
  /** One report per file, with the blanks of each column. */
  files: readonly { report: ReadReport; missing: readonly number[] }[];
}

/** Reads the files as the recipe says, or as their bytes say. @throws EngineError, RunError */
export async function readInput(
  sources: readonly ByteSource[],
  recipe: Recipe | null,
  work: Work,
): Promise<Input> {
  const choice = choiceOf(recipe);
  const [only, second] = sources;
  if (only && !second) {
    const { source, read } = await openTable(only, choice, work);
    return { source, read, files: [fileOf(read)] };
  }
  const files: Input['files'][number][] = [];
  const texts: ByteSource[] = [];
  for (const source of sources) {
    const opened = await openTable(source, choice, work);
    const found = fileOf(opened.read);
    refuseUnlike(files[0]?.report ?? found.report, found.report);
    files.push(found);
    texts.push(opened.source);
  }
  const options = files.map(({ report }) => report.options);
  const source = await joinedSource(texts, options);
  const read = await readTable(source, { ...choice, options: options[0]! }, work);
  return { source, read, files };
}

function choiceOf(recipe: Recipe | null): Parameters<typeof readTable>[1] {
  const known = recipe?.sources[0];
  if (!known) return {};
  return { options: known.read, columns: columnChoices(known) };
}

function fileOf({ table, report }: ReadResult): Input['files'][number] {
  const missing = columnNames(table).map((name) => {
    let count = 0;
    for (const cell of table.column(name) as Iterable<unknown>) if (cell === null) count++;
    return count;
  });
  return { report, missing };
}

/** @throws EngineError `unrelated-files`; RunError where the files are written in two ways */
function refuseUnlike(first: ReadReport, other: ReadReport): void {
  const names = first.columns.map(({ name }) => name);
  const others = other.columns.map(({ name }) => name);
  const at =
    names.length > others.length
      ? names.findIndex((name, i) => name !== others[i])
      : others.findIndex((name, i) => name !== names[i]);
  if (at >= 0) {
    throw new EngineError('unrelated-files', {
      file: other.name,
      first: first.name,
      column: others[at] ?? names[at]!,
    });
  }
  for (const trait of ['encoding', 'delimiter', 'quote', 'decimal', 'header'] as const) {
    if (first.options[trait] === other.options[trait]) continue;
    const [one, two] = [first.options[trait], other.options[trait]].map((value) => JSON.stringify(value));
    throw new RunError(
      `${other.name}: ${trait} is ${two}, in ${first.name} it is ${one}; give them one at a time`,
    );
  }
  if (/utf-16/i.test(first.options.encoding))
    throw new RunError(`${other.name}: files in UTF-16 can only be read one at a time`);
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
