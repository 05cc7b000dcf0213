import { readdirSync, readFileSync } from 'node:fs';
import type { ColumnTable } from 'arquero';
import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../../src/engine/recipe/parse';
import { registry } from '../../../src/engine/recipe/registry';
import { run } from '../../../src/engine/recipe/run';
import { kindsOf, sourceTable } from '../../../src/engine/recipe/source-table';
import { validate } from '../../../src/engine/recipe/validate';
import { DateColumn, NumberColumn, type Column, type Kind } from '../../../src/engine/table/columns';
import { metaOf } from '../../../src/engine/table/meta';
import { columnOf, makeTable } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { columnFrom, textColumn } from '../../support/tables';

interface Written {
  name: string;
  kind: Kind;
  /** Dates as `2011-12-09` or `2011-12-09T12:50:00`. */
  cells: (string | number | boolean | null)[];
}

interface Input {
  about: string;
  table: Written[];
  /** Tables of the other sources. */
  others?: Written[][];
  mode: 'learn' | 'reuse';
  fits?: Record<string, unknown>;
  recipe: { sources: object[] };
}

const folder = new URL('../../fixtures/recipes/', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.input.json'))
  .map((file) => file.replace('.input.json', ''));
const json = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

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

const tableOf = (columns: readonly Written[]): ColumnTable =>
  makeTable(columns.map((column) => [column.name, columnOfKind(column)]));

function written(table: ColumnTable): Written[] {
  return kindsOf(table).map(({ name, kind }) => {
    const cells = [...columnOf(table, name)].map((cell) =>
      cell instanceof Date ? cell.toISOString().replace('.000Z', '').replace('T00:00:00', '') : cell,
    );
    return { name, kind, cells };
  });
}

describe('saved recipes', () => {
  it('hold every step there is', () => {
    const recipes = names.map((name) => parseRecipe((json(`${name}.input.json`) as Input).recipe));
    const ops = recipes.flatMap(({ steps }) => steps.map(({ op }) => op));
    expect(new Set(ops)).toEqual(new Set(registry.keys()));
  });

  it.each(names)('%s still opens, checks and gives the same', async (name) => {
    const input = json(`${name}.input.json`) as Input;
    const before = tableOf(input.table);
    const recipe = parseRecipe(input.recipe);
    const source = sourceTable(before, recipe.sources[0]!);
    const others = (input.others ?? []).map((columns, i) =>
      sourceTable(tableOf(columns), recipe.sources[i + 1]!),
    );
    expect(validate(recipe, kindsOf(source))).toEqual([]);
    const { steps, table, fits } = await run(recipe, source, {
      mode: input.mode,
      sources: new Map(others.map((table, i) => [i + 1, table])),
      fits: input.fits,
      work: unwatched,
    });
    const { grain, key, roles, origins } = metaOf(table);
    expect({
      steps: steps.map(({ ms: _ms, ...step }) => step),
      fits,
      meta: { grain, key, roles: Object.fromEntries(roles), origins: Object.fromEntries(origins) },
      table: written(table),
    }).toEqual(json(`${name}.expected.json`));
    expect(written(before)).toEqual(input.table);
  });
});
