import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import { metaOf } from '../table/meta';
import { columnNames } from '../table/table';
import type { Work } from '../work';
import { usesBelow } from './effect/below';
import { changedCells } from './effect/changed-cells';
import { columnsChange } from './effect/columns-change';
import { cellExamples, droppedRows, firstRows, type Shown } from './effect/examples';
import { followRows, numberRows, type Numbered } from './effect/follow-rows';
import { reshaped } from './effect/reshaped';
import { sampledRows } from './effect/sampled';
import type { StepEffect } from './effect/step-effect';
import { everyFault, type FaultInTurn } from './every-fault';
import { migrateRecipe } from './migrate';
import { registry, type Registry } from './registry';
import type { Recipe } from './schema';
import { kindsOf } from './source-table';
import type { Applied, SourceTables, StepDefinition } from './step';

export interface EffectOptions {
  /** Look at so many rows only, spread through the table; null or more than there are: at all of them. */
  sample?: number | null;
  /** All sources by index, the first included, for steps that read others. */
  sources?: SourceTables;
  work: Work;
}

/**
 * What the step at `index` would do to `table`, the one that reaches it, and what it would mean for the steps after it.
 * The step learns from the rows looked at; the table is left unchanged. Null where a sample says nothing: the step hangs
 * on all rows, or cannot be done on so few.
 * @param recipe as it would be with the step
 * @throws EngineError the first fault of the step; `no-rows-left`; whatever the step throws. Stopped
 */
export async function effectOf(
  recipe: Recipe,
  index: number,
  table: ColumnTable,
  options: EffectOptions,
  known: Registry = registry,
): Promise<StepEffect | null> {
  const whole = table.numRows();
  const sampled = options.sample != null && options.sample < whole ? options.sample : null;
  const migrated = migrateRecipe(recipe, known);
  const faults = faultsFrom(migrated, index, table, options, known);
  const own = faults.find(({ step }) => step === index);
  if (own) throw new EngineError(own.code, own.details);
  const step = migrated.steps[index]!;
  const definition = known.get(step.op)!;
  const params = v.parse(definition.params, step.params);
  if (sampled !== null && (definition.needsAll || definition.looksAtAll?.(params))) return null;
  try {
    const { applied, fit, numbered, before, reads } = await tryStep(
      definition,
      params,
      table,
      sampled,
      options,
    );
    if (sampled === null && applied.table.numRows() === 0)
      throw new EngineError('no-rows-left', { step: step.op });
    const found = await changes({ before, applied, numbered, reads }, options.work);
    const made = numbered ? [] : firstRows(applied.table);
    const shapes = definition.reshapes ? await reshaped(applied.table, reads, options.work) : [];
    const { added: _added, ...gone } = found.columns;
    const touched = [
      ...found.changed.map(({ column }) => column),
      ...gone.removed,
      ...gone.renamed.map(([from]) => from),
    ];
    return {
      op: step.op,
      describe: definition.describe(params, applied.used ?? fit),
      sample: sampled,
      ...found,
      counts: applied.counts,
      notes: applied.notes ?? [],
      ...(applied.examples?.length && { examples: applied.examples }),
      ...(made.length > 0 && { made }),
      ...(shapes.length > 0 && { shapes }),
      below: {
        faults: faults.filter((fault) => (fault.step ?? index) > index),
        uses: usesBelow(migrated, index, applied.table, new Set(touched), known),
      },
    };
  } catch (error) {
    if (sampled !== null && error instanceof EngineError) return null;
    throw error;
  }
}

/** Faults of the step and those after it, by their index in the whole recipe. */
function faultsFrom(
  recipe: Recipe,
  index: number,
  table: ColumnTable,
  { sources }: EffectOptions,
  known: Registry,
): FaultInTurn[] {
  const [first, ...others] = recipe.sources;
  const { grain } = metaOf(table);
  const rest: Recipe = {
    ...recipe,
    sources: [{ ...first!, grain }, ...others],
    steps: recipe.steps.slice(index).map((step, i) => (i === 0 ? { ...step, enabled: true } : step)),
  };
  const read =
    sources &&
    new Map([...sources].map(([at, { name, table: one }]) => [at, { name, columns: kindsOf(one) }]));
  return everyFault(rest, kindsOf(table), known, read).map((fault) => ({
    ...fault,
    step: fault.step === null ? null : fault.step + index,
    ...(fault.because !== undefined && { because: fault.because + index }),
  }));
}

interface Tried {
  before: ColumnTable;
  applied: Applied;
  fit: unknown;
  /** Null where the rows cannot be followed. */
  numbered: Numbered | null;
  reads: readonly string[];
}

/** Does the step on the rows looked at. */
async function tryStep(
  definition: StepDefinition,
  params: unknown,
  table: ColumnTable,
  sampled: number | null,
  { work, sources = new Map() }: EffectOptions,
): Promise<Tried> {
  const reads = definition.reads(params);
  const before = sampled === null ? table : sampledRows(table, sampled, reads);
  const numbered = definition.replaces ? null : numberRows(before);
  const given = numbered?.table ?? before;
  // The column of row numbers is none of the columns that such a step is to look at.
  const named = definition.naming?.(params, columnNames(before)) ?? params;
  const fit = await definition.fit(given, named, work, sources);
  const applied = await definition.apply(given, named, fit, work, sources);
  return { before, applied, fit, numbered, reads };
}

async function changes(
  { before, applied, numbered, reads }: Omit<Tried, 'fit'>,
  work: Work,
): Promise<Pick<StepEffect, 'rows' | 'followed' | 'changed' | 'columns' | 'cells' | 'dropped'>> {
  const followed = numbered && (await followRows(numbered, applied.table, work));
  const after = numbered ? without(applied.table, numbered.name) : applied.table;
  const columns = columnsChange(before, after, followed);
  const rows = { before: before.numRows(), after: after.numRows() };
  if (!followed)
    return {
      rows: { ...rows, dropped: 0, added: 0, reordered: false },
      followed: false,
      changed: [],
      columns,
      cells: [],
      dropped: [],
    };
  const { changed, shown } = await changedCells(before, after, followed, work);
  const { dropped, added, reordered } = followed;
  const { sourceRows } = metaOf(before);
  const from: Shown = {
    before,
    after,
    followed,
    rowInFile: (row) => (sourceRows ? sourceRows[row]! : row) + 1,
    reads: reads.filter((name) => columnNames(before).includes(name)),
  };
  return {
    rows: { ...rows, dropped, added, reordered },
    followed: true,
    changed,
    columns,
    cells: cellExamples(from, shown, columns.added),
    dropped: droppedRows(from),
  };
}

const without = (table: ColumnTable, name: string): ColumnTable =>
  columnNames(table).includes(name) ? table.select(columnNames(table).filter((one) => one !== name)) : table;
