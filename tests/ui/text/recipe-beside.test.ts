import { expect, it } from 'vitest';
import { compareRecipes } from '../../../src/engine/recipe/compare-recipes';
import { besideHeadline, besideLines } from '../../../src/ui/text/recipe-beside';
import { recipeOf, step } from '../../engine/recipe/recipes';

const copies = step('a', 'drop-duplicates', {});
const blanks = step('b', 'drop-missing', { columns: ['x'] });
const limit = step('l', 'limit', { column: 'x', above: 0, outside: 'blank' });

it('says step by step what two recipes have in common', () => {
  const here = recipeOf([copies, limit, blanks, step('s', 'scale', { columns: ['x'], with: 'z' })]);
  const there = recipeOf([
    { ...copies, enabled: false },
    step('l', 'limit', { column: 'x', above: 5, outside: 'set-aside' }),
    blanks,
    step('z', 'transform', { columns: ['x'], with: 'log1p' }),
  ]);
  const compared = compareRecipes(here, there);
  expect(besideLines(compared).map(({ state, says }) => [state, says])).toEqual([
    ['changed', ['on here, off there']],
    ['changed', ['above: 0 here, 5 there', 'outside: blank here, set-aside there']],
    ['same', ['the same']],
    ['only-here', ['only here']],
    ['only-there', ['only there']],
  ]);
  expect(besideHeadline(compared, 'last month')).toBe(
    '5 steps: 1 the same, 2 done otherwise, 1 only here and 1 only in last month.',
  );
  expect(besideHeadline(compareRecipes(here, here), 'it')).toBe('This recipe and it do the same.');
});
