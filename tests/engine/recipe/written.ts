import { readdirSync, readFileSync } from 'node:fs';
import type { ColumnTable } from 'arquero';
import { parseRecipe } from '../../../src/engine/recipe/parse';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { kindsOf, sourceTable } from '../../../src/engine/recipe/source-table';
import { DateColumn, NumberColumn, type Column, type Kind } from '../../../src/engine/table/columns';
import { columnOf, makeTable } from '../../../src/engine/table/table';
import { columnFrom, textColumn } from '../../support/tables';

/** A column as it is written in a fixture. */
export interface Written {
  name: string;
  kind: Kind;
  /** Dates as `2011-12-09` or `2011-12-09T12:50:00`. */
  cells: (string | number | boolean | null)[];
}

/** The input of a saved recipe that is a contract. */
export interface Input {
  about: string;
  table: Written[];
  /** Tables of the other sources. */
  others?: Written[][];
  mode: 'learn' | 'reuse';
  fits?: Record<string, unknown>;
  recipe: { sources: object[] };
}

const folder = new URL('../../fixtures/recipes/', import.meta.url);
export const names = readdirSync(folder)
  .filter((file) => file.endsWith('.input.json'))
  .map((file) => file.replace('.input.json', ''));
export const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
export const inputOf = (name: string): Input => json(`${name}.input.json`) as Input;

function columnOfKind({ kind, cells }: Written): Column {
  if (kind === 'date') {
    const moments = cells.map((cell) => (cell === null ? NaN : Date.parse(`${String(cell)}${zone(cell)}`)));
    const hasTime = cells.some((cell) => String(cell).includes('T'));
    return new DateColumn(Float64Array.from(moments), hasTime);
  }
  if (kind === 'number') return new NumberColumn(Float64Array.from(cells, (cell) => Number(cell ?? NaN)));
  return kind === 'text' ? textColumn(cells as (string | null)[]) : columnFrom(cells);
}

const zone = (cell: unknown) => (String(cell).includes('T') ? 'Z' : '');

export const tableOf = (columns: readonly Written[]): ColumnTable =>
  makeTable(columns.map((column) => [column.name, columnOfKind(column)]));

export function written(table: ColumnTable): Written[] {
  return kindsOf(table).map(({ name, kind }) => {
    const cells = [...columnOf(table, name)].map((cell) =>
      cell instanceof Date ? cell.toISOString().replace('.000Z', '').replace('T00:00:00', '') : cell,
    );
    return { name, kind, cells };
  });
}

/** The tables a recipe runs on: of its first source, and of the others by their index. */
export function sourcesOf(
  { sources }: Recipe,
  first: readonly Written[],
  others: readonly (readonly Written[])[] = [],
): { first: ColumnTable; others: ReadonlyMap<number, ColumnTable> } {
  const read = (columns: readonly Written[], at: number) => sourceTable(tableOf(columns), sources[at]!);
  return {
    first: read(first, 0),
    others: new Map(others.map((columns, i) => [i + 1, read(columns, i + 1)])),
  };
}

/** The first fixture with a step of each kind. */
export const fixtureByOp: ReadonlyMap<string, { input: Input; recipe: Recipe; at: number }> = new Map(
  [...names].reverse().flatMap((name) => {
    const input = inputOf(name);
    const recipe = parseRecipe(input.recipe);
    return recipe.steps.map(({ op }, at) => [op, { input, recipe, at }] as const);
  }),
);
