import { describe, expect, it } from 'vitest';
import { fitsStillTrue } from '../../../src/engine/recipe/fits-still-true';
import type { RecipeStep } from '../../../src/engine/recipe/schema';
import { recipeOf, step } from './recipes';

const copies = step('copies', 'drop-duplicates', {});
const scale = step('scale', 'scale', { columns: ['x'], with: 'z' });
const group = (params: Record<string, unknown> = {}) =>
  step('group', 'segment', { columns: ['x_z'], k: 2, ...params });
const fits = { copies: null, scale: { columns: [] }, group: { k: 2 } };
const after = (...steps: RecipeStep[]) =>
  fitsStillTrue(recipeOf([copies, scale, group()]), fits, recipeOf(steps));

describe('fitsStillTrue', () => {
  it('holds for the same steps, other names, and steps added behind', () => {
    expect(after(copies, scale, group())).toEqual(fits);
    expect(after(copies, scale, group({ names: { 1: 'Best' } }))).toEqual(fits);
    expect(after(copies, scale, group(), step('last', 'drop-missing', { columns: ['x'] }))).toEqual(fits);
    expect(after(copies, scale, group(), step('more', 'merge-segments', { segments: [1, 2] }))).toEqual(fits);
    const open = recipeOf([copies, scale, group({ k: 'auto' })]);
    expect(fitsStillTrue(open, fits, recipeOf([copies, scale, group()]))).toEqual(fits);
    expect(fitsStillTrue(open, fits, recipeOf([copies, scale, group({ k: 3 })]))).toBeNull();
  });

  it('does not where anything that was learnt may be otherwise', () => {
    expect(after(copies, scale, group({ k: 3 }))).toBeNull();
    expect(after(scale, group())).toBeNull();
    expect(after({ ...copies, enabled: false }, scale, group())).toBeNull();
    expect(after(copies, scale)).toBeNull();
  });
});
