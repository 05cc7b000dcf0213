import { describe, expect, it } from 'vitest';
import type { Recipe, RecipeStep } from '../../../src/engine/index';
import {
  isEdited,
  lastSegmentStep,
  withCount,
  withEdit,
  withName,
  withPinTurned,
  withStepDeleted,
  withStepEdited,
} from '../../../src/ui/state/segment-edits';

const step = (id: string, op: string, params: RecipeStep['params'] = {}, enabled = true): RecipeStep => ({
  id,
  op,
  version: 1,
  enabled,
  params,
});
const recipeOf = (...steps: RecipeStep[]): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [],
  steps,
});
const grouping = step('s1', 'segment', { columns: ['a_z'], k: 'auto', names: { '2': 'Quiet' } });
const found = recipeOf(step('s0', 'scale'), grouping);
const merge = { op: 'merge-segments', params: { segments: [2, 3] } };
const split = { op: 'split-segment', params: { segment: 1 } };
const edited = withEdit(withEdit(found, merge, 4), split, 3);
const paramsOf = (recipe: Recipe | null, id: string) => recipe?.steps.find((one) => one.id === id)?.params;

describe('withEdit', () => {
  it('puts each change behind the one before and keeps the number that was found', () => {
    expect(edited.steps.map(({ id }) => id)).toEqual(['s0', 's1', 'edit-1', 'edit-2']);
    expect(paramsOf(edited, 's1')).toEqual({ ...grouping.params, k: 4 });
    expect([isEdited(found), isEdited(edited)]).toEqual([false, true]);
    expect([lastSegmentStep(found), lastSegmentStep(edited)]).toEqual([1, 3]);
  });

  it('passes over steps that are off', () => {
    const off = recipeOf(step('s0', 'segment'), step('s1', 'scale'), step('s2', 'segment', {}, false));
    expect(lastSegmentStep(off)).toBe(0);
  });
});

describe('withName', () => {
  it('names a segment as it stands at the end', () => {
    expect(paramsOf(withName(found, 1, 'Best'), 's1')).toMatchObject({
      names: { '1': 'Best', '2': 'Quiet' },
    });
    expect(paramsOf(withName(edited, 1, 'Best'), 'edit-2')).toEqual({ segment: 1, names: { '1': 'Best' } });
  });
});

describe('withCount', () => {
  it('lets names and changes by hand go with the segments they spoke of', () => {
    const changed = withCount(edited, 5)!;
    expect(changed.steps.map(({ id }) => id)).toEqual(['s0', 's1']);
    expect(paramsOf(changed, 's1')).toMatchObject({ k: 5, names: {} });
  });
});

describe('withStepEdited', () => {
  it('lets changes by hand go where the grouping is another, and only there', () => {
    expect(isEdited(withStepEdited(edited, 's1', { columns: ['b_z'], k: 4 }))).toBe(false);
    expect(isEdited(withStepEdited(edited, 's1', { ...paramsOf(edited, 's1'), names: {} }))).toBe(true);
  });
});

describe('withStepDeleted', () => {
  it('forgets later names, which went by numbers that are no more', () => {
    const named = withName(edited, 1, 'Best')!;
    expect(paramsOf(withStepDeleted(named, 'edit-1'), 'edit-2')).toEqual({ segment: 1 });
    expect(paramsOf(withStepDeleted(named, 's0'), 'edit-2')).toMatchObject({ names: { '1': 'Best' } });
  });
});

describe('withPinTurned', () => {
  const pin = { id: 1, name: 'Best', typical: { a: 3 } };
  const pinned = withPinTurned(found, pin, 4);

  it('pins and unpins in one step, and leaves the number to be found', () => {
    expect(paramsOf(pinned, 'edit-1')).toEqual({ pinned: [pin] });
    expect(paramsOf(pinned, 's1')).toMatchObject({ k: 'auto' });
    const two = withPinTurned(pinned, { ...pin, id: 2, name: 'Next' }, 4);
    expect((paramsOf(two, 'edit-1')!.pinned as unknown[]).length).toBe(2);
    expect(withPinTurned(pinned, pin, 4)).toEqual(found);
  });

  it('is renamed with its segment, and stays with another number of segments', () => {
    expect(paramsOf(withName(pinned, 1, 'Stars'), 'edit-1')).toEqual({ pinned: [{ ...pin, name: 'Stars' }] });
    expect(withCount(pinned, 6)!.steps.map(({ id }) => id)).toEqual(['s0', 's1', 'edit-1']);
  });
});
