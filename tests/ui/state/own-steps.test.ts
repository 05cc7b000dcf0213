import { describe, expect, it } from 'vitest';
import { choiceFor, withOwn, withOwnMoved } from '../../../src/ui/state/recipe-edits';
import { recipeOf, step } from '../../engine/recipe/recipes';

const own = [step('own-1', 'a', {}), step('own-2', 'b', {}), step('own-3', 'c', {})];
const recipe = recipeOf([...own, step('rfm', 'rfm', {})]);
const ids = (steps: readonly { id: string }[] | undefined) => steps?.map(({ id }) => id);

describe('steps of the person’s own', () => {
  it('get ids like no other, behind those there are', () => {
    const kept = [own[0]!, own[2]!];
    const all = withOwn(kept, [
      { op: 'd', params: {} },
      { op: 'e', params: {}, version: 2 },
    ]);
    expect(ids(all)).toEqual(['own-1', 'own-3', 'own-4', 'own-5']);
    expect(all.map(({ version }) => version)).toEqual([1, 1, 1, 2]);
  });

  it('change places among themselves, and the choice follows', () => {
    const moved = withOwnMoved(recipe, own, 'own-3', 0)!;
    expect(ids(moved.steps)).toEqual(['own-3', 'own-1', 'own-2', 'rfm']);
    expect(ids(choiceFor(moved, { before: own }).before)).toEqual(['own-3', 'own-1', 'own-2']);
    expect(ids(withOwnMoved(recipe, own, 'own-1', 1)!.steps)).toEqual(['own-2', 'own-1', 'own-3', 'rfm']);
  });

  it('stay where there is no other place, and before the automatic ones', () => {
    expect(withOwnMoved(recipe, own, 'own-1', -1)).toBeNull();
    expect(withOwnMoved(recipe, own, 'own-3', 3)).toBeNull();
    expect(withOwnMoved(recipe, own, 'rfm', 0)).toBeNull();
  });
});
