import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRecipes } from '../../../src/engine/recipe/compare-recipes';
import type { RecipeStep } from '../../../src/engine/recipe/schema';
import { recipeOf, step } from './recipes';

const copies = step('a', 'drop-duplicates', {});
const blanks = step('b', 'drop-missing', { columns: ['x'] });
const median = step('c', 'fill-missing', { columns: ['x'], with: 'median' });
const zero = step('q', 'fill-missing', { columns: ['x'], with: 'constant', value: 0 });
const compared = (here: RecipeStep[], there: RecipeStep[]) => compareRecipes(recipeOf(here), recipeOf(there));
const states = (here: RecipeStep[], there: RecipeStep[]) =>
  compared(here, there).steps.map(({ state, here: a, there: b }) => [
    state,
    a?.index ?? null,
    b?.index ?? null,
  ]);

describe('compareRecipes', () => {
  it('takes equal steps for the same, whatever their ids and the order of their parameters', () => {
    const again = { ...median, id: 'other', params: { with: 'median', columns: ['x'] } };
    expect(compared([copies, median], [{ ...copies, id: 'z' }, again])).toMatchObject({ same: true });
    const open = { ...copies, params: { columns: null } };
    expect(compared([copies], [open]).same).toBe(true);
    expect(compared([], [])).toEqual({ same: true, steps: [] });
  });

  it('says which parameters differ', () => {
    const { steps, same } = compared([copies, median], [copies, zero]);
    expect(same).toBe(false);
    expect(steps[1]).toEqual({
      state: 'changed',
      here: { index: 1, op: 'fill-missing', describe: 'Fill blank x with the median', enabled: true },
      there: { index: 1, op: 'fill-missing', describe: 'Fill blank x with “0”', enabled: true },
      changes: [
        { name: 'with', here: 'median', there: 'constant' },
        { name: 'value', there: 0 },
      ],
    });
  });

  it('tells steps that only one has, that are off, and that stand elsewhere', () => {
    expect(states([copies, blanks], [copies])).toEqual([
      ['same', 0, 0],
      ['only-here', 1, null],
    ]);
    expect(states([copies], [blanks, copies])).toEqual([
      ['only-there', null, 0],
      ['same', 0, 1],
    ]);
    const off = compared([copies], [{ ...copies, enabled: false }]).steps[0]!;
    expect([off.state, off.here?.enabled, off.there?.enabled, off.changes]).toEqual([
      'changed',
      true,
      false,
      [],
    ]);
    expect(states([copies, blanks], [blanks, copies])).toEqual([
      ['moved', 0, 1],
      ['same', 1, 0],
    ]);
  });

  it('keeps steps it does not know', () => {
    expect(compared([step('u', 'from-the-future', { a: 1 })], []).steps[0]!.here!.describe).toBe(
      'from-the-future',
    );
  });

  const some = fc.array(fc.constantFrom(copies, blanks, median, zero, { ...zero, enabled: false }), {
    maxLength: 7,
  });

  it('names every step of both once, and is the same the other way round', () =>
    fc.assert(
      fc.property(some, some, (here, there) => {
        const { steps, same } = compared(here, there);
        const indices = (of: 'here' | 'there') => steps.flatMap((one) => one[of]?.index ?? []).sort();
        expect(indices('here')).toEqual(here.map((_, i) => i));
        expect(indices('there')).toEqual(there.map((_, i) => i));
        expect(same).toBe(
          JSON.stringify(here.map(({ id: _, ...s }) => s)) ===
            JSON.stringify(there.map(({ id: _, ...s }) => s)),
        );
        const counts = (of: typeof steps) => of.filter(({ state }) => state === 'same').length;
        expect(counts(compared(there, here).steps)).toBe(counts(steps));
      }),
      { numRuns: 200, seed: 21 },
    ));
});
