import { describe, expect, it } from 'vitest';
import { parseRecipe } from '../../../src/engine/recipe/parse';
import { registry } from '../../../src/engine/recipe/registry';
import { run } from '../../../src/engine/recipe/run';
import { kindsOf } from '../../../src/engine/recipe/source-table';
import { validate } from '../../../src/engine/recipe/validate';
import { metaOf } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { fixtureByOp, inputOf, json, names, sourcesOf, written } from './written';

describe('saved recipes', () => {
  it('hold every step there is', () => {
    expect(new Set(fixtureByOp.keys())).toEqual(new Set(registry.keys()));
  });

  it.each(names)('%s still opens, checks and gives the same', async (name) => {
    const input = inputOf(name);
    const recipe = parseRecipe(input.recipe);
    const { first, others } = sourcesOf(recipe, input.table, input.others);
    expect(validate(recipe, kindsOf(first))).toEqual([]);
    const { steps, table, fits } = await run(recipe, first, {
      mode: input.mode,
      sources: others,
      fits: input.fits,
      work: unwatched,
    });
    const { grain, key, roles, origins } = metaOf(table);
    expect({
      steps: steps.map(({ ms: _ms, ...step }) => step),
      fits,
      meta: { grain, key, roles: Object.fromEntries(roles), origins: Object.fromEntries(origins) },
      table: written(table),
    }).toEqual(json(`${name}.expected.json`));
    expect(written(first)).toEqual(input.table);
  });
});
