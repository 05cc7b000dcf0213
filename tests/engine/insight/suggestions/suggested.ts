import { suggestionsOf } from '../../../../src/engine/insight/suggestions/suggestions';
import type { Suggestion } from '../../../../src/engine/insight/suggestions/suggestion';
import type { Choices, Understanding } from '../../../../src/engine/insight/understanding';
import { understand } from '../../../../src/engine/insight/understand';
import { registry } from '../../../../src/engine/recipe/registry';
import { run } from '../../../../src/engine/recipe/run';
import type { Recipe, RecipeStep } from '../../../../src/engine/recipe/schema';
import { sourceTable } from '../../../../src/engine/recipe/source-table';
import type { ReadResult } from '../../../../src/engine/files/read-report';
import { isMissing, type Column } from '../../../../src/engine/table/columns';
import { columnNames, columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import type { Table } from '../../../../src/engine/index';
import { read } from '../../../support/files';

export const TODAY = Date.UTC(2026, 10, 28);

/** A file, what is understood of it, and what is suggested. */
export interface Case {
  opened: ReadResult;
  table: Table;
  understanding: Understanding;
  suggestions: Suggestion[];
}

export async function suggested(opened: ReadResult, chosen: Choices = {}): Promise<Case> {
  const understanding = await understand(opened, { today: TODAY, ...chosen }, unwatched);
  const table = sourceTable(opened.table, understanding.source);
  const suggestions = await suggestionsOf(table, understanding, 0, TODAY, unwatched);
  return { opened, table, understanding, suggestions };
}

export const suggestedFor = async (text: string, chosen: Choices = {}): Promise<Case> =>
  suggested(await read(text), chosen);

export const named = ({ suggestions }: Case, code: string, column?: string): Suggestion | undefined =>
  suggestions.find((one) => one.code === code && (column === undefined || one.columns.includes(column)));

/** What a suggestion's step does to the table, by a comparison of the two tables cell by cell. */
export async function done({ table }: Case, { step }: Suggestion) {
  const { fit, apply } = registry.get(step.op)!;
  const learnt = await fit(table, step.params, unwatched);
  const { table: after } = await apply(table, step.params, learnt, unwatched);
  const there = columnNames(after);
  const gone = columnNames(table).filter((name) => !there.includes(name));
  const rows = table.numRows() - after.numRows();
  let cells = 0;
  if (rows === 0) for (const name of there) cells += unlike(columnOf(table, name), columnOf(after, name));
  return { rows, cells, columns: gone.length };
}

/** Cells that read otherwise; a cell of another kind does. */
function unlike(before: Column, after: Column): number {
  if (before === after) return 0;
  let count = 0;
  for (let row = 0; row < before.length; row++) {
    const other = before.kind !== after.kind && !isMissing(before, row);
    if (other || String(before.at(row)) !== String(after.at(row))) count++;
  }
  return count;
}

const asOwn = ({ step }: Suggestion, at: number): RecipeStep => ({
  id: `own-${at + 1}`,
  op: step.op,
  version: 1,
  enabled: true,
  params: step.params,
});

/** The file once some suggestions were applied in their order, and what is suggested then. */
export async function cleaned(of: Case, which: readonly Suggestion[], chosen: Choices = {}) {
  const { opened, understanding } = of;
  const steps = which.map(asOwn);
  const recipe: Recipe = { format: 'tessera-recipe', version: 1, sources: [understanding.source], steps };
  const ran = await run(recipe, of.table, { mode: 'learn', work: unwatched });
  const after = await understand(opened, { today: TODAY, ...chosen }, unwatched, { table: ran.table, steps });
  const left = await suggestionsOf(ran.table, after, steps.length, TODAY, unwatched);
  return { understanding: after, table: ran.table, outcomes: ran.steps, left };
}
