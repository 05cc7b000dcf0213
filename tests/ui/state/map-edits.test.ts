import { describe, expect, it } from 'vitest';
import type { Recipe, RecipeStep } from '../../../src/engine/index';
import { groupedAlike, groupedByMap, withMapChange } from '../../../src/ui/state/map-edits';
import { withCount, withEdit, withStepDeleted, withStepSwitched } from '../../../src/ui/state/segment-edits';
import { map } from '../fixtures/segmentation-map';

const step = (id: string, op: string, params: RecipeStep['params'] = {}): RecipeStep => ({
  id,
  op,
  version: 1,
  enabled: true,
  params,
});
const recipeOf = (...steps: RecipeStep[]): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [],
  steps,
});
const found = recipeOf(
  step('s0', 'scale'),
  step('s1', 'segment', { columns: ['a_z'], k: 5, names: { '2': 'Quiet' } }),
);
const COLUMNS = { recency: 'recency_days', frequency: 'frequency', monetary: 'monetary' };
const OFFER = { step: null, params: COLUMNS, by: 'rfm_segment' };
const onMap = groupedByMap(found, OFFER)!;
const shown = { ...map, step: 'rfm-scores' };
const paramsOf = (recipe: Recipe | null, id: string) => recipe?.steps.find((one) => one.id === id)?.params;
const scoring = (recipe: Recipe | null) => paramsOf(recipe, 'rfm-scores');

describe('groupedByMap', () => {
  it('puts the scores before the grouping, which keeps its number and forgets its names', () => {
    expect(onMap.steps.map(({ id, op }) => [id, op])).toEqual([
      ['s0', 'scale'],
      ['rfm-scores', 'rfm-scores'],
      ['s1', 'segment'],
    ]);
    expect(scoring(onMap)).toEqual(COLUMNS);
    expect(paramsOf(onMap, 's1')).toEqual({ columns: ['a_z'], k: 5, names: {}, by: 'rfm_segment' });
  });

  it('gives the step an id like no other', () => {
    const taken = recipeOf(step('rfm-scores', 'scale'), ...found.steps);
    expect(groupedByMap(taken, OFFER)!.steps.map(({ id }) => id)).toContain('rfm-scores-2');
  });

  it('drops what was changed by hand', () => {
    const edited = withEdit(found, { op: 'merge-segments', params: { segments: [1, 2] } }, 5);
    expect(groupedByMap(edited, OFFER)!.steps).toEqual(onMap.steps);
  });

  it('is nothing without a grouping', () => {
    expect(groupedByMap(recipeOf(step('s0', 'scale')), OFFER)).toBeNull();
  });
});

describe('groupedAlike', () => {
  it('leaves the recipe as it was before, but for the names', () => {
    const back = groupedAlike(onMap, shown, 'kmeans')!;
    expect(back.steps.map(({ id }) => id)).toEqual(['s0', 's1']);
    expect(paramsOf(back, 's1')).toEqual({ columns: ['a_z'], k: 5, names: {} });
  });

  it('takes along columns of words, and leaves them with the method', () => {
    const mixed = groupedAlike(onMap, shown, 'k-prototypes', ['Country'])!;
    expect(paramsOf(mixed, 's1')).toMatchObject({ method: 'k-prototypes', categories: ['Country'] });
    const back = groupedAlike(mixed, null, 'kmeans')!;
    expect(paramsOf(back, 's1')).toEqual({ columns: ['a_z'], k: 5, names: {} });
  });

  it('keeps a map with choices of the person’s own for the next time', () => {
    const own = withMapChange(onMap, shown, { recency: 3, frequency: 3, name: 'VIPs' })!;
    const back = groupedAlike(own, shown, 'kmeans')!;
    expect(back.steps.map(({ id, enabled }) => [id, enabled])).toEqual([
      ['s0', true],
      ['rfm-scores', false],
      ['s1', true],
    ]);
    expect(groupedByMap(back, { step: 'rfm-scores', params: null, by: 'rfm_segment' })).toEqual(own);
  });

  it('follows from a number of segments that is asked for', () => {
    expect(paramsOf(withCount(onMap, 4), 's1')).toEqual({ columns: ['a_z'], k: 4, names: {} });
  });
});

