import type { ColumnTable } from 'arquero';
import { labelFiles } from '../files/label-files';
import { labelSource } from '../files/label-source';
import type { ReadOptions } from '../files/read-options';
import type { ByteSource } from '../files/source';
import type { RunOutcome } from '../recipe/outcome';
import type { Recipe } from '../recipe/schema';
import { kindsOf, sourceTable } from '../recipe/source-table';
import { append } from '../steps/append';
import { appendLayout } from '../steps/append/append-layout';
import { columnNames } from '../table/table';
import type { Work } from '../work';
import { sourceLabels } from './labelled';
import * as v from 'valibot';

/** A file and the table read from it. */
export interface FileOfRecipe {
  /** Delimited text. */
  source: ByteSource;
  options: ReadOptions;
  table: ColumnTable;
}

/**
 * The rows of the recipe's first file, or of all files appended to it, cells as read, with the two labels of each row's
 * customer behind: comma-separated UTF-8. Columns of files that were joined are not written.
 * @param files in the order of the recipe's sources.
 * @throws EngineError `missing-column`, `unreadable-file`; Stopped
 */
export async function* labelledFiles(
  files: readonly FileOfRecipe[],
  recipe: Recipe,
  outcome: RunOutcome,
  work: Work,
): AsyncGenerator<Uint8Array> {
  const at = recipe.steps.findIndex(({ op, enabled }) => op === 'append' && enabled);
  const first = files[0]!;
  if (at < 0) {
    const source = sourceTable(first.table, recipe.sources[0]!);
    yield* labelSource(first.source, first.options, sourceLabels(source, outcome.table), work);
    return;
  }
  const { sources, renamed = [] } = v.parse(append.params, recipe.steps[at]!.params);
  const parts = [first, ...sources.map((index) => files[index]!)];
  const layout = appendLayout(
    parts.map(({ table }) => kindsOf(table)),
    renamed,
  );
  const written = parts.map(({ source, options, table }, part) => {
    const names = columnNames(table);
    const cells = layout.map(({ from }) => (from[part] == null ? null : names.indexOf(from[part])));
    return { source, options, cells };
  });
  const labels = sourceLabels(outcome.tables[at]!, outcome.table);
  yield* labelFiles(
    written,
    layout.map(({ name }) => name),
    labels,
    work,
  );
}
