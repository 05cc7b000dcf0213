import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../../src/engine/recipe/parse';
import { copyName, withNameOf, withRecipeName } from '../../../src/ui/state/recipe-name';
import { recipeFile } from '../../../src/ui/text/files';
import { recipeOf } from '../../engine/recipe/recipes';

describe('the name of a recipe', () => {
  const named = withRecipeName(recipeOf([]), ' Monthly clean-up ')!;

  it('is given, changed and taken away', () => {
    expect(named.name).toBe('Monthly clean-up');
    expect(withRecipeName(named, 'Monthly clean-up')).toBeNull();
    expect(withRecipeName(named, '  ')).toEqual(recipeOf([]));
    expect(withRecipeName(named, 'x'.repeat(300))!.name).toHaveLength(200);
  });

  it('is saved, opened and left out where there is none', () => {
    expect(parseRecipe(JSON.stringify(named))).toEqual(named);
    expect(parseRecipe(JSON.stringify(recipeOf([])))).not.toHaveProperty('name');
    expect(() => parseRecipe(JSON.stringify({ ...named, name: 7 }))).toThrow('not-a-recipe');
  });

  it('stays with a recipe that is made anew', () => {
    expect(withNameOf(recipeOf([]), named).name).toBe('Monthly clean-up');
    expect(withNameOf({ ...named, name: 'Other' }, named).name).toBe('Other');
    expect(withNameOf(recipeOf([]), null)).not.toHaveProperty('name');
  });

  it('is that of the file it is saved as', () => {
    expect(recipeFile('orders.csv', named.name)).toBe('monthly-clean-up.recipe.json');
    expect([recipeFile('orders.csv'), recipeFile('orders.csv', '!!')]).toEqual(
      Array(2).fill('orders.recipe.json'),
    );
  });
});

it('a copy of some work has a name of its own', () => {
  expect(copyName('orders.csv', ['orders.csv'])).toBe('orders.csv (copy)');
  expect(copyName('orders.csv (copy)', ['orders.csv (copy)', 'orders.csv'])).toBe('orders.csv (copy 2)');
});
