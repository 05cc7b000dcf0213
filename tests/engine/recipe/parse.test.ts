import { describe, expect, it } from 'vitest';
import type { EngineError } from '../../../src/engine/errors';
import { parseModel, parseRecipe } from '../../../src/engine/recipe/parse';
import { recipeOf, step } from './recipes';

const errorOf = (action: () => unknown): EngineError => {
  try {
    action();
  } catch (error) {
    return error as EngineError;
  }
  throw new Error('nothing was thrown');
};

const written = (recipe: unknown): Record<string, unknown> =>
  JSON.parse(JSON.stringify(recipe)) as Record<string, unknown>;

describe('parseRecipe', () => {
  const recipe = recipeOf([step('a', 'scale', { columns: ['x'], with: 'z' })]);

  it('gives back what was saved, from an object and from text with a byte order mark', () => {
    expect(parseRecipe(written(recipe))).toEqual(recipe);
    expect(parseRecipe(`\uFEFF${JSON.stringify(recipe)}`)).toEqual(recipe);
  });

  it('shares nothing with what it was given', () => {
    const input = written(recipe);
    const parsed = parseRecipe(input);
    ((input.steps as { params: { columns: string[] } }[])[0]!.params.columns as string[]).push('y');
    expect(parsed).toEqual(recipe);
  });

  it('keeps steps it does not know', () => {
    const unknown = recipeOf([step('a', 'from-the-future', { depth: [1, { deep: true }] })]);
    expect(parseRecipe(written(unknown))).toEqual(unknown);
  });

  it.each([
    ['nothing', undefined, ''],
    ['null', null, ''],
    ['text that is not JSON', '{ "format"', ''],
    ['an array', [recipe], 'format'],
    ['another format', { ...recipe, format: 'tessera-model' }, 'format'],
    ['a version that is no number', { ...recipe, version: '1' }, 'version'],
    ['no sources', { ...recipe, sources: [] }, 'sources'],
    ['steps that are no list', { ...recipe, steps: { length: 1 } }, 'steps'],
    ['a step without id', { ...recipe, steps: [{ ...recipe.steps[0], id: undefined }] }, 'steps.0.id'],
    ['a step with an empty id', { ...recipe, steps: [{ ...recipe.steps[0], id: '' }] }, 'steps.0.id'],
    [
      'params that are no object',
      { ...recipe, steps: [recipe.steps[0], { ...recipe.steps[0], params: 7 }] },
      'steps.1.params',
    ],
    ['more steps than anyone makes', { ...recipe, steps: Array(2000).fill(recipe.steps[0]) }, 'steps'],
    [
      'a number that is not finite',
      { ...recipe, steps: [{ ...recipe.steps[0], params: { k: NaN } }] },
      'steps.0.params.k',
    ],
    [
      'a function',
      { ...recipe, steps: [{ ...recipe.steps[0], params: { k: () => 1 } }] },
      'steps.0.params.k',
    ],
    ['a Map', { ...recipe, steps: [{ ...recipe.steps[0], params: { k: new Map() } }] }, 'steps.0.params.k'],
  ])('refuses %s and says where', (_what, input, path) => {
    const { code, details } = errorOf(() => parseRecipe(input));
    expect({ code, path: details.path }).toEqual({ code: 'not-a-recipe', path });
  });

  it('refuses nesting without end', () => {
    const endless: Record<string, unknown> = {};
    endless.again = endless;
    const input = { ...recipe, steps: [{ ...recipe.steps[0], params: endless }] };
    expect(errorOf(() => parseRecipe(input)).details.reason).toBe('too-deep');
  });

  it('refuses huge arrays before looking at them', () => {
    const input = { ...recipe, sources: new Array(2 ** 31) };
    expect(errorOf(() => parseRecipe(input)).details).toEqual({ path: 'sources', reason: 'too-large' });
  });

  it('says that a recipe is newer than the program', () => {
    const { code, details } = errorOf(() => parseRecipe({ ...recipe, version: 2, steps: 'anything' }));
    expect({ code, details }).toEqual({ code: 'newer-version', details: { what: 'recipe', version: 2 } });
  });

  it('is not fooled by prototype keys', () => {
    const hostile = JSON.stringify(recipe).replace(
      '"params":{',
      '"params":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
    );
    const parsed = parseRecipe(hostile);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(parsed.steps[0]!.params).toEqual({ columns: ['x'], with: 'z' });
    expect(Object.keys(parsed.steps[0]!.params)).toEqual(['columns', 'with']);
  });

  it('keeps columns with hostile names', () => {
    const names = ['__proto__', 'constructor', 'toString'];
    const hostile = recipeOf([step('a', 'scale', { columns: names, with: 'z' })], names);
    expect(parseRecipe(JSON.stringify(hostile)).sources[0]!.columns.map(({ name }) => name)).toEqual(names);
    expect(parseRecipe(JSON.stringify(hostile)).steps[0]!.params).toEqual({ columns: names, with: 'z' });
  });
});

describe('parseModel', () => {
  const recipe = recipeOf([step('a', 'scale', { columns: ['x'], with: 'z' })]);
  const fits = { a: { columns: [{ column: 'x', centre: 1, spread: 2 }] } };
  const model = { format: 'tessera-model' as const, version: 1 as const, recipe, fits };

  it('gives back what was saved', () => {
    expect(parseModel(JSON.stringify(model))).toEqual(model);
  });

  it.each([
    ['a recipe', recipe, 'format'],
    ['a model without fits', { ...model, fits: null }, 'fits'],
    ['a model with a broken recipe', { ...model, recipe: { ...recipe, steps: [1] } }, 'recipe.steps.0'],
  ])('refuses %s and says where', (_what, input, path) => {
    const { code, details } = errorOf(() => parseModel(input));
    expect({ code, path: details.path }).toEqual({ code: 'not-a-model', path });
  });

  it.each([
    ['model', { ...model, version: 3 }, 3],
    ['recipe', { ...model, recipe: { ...recipe, version: 2 } }, 2],
  ])('says that the %s is newer than the program', (what, input, version) => {
    const { code, details } = errorOf(() => parseModel(input));
    expect({ code, details }).toEqual({ code: 'newer-version', details: { what, version } });
  });
});
