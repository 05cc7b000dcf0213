import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { migrateRecipe } from '../../../src/engine/recipe/migrate';
import { registryOf } from '../../../src/engine/recipe/registry';
import { defineStep } from '../../../src/engine/recipe/step';
import { validate } from '../../../src/engine/recipe/validate';
import { recipeOf, step } from './recipes';

/** A step that was renamed its parameter in version 2 and made it a list in version 3. */
const grown = defineStep({
  op: 'grown',
  version: 3,
  params: v.strictObject({ columns: v.array(v.string()) }),
  reads: ({ columns }) => columns,
  adds: () => [],
  migrate: (params, from) => {
    if (from === 1) return { column: String(params.name).trim() };
    return { columns: [params.column as string] };
  },
  describe: () => 'Grow',
  fit: () => null,
  apply: (table) => ({ table, counts: {} }),
});
const fussy = {
  ...grown,
  op: 'fussy',
  migrate: ({ name }: Record<string, unknown>) => (name as () => never)(),
};
const known = registryOf([grown, fussy]);

describe('migrateRecipe', () => {
  it('brings a step up one version at a time', () => {
    const { steps } = migrateRecipe(recipeOf([step('a', 'grown', { name: ' x ' })]), known);
    expect(steps).toEqual([step('a', 'grown', { columns: ['x'] }, { version: 3 })]);
  });

  it('leaves the recipe itself where nothing is old', () => {
    const recipe = recipeOf([step('a', 'grown', { columns: ['x'] }, { version: 3 }), step('b', 'other', {})]);
    expect(migrateRecipe(recipe, known)).toBe(recipe);
  });

  it('keeps a step whose parameters its migration does not understand, and validate reports it', () => {
    const recipe = recipeOf([step('a', 'fussy', { name: 'x' })]);
    expect(migrateRecipe(recipe, known).steps).toEqual(recipe.steps);
    expect(validate(recipe, [{ name: 'x', kind: 'number' }], known)).toMatchObject([
      { step: 0, code: 'bad-params', details: { path: 'steps.0.params.columns' } },
    ]);
  });

  it('keeps a step that is newer than the program, and validate reports it', () => {
    const recipe = recipeOf([step('a', 'grown', {}, { version: 4 })]);
    expect(migrateRecipe(recipe, known)).toBe(recipe);
    expect(validate(recipe, [], known)).toEqual([
      { step: 0, code: 'newer-version', details: { what: 'grown', version: 4 } },
    ]);
  });
});