describe('the step that scores', () => {
  const ALIKE = { columns: ['a_z'], k: 5, names: {} };

  it('leaves alike customers grouped when it is deleted or switched off', () => {
    expect(withStepDeleted(onMap, 'rfm-scores')).toEqual(groupedAlike(onMap, shown, 'kmeans'));
    const off = withStepSwitched(onMap, 'rfm-scores', false);
    expect(off.steps.map(({ enabled }) => enabled)).toEqual([true, false, true]);
    expect(paramsOf(off, 's1')).toEqual(ALIKE);
  });

  it('changes nothing else when customers are not grouped by it', () => {
    const off = withStepSwitched(onMap, 'rfm-scores', false);
    expect(withStepDeleted(off, 'rfm-scores').steps.map(({ id }) => id)).toEqual(['s0', 's1']);
    expect(paramsOf(withStepSwitched(off, 'rfm-scores', true), 's1')).toEqual(ALIKE);
  });
});

describe('withMapChange', () => {
  const NAMES = [
    ['Hibernating', 'At risk', 'At risk'],
    ['Hibernating', 'At risk', 'Champions'],
    ['New customers', 'At risk', 'Champions'],
  ];

  it('names one cell and fixes the number of levels', () => {
    const changed = withMapChange(onMap, shown, { recency: 3, frequency: 1, name: 'First order' });
    expect(scoring(changed)).toEqual({
      ...COLUMNS,
      levels: 3,
      map: [...NAMES.slice(0, 2), ['First order', 'At risk', 'Champions']],
    });
  });

  const todo = (recipe: Recipe | null) => paramsOf(recipe, 's1')!.actions;

  it('renames all cells of a name, whose customers are treated as before', () => {
    const to = { from: 'Champions', to: 'VIPs', proposal: 'Thank them.' };
    const renamed = withMapChange(onMap, shown, to);
    expect(scoring(renamed)).toMatchObject({
      map: [NAMES[0], ['Hibernating', 'At risk', 'VIPs'], ['New customers', 'At risk', 'VIPs']],
    });
    expect(todo(renamed)).toEqual({ VIPs: 'Thank them.' });
    const written = withMapChange(onMap, shown, { name: 'Champions', action: 'Call them.' })!;
    const known = { ...shown, actions: { Champions: 'Call them.' } };
    expect(todo(withMapChange(written, known, to))).toEqual({ VIPs: 'Call them.' });
    expect(todo(withMapChange(written, known, { ...to, from: 'At risk', to: 'Champions' }))).toEqual({
      Champions: 'Call them.',
    });
    expect(todo(withMapChange(onMap, shown, { ...to, proposal: null }))).toBeUndefined();
  });

  it('takes words of the person’s own, and the usual ones back', () => {
    const own = withMapChange(onMap, shown, { name: 'At risk', action: 'Call them.' });
    expect(todo(own)).toEqual({ 'At risk': 'Call them.' });
    expect(withMapChange(own!, shown, { name: 'At risk', action: '' })).toEqual(onMap);
  });

  it('lets names and limits go with the levels they were given for', () => {
    const own = recipeOf(
      step('rfm-scores', 'rfm-scores', { ...COLUMNS, levels: 3, map: NAMES, limits: { recency: [9, 3] } }),
      step('s1', 'segment', { by: 'rfm_segment' }),
    );
    expect(scoring(withMapChange(own, shown, { levels: 5 }))).toEqual({ ...COLUMNS, levels: 5 });
    expect(scoring(withMapChange(own, shown, { names: 'usual' }))).toEqual({
      ...COLUMNS,
      levels: 3,
      limits: { recency: [9, 3] },
    });
  });
});
