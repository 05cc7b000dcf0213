import { describe, expect, it } from 'vitest';
import { fillSources } from '../../../src/engine/recipe/fill-sources';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { recipeOf, step } from './recipes';
import { refusal } from '../steps/apply';

const ORDERS = ['id', 'customer', 'date', 'amount'];
const CUSTOMERS = ['customer', 'email', 'country'];
const by = { left: 'customer', right: 'customer', matching: 'exact', how: 'left' };

const saved = (months: number): Recipe => {
  const columns = [{ column: 'email', as: 'email' }];
  const appended = Array.from({ length: months - 1 }, (_, i) => i + 1);
  const steps = [
    ...(months > 1 ? [step('a', 'append', { sources: appended })] : []),
    step('j', 'join', { ...by, source: months, columns }),
    step('d', 'drop-duplicates', {}),
  ];
  const [source] = recipeOf([], ORDERS, 'orders').sources;
  const others = CUSTOMERS.map((name) => ({ name, kind: 'text' as const, role: null }));
  return {
    ...recipeOf(steps),
    sources: [
      ...Array.from({ length: months }, (_, i) => ({ ...source!, name: `month ${i}.csv` })),
      { ...source!, name: 'customers.csv', columns: others },
    ],
  };
};
const file = (name: string, columns: readonly string[]) => ({ name, columns });
const told = (recipe: Recipe) =>
  recipe.steps.map(({ op, enabled, params }) => [op, enabled, params.source ?? params.sources]);

describe('fillSources', () => {
  it('tells files apart by their columns, in whatever order they come', () => {
    const { recipe, files } = fillSources(saved(2), [
      file('people.csv', ['Customer', ...CUSTOMERS]),
      file('nov.csv', ORDERS),
      file('dec.csv', [...ORDERS, 'coupon']),
    ]);
    expect(files).toEqual([1, 2, 0]);
    expect(recipe.sources.map(({ name }) => name)).toEqual(['nov.csv', 'dec.csv', 'people.csv']);
    expect(told(recipe)).toEqual([
      ['append', true, [1]],
      ['join', true, 2],
      ['drop-duplicates', true, undefined],
    ]);
  });

  it('appends as many files as there are, and passes over the step where there is one', () => {
    const more = fillSources(saved(2), [
      ...['a', 'b', 'c'].map((name) => file(name, ORDERS)),
      file('p', CUSTOMERS),
    ]);
    expect(told(more.recipe)[0]).toEqual(['append', true, [1, 2]]);
    expect(told(more.recipe)[1]).toEqual(['join', true, 3]);
    const one = fillSources(saved(2), [file('a', ORDERS), file('p', CUSTOMERS)]);
    expect(told(one.recipe).slice(0, 2)).toEqual([
      ['append', false, [1]],
      ['join', true, 1],
    ]);
  });

  it('adds a step that appends where the recipe had one file', () => {
    const { recipe, files } = fillSources(
      recipeOf([step('append', 'drop-duplicates', {})], ORDERS, 'orders'),
      [file('a', ORDERS), file('b', ORDERS)],
    );
    expect(files).toEqual([0, 1]);
    expect(recipe.steps.map(({ id, op }) => [id, op])).toEqual([
      ['append-2', 'append'],
      ['append', 'drop-duplicates'],
    ]);
  });

  it('keeps a source that no file fits, behind those that have one', () => {
    const { recipe, files } = fillSources(saved(1), [file('a', ORDERS)]);
    expect([files, recipe.sources.map(({ name }) => name)]).toEqual([[0], ['a', 'customers.csv']]);
    expect(told(recipe)[0]).toEqual(['join', true, 1]);
  });

  it('takes one file for the first source, whatever it is like', () => {
    expect(fillSources(saved(1), [file('p', CUSTOMERS)]).files).toEqual([0]);
  });

  it('does as it is told', () => {
    const said = new Map([[1, 1]]);
    const { recipe, files } = fillSources(saved(1), [file('a', ORDERS), file('odd', ['x'])], said);
    expect([files, recipe.sources.map(({ name }) => name)]).toEqual([
      [0, 1],
      ['a', 'odd'],
    ]);
  });

  it('refuses a file that is like no source', async () => {
    const doing = Promise.resolve().then(() =>
      fillSources(saved(1), [file('a', ORDERS), file('p', CUSTOMERS), file('moons', ['planet', 'moons'])]),
    );
    expect(await refusal(doing)).toEqual({
      code: 'unrelated-files',
      details: { file: 'moons', first: 'month 0.csv' },
    });
  });
});
