import { describe, expect, it } from 'vitest';
import type { Recipe, RecipeStep } from '../../../src/engine/index';
import { followColumns } from '../../../src/ui/state/follow-columns';

const step = (id: string, op: string, params: RecipeStep['params'], enabled = true): RecipeStep => ({
  id,
  op,
  version: 1,
  enabled,
  params,
});
const recipe = (...steps: RecipeStep[]): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [],
  steps,
});

const curve = (columns: string[], enabled = true, how = 'log1p') =>
  step('t', 'transform', { columns, with: how }, enabled);
const scale = (columns: string[], enabled = true, how = 'z') =>
  step('s', 'scale', { columns, with: how }, enabled);
const group = (columns: string[]) => step('g', 'segment', { columns, k: 'auto', money: ['spent'] });

const usual = recipe(
  curve(['orders', 'spent']),
  scale(['orders_log', 'spent_log', 'age']),
  group(['orders_log_z', 'spent_log_z', 'age_z']),
);
const withStep = (of: Recipe, changed: RecipeStep): Recipe => ({
  ...of,
  steps: of.steps.map((one) => (one.id === changed.id ? changed : one)),
});

describe('followColumns', () => {
  it('takes the columns before a step that is switched off, and money stays as it is', () => {
    const off = followColumns(usual, withStep(usual, curve(['orders', 'spent'], false)));
    expect(off.steps[1]!.params.columns).toEqual(['orders', 'spent', 'age']);
    expect(off.steps[2]!.params).toEqual({
      columns: ['orders_z', 'spent_z', 'age_z'],
      k: 'auto',
      money: ['spent'],
    });
  });

  it('comes back to the same recipe when the step is switched on again', () => {
    const off = followColumns(usual, withStep(usual, curve(['orders', 'spent'], false)));
    expect(followColumns(off, withStep(off, curve(['orders', 'spent'])))).toEqual(usual);
  });

  it('follows another curve and another scale', () => {
    const root = followColumns(usual, withStep(usual, curve(['orders', 'spent'], true, 'sqrt')));
    expect(root.steps[2]!.params.columns).toEqual(['orders_sqrt_z', 'spent_sqrt_z', 'age_z']);
    const between = followColumns(
      usual,
      withStep(usual, scale(['orders_log', 'spent_log', 'age'], true, 'min-max')),
    );
    expect(between.steps[2]!.params.columns).toEqual(['orders_log_minmax', 'spent_log_minmax', 'age_minmax']);
  });

  it('follows a column that is no longer evened out', () => {
    const fewer = followColumns(usual, withStep(usual, curve(['spent'])));
    expect(fewer.steps[1]!.params.columns).toEqual(['orders', 'spent_log', 'age']);
    expect(fewer.steps[2]!.params.columns).toEqual(['orders_z', 'spent_log_z', 'age_z']);
  });

  it('follows a step that is deleted', () => {
    const gone = followColumns(usual, { ...usual, steps: usual.steps.slice(1) });
    expect(gone.steps.map(({ params }) => params.columns)).toEqual([
      ['orders', 'spent', 'age'],
      ['orders_z', 'spent_z', 'age_z'],
    ]);
  });

  it('leaves every other change alone', () => {
    const renamed = withStep(usual, step('g', 'segment', { columns: ['orders_log_z'], k: 4 }));
    expect(followColumns(usual, renamed)).toEqual(renamed);
    expect(followColumns(usual, usual)).toEqual(usual);
  });
});
