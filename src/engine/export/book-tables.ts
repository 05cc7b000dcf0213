import type { ColumnTable } from 'arquero';
import { countMissing, type Column } from '../table/columns';
import { metaOf, originOf } from '../table/meta';
import { columnNames, columnOf, makeTable, type NamedColumn } from '../table/table';
import type { WrittenColumn } from '../files/write-csv';
import type { RunOutcome } from '../recipe/outcome';
import type { Recipe } from '../recipe/schema';
import type { Segmentation } from '../insight/segmentation';
import { numbers, texts } from './columns-of';
import type { MadeColumns } from './made-columns';
import { segmentFacts } from './segment-facts';

/**
 * One row per segment: how many, what they bring, mean and median of each feature; shares, of all customers, from 0 to 1.
 * @param ids of the segments; all when absent
 */
export function profilesTable(
  { segments: all, features }: Segmentation,
  ids?: readonly number[],
): ColumnTable {
  const segments = all.filter(({ id }) => !ids || ids.includes(id));
  const filled = segmentFacts(segments);
  const taken = new Set(filled.map(([name]) => name));
  const measures = features.flatMap(({ column }): NamedColumn[] => [
    [free(`${column}_mean`, taken), numbers(segments.map(({ means }) => means[column] ?? null))],
    [free(`${column}_median`, taken), numbers(segments.map(({ medians }) => medians[column] ?? null))],
  ]);
  return makeTable([...filled, ...measures]);
}

/** A name no column has yet; it is taken then. */
function free(wish: string, taken: Set<string>): string {
  let name = wish;
  for (let n = 2; taken.has(name); n++) name = `${wish}_${n}`;
  taken.add(name);
  return name;
}

/**
 * One row per step that was done: what it did, rows before and after, its parameters as JSON. Numbered as the recipe
 * counts its steps for people, who see the reading of the file as the first; those switched off keep their numbers.
 */
export function recipeTable({ steps, sources }: Recipe, outcome: RunOutcome): ColumnTable {
  const done = outcome.steps.flatMap((step, at) => (step.enabled ? [{ ...step, at }] : []));
  return makeTable([
    ['step', numbers([1, ...done.map(({ at }) => at + 2)])],
    ['operation', texts(['read', ...done.map(({ op }) => op)])],
    ['what', texts([`Read ${sources[0]!.name}`, ...done.map(({ describe }) => describe)])],
    ['rows_before', numbers([null, ...done.map(({ rowsIn }) => rowsIn)])],
    ['rows_after', numbers([outcome.steps[0]?.rowsIn ?? null, ...done.map(({ rowsOut }) => rowsOut)])],
    ['parameters', texts([null, ...done.map(({ at }) => JSON.stringify(steps[at]?.params ?? {}))])],
  ]);
}

/**
 * One row per column of a written table: its kind, what it is counted in, what it means and was made from, its blanks.
 * @param made what steps made of orders, which the table does not know
 */
export function dictionaryTable(
  table: ColumnTable,
  columns: readonly WrittenColumn[],
  made: MadeColumns = new Map(),
): ColumnTable {
  const fromOf = (name: string): string | null => {
    const origin = originOf(table, name);
    return origin === name ? (made.get(name)?.from ?? null) : origin;
  };
  const { units, roles } = metaOf(table);
  const of = columns.map(({ name, as = name }) => ({ name, as, column: columnOf(table, name) }));
  return makeTable([
    ['column', texts(of.map(({ as }) => as))],
    ['kind', texts(of.map(({ column }) => KINDS[column.kind]))],
    ['role', texts(of.map(({ name }) => roles.get(name) ?? null))],
    ['unit', texts(of.map(({ name }) => units.get(name) ?? made.get(name)?.unit ?? null))],
    ['made_from', texts(of.map(({ name }) => fromOf(name)))],
    ['filled', numbers(of.map(({ column }) => column.length - countMissing(column)))],
    ['blank', numbers(of.map(({ column }) => countMissing(column)))],
  ]);
}

const KINDS: Readonly<Record<Column['kind'], string>> = {
  number: 'number',
  date: 'date',
  text: 'text',
  boolean: 'yes or no',
};

/** All columns of a table, to be written under their names. */
export const everyColumn = (table: ColumnTable): WrittenColumn[] =>
  columnNames(table).map((name) => ({ name }));
