import type { Recipe, RecipeStep } from '../../../src/engine/recipe/schema';

/** A step as it is saved. */
export const step = (
  id: string,
  op: string,
  params: Record<string, unknown>,
  change: Partial<RecipeStep> = {},
): RecipeStep => ({ id, op, version: 1, enabled: true, params, ...change });

/** A recipe for one comma-separated file whose columns are numbers. */
export const recipeOf = (
  steps: RecipeStep[],
  columns: string[] = ['x'],
  grain: 'orders' | 'customers' = 'customers',
): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [
    {
      name: 'shop.csv',
      read: {
        encoding: 'utf-8',
        delimiter: ',',
        quote: '"',
        skip: 0,
        header: true,
        decimal: '.',
        missing: [],
      },
      grain,
      columns: columns.map((name) => ({ name, kind: 'number', role: null })),
    },
  ],
  steps,
});
