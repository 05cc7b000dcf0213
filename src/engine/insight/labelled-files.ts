import type { ColumnTable } from 'arquero';
import type { CopyOptions } from '../files/copy-records';
import { labelFiles } from '../files/label-files';
import { labelSource } from '../files/label-source';
import type { ReadOptions } from '../files/read-options';
import type { ByteSource } from '../files/source';
import type { RunOutcome } from '../recipe/outcome';
import type { Recipe } from '../recipe/schema';
import { kindsOf, sourceTable } from '../recipe/source-table';
import { append } from '../steps/append';
import { appendLayout } from '../steps/append/append-layout';
import { MISSING } from '../table/columns';
import { columnNames } from '../table/table';
import type { Work } from '../work';
import { inSegments, sourceLabels, type SourceLabels } from './labelled';
import * as v from 'valibot';

/** A file and the table read from it. */
export interface FileOfRecipe {
  /** Delimited text. */
  source: ByteSource;
  options: ReadOptions;
  table: ColumnTable;
}

/** Which rows and columns are written, and how. */
export interface LabelledChoice extends Pick<CopyOptions, 'delimiter' | 'guard'> {
  /** Names of columns of the table, and of the labels; all where absent. */
  columns?: readonly string[] | undefined;
  /** Only rows of customers of these segment ids; all rows when absent. */
  segments?: readonly number[] | undefined;
}

/**
 * The rows of the recipe's first file, or of all files appended to it, cells as read, with the labels of each row's
 * customer behind: comma-separated UTF-8 unless asked otherwise. Columns of files that were joined are not written.
 * @param files in the order of the recipe's sources.
 * @throws EngineError `missing-column`, `unreadable-file`; Stopped
 */
export async function* labelledFiles(
  files: readonly FileOfRecipe[],
  recipe: Recipe,
  outcome: RunOutcome,
  work: Work,
  { columns, segments, delimiter = ',', guard }: LabelledChoice = {},
): AsyncGenerator<Uint8Array> {
  const labels = sourceLabels(rowsToLabel(files[0]!.table, recipe, outcome), outcome.table);
  const wanted = columns && new Set(columns);
  const writes = (name: string) => !wanted || wanted.has(name);
  const added = someLabels(labels, writes);
  const how = { delimiter, guard, keeps: segments && keepsOf(labels, outcome.table, segments) };
  const at = appendedAt(recipe);
  if (at < 0) {
    const [{ source, options, table }] = files as [FileOfRecipe];
    const names = columnNames(table);
    const places = [...names.keys()].filter((place) => writes(names[place]!));
    yield* labelSource(source, options, added, work, { ...how, width: names.length, places });
    return;
  }
  const { sources, renamed = [] } = v.parse(append.params, recipe.steps[at]!.params);
  const parts = [files[0]!, ...sources.map((index) => files[index]!)];
  const layout = appendLayout(
    parts.map(({ table }) => kindsOf(table)),
    renamed,
  ).filter(({ name }) => writes(name));
  const written = parts.map(({ source, options, table }, part) => {
    const names = columnNames(table);
    const cells = layout.map(({ from }) => (from[part] == null ? null : names.indexOf(from[part])));
    return { source, options, cells };
  });
  yield* labelFiles(
    written,
    layout.map(({ name }) => name),
    added,
    work,
    how,
  );
}

const appendedAt = ({ steps }: Recipe): number =>
  steps.findIndex(({ op, enabled }) => op === 'append' && enabled);

/** The rows that are labelled as a table: those of the recipe's first file, or of all files appended to it. */
export function rowsToLabel(first: ColumnTable, recipe: Recipe, outcome: RunOutcome): ColumnTable {
  const at = appendedAt(recipe);
  return at < 0 ? sourceTable(first, recipe.sources[0]!) : outcome.tables[at]!;
}

/** Those of the added columns that are asked for. */
function someLabels({ names, cell, placed }: SourceLabels, writes: (name: string) => boolean): SourceLabels {
  const kept = [...names.keys()].filter((at) => writes(names[at]!));
  return {
    names: kept.map((at) => names[at]!),
    cell: (row, column) => cell(row, kept[column]!),
    placed: { ...placed, columns: kept.map((at) => placed.columns[at]!) },
  };
}

/** Whether a row's customer is in one of the segments. */
function keepsOf(
  { placed }: SourceLabels,
  customers: ColumnTable,
  segments: readonly number[],
): (row: number) => boolean {
  const marks = inSegments(customers, segments);
  return (row) => marks[placed.rows[row] ?? MISSING] === 1;
}
