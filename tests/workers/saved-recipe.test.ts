import { describe, expect, it } from 'vitest';
import type { EngineError } from '../../src/engine/errors';
import { savedRecipe } from '../../src/workers/saved-recipe';
import { errorText } from '../../src/ui/text/errors';
import { plain } from '../../src/workers/wire';
import { recipeOf, step } from '../engine/recipe/recipes';

const recipe = recipeOf([step('a', 'scale', { columns: ['x'], with: 'z' })]);
const model = { format: 'tessera-model', version: 1, recipe, fits: { a: [['x', { mean: 1 }]] } };

/** The sentence a person reads. */
function sentenceFor(text: string, name = 'x.json'): string {
  try {
    savedRecipe({ name, text });
  } catch (error) {
    return errorText(plain(error as EngineError)).sentence;
  }
  throw new Error('nothing was thrown');
}

describe('savedRecipe', () => {
  it('reads a recipe, a model and either with a byte order mark', () => {
    expect(savedRecipe({ name: 'r', text: JSON.stringify(recipe) })).toEqual({ recipe, fits: null });
    expect(savedRecipe({ name: 'm', text: `\uFEFF${JSON.stringify(model)}` })).toEqual({
      recipe,
      fits: model.fits,
    });
  });

  it('is not misled by a model that a step speaks of', () => {
    const odd = recipeOf([step('a', 'from-the-future', { inner: { format: 'tessera-model' } })]);
    expect(savedRecipe({ name: 'r', text: JSON.stringify(odd) })).toEqual({ recipe: odd, fits: null });
  });

  it('says what is wrong in a sentence that names the file', () => {
    expect(sentenceFor(JSON.stringify(recipe).slice(0, -4))).toMatch(/^x\.json is no recipe: it is cut off/);
    for (const other of ['{"a":1}', '[]', 'null', '7', '"tessera-recipe"'])
      expect(sentenceFor(other)).toMatch(/^x\.json is not a recipe or model that Tessera saved/);
    expect(sentenceFor(JSON.stringify({ ...recipe, version: 2 }))).toMatch(/newer version of Tessera/);
    expect(sentenceFor(JSON.stringify({ ...model, recipe: { ...recipe, version: 9 } }))).toMatch(
      /^x\.json was saved by a newer version/,
    );
    expect(sentenceFor(JSON.stringify({ ...recipe, steps: [{ op: 'scale' }] }))).toMatch(
      /cannot be understood at steps\.0/,
    );
    expect(sentenceFor(JSON.stringify({ ...model, recipe: { ...recipe, sources: 'all' } }))).toMatch(
      /the model cannot be understood at recipe\.sources/,
    );
  });

  it('refuses what is deeper or longer than any recipe', () => {
    const deep = `{"format":"tessera-recipe","version":1,"steps":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect(sentenceFor(deep)).toMatch(/far larger than any recipe/);
    const many = JSON.stringify({ ...recipe, steps: Array(5000).fill(recipe.steps[0]) });
    expect(sentenceFor(many)).toMatch(/far larger than any recipe/);
  });

  it('takes nothing from keys that mean something to the language', () => {
    const text = JSON.stringify(recipe).replace(
      '{',
      '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},',
    );
    const { recipe: read } = savedRecipe({ name: 'r', text });
    expect(Object.keys(read).sort()).toEqual(['format', 'sources', 'steps', 'version']);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((read as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('keeps the sentence short whatever the file says', () => {
    const long = { ...recipe, steps: [{ ...recipe.steps[0], version: 'x'.repeat(9000) }] };
    expect(sentenceFor(JSON.stringify(long)).length).toBeLessThan(400);
  });
});
