import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/engine/errors';
import { parseModel, parseRecipe } from '../../../src/engine/recipe/parse';
import { run } from '../../../src/engine/recipe/run';
import type { Recipe, RecipeStep } from '../../../src/engine/recipe/schema';
import { StepCache } from '../../../src/engine/recipe/step-cache';
import { unwatched } from '../../../src/engine/work';
import { before, behind, goneTo, NO_MOMENTS, withMoment } from '../../../src/ui/state/moment-tree';
import { bitsOf } from '../../support/bits-of';
import { table } from '../../support/tables';
import { inputOf, names, sourcesOf } from './written';
import { recipeOf, step } from './recipes';

const cellsFor = {
  who: fc.option(fc.constantFrom('ann', 'Bob ', 'bob', 'cy', 'Zoë'), { nil: null }),
  paid: fc.option(fc.constantFrom(0, -0, 1, 2.5, 1e9, -3), { nil: null }),
  day: fc.option(fc.constantFrom('2024-01-31', '2024-02-29', '2025-01-01'), { nil: null }),
};
const rows = fc.array(fc.record(cellsFor), { minLength: 3, maxLength: 12 }).map((made) => {
  // One whole row, so that every column has its kind and no step is left without a row.
  const all = [{ who: 'ann', paid: 7, day: '2024-01-01' }, ...made];
  return {
    who: all.map(({ who }) => who),
    paid: all.map(({ paid }) => paid),
    day: all.map(({ day }) => day && new Date(day)),
  };
});

const some = [
  ['drop-duplicates', {}],
  ['drop-duplicates', { columns: ['who'], loosely: true }],
  ['drop-missing', { columns: ['paid'] }],
  ['fill-missing', { columns: ['paid'], with: 'median' }],
  ['fill-missing', { columns: ['who'], with: 'constant', value: 'nobody' }],
  ['keep-values', { column: 'who', values: ['ann', 'bob'], blanks: 'keep' }],
  ['limit', { column: 'paid', from: 0, outside: 'set-aside' }],
  ['limit', { column: 'day', below: '2025-01-01', outside: 'blank' }],
  ['change-type', { column: 'day', to: 'text' }],
  ['scale', { columns: ['paid'], with: 'min-max' }],
  ['transform', { columns: ['paid'], with: 'log1p' }],
  ['days-since', { column: 'day' }],
] as const;
const steps = (most: number): fc.Arbitrary<RecipeStep[]> =>
  fc
    .uniqueArray(fc.nat(some.length - 1), { minLength: 1, maxLength: most })
    .map((picked) => picked.map((at) => step(`s${at}`, some[at]![0], { ...some[at]![1] })));

const recipe = (made: RecipeStep[]): Recipe => recipeOf(made, ['who', 'paid', 'day'], 'orders');
const learn = { mode: 'learn', work: unwatched } as const;

/** The longest beginning of the steps that runs on the table. */
async function thatRuns(made: RecipeStep[], source: ReturnType<typeof table>): Promise<RecipeStep[]> {
  for (let count = made.length; count > 0; count--) {
    const ran = await run(recipe(made.slice(0, count)), source, learn).catch((error: unknown) => {
      expect(error).toBeInstanceOf(EngineError);
    });
    if (ran) return made.slice(0, count);
  }
  return [];
}

describe('undo', () => {
  it('gives back the table bit for bit, wherever the history leads', () =>
    fc.assert(
      fc.asyncProperty(
        rows,
        fc.array(steps(4), { minLength: 2, maxLength: 5 }),
        fc.array(fc.nat(20), { maxLength: 8 }),
        async (cells, acts, jumps) => {
          const source = table(cells);
          const untouched = bitsOf(source);
          const cache = new StepCache();
          const at = async (moment: Recipe) => bitsOf((await run(moment, source, { ...learn, cache })).table);
          let tree = withMoment(NO_MOMENTS, { recipe: recipe([]), choice: {} });
          const seen: unknown[] = [await at(recipe([]))];
          for (const [turn, made] of acts.entries()) {
            const next = recipe(await thatRuns(made, source));
            tree = withMoment(tree, { recipe: next, choice: {} });
            seen.push(await at(next));
            // Every other act is undone, so that the next one starts a branch.
            if (turn % 2 === 1) tree = goneTo(tree, before(tree)!);
            expect(await at(tree.moments[tree.cursor]!.recipe)).toEqual(seen[tree.cursor]);
          }
          for (const jump of jumps) {
            const to = jump % 3 === 0 ? before(tree) : jump % 3 === 1 ? behind(tree) : jump % seen.length;
            tree = goneTo(tree, to ?? tree.cursor);
            expect(await at(tree.moments[tree.cursor]!.recipe)).toEqual(seen[tree.cursor]);
          }
          for (let to = before(tree); to !== null; to = before(tree)) tree = goneTo(tree, to);
          expect(await at(tree.moments[tree.cursor]!.recipe)).toEqual(untouched);
        },
      ),
      { numRuns: 40, seed: 11 },
    ));
});

describe('a saved recipe', () => {
  it('gives the same table of the same file, learnt again or reused', () =>
    fc.assert(
      fc.asyncProperty(rows, steps(6), async (cells, made) => {
        const source = table(cells);
        const done = recipe(await thatRuns(made, source));
        const { table: first, fits } = await run(done, source, learn);
        const again = parseRecipe(JSON.stringify(done));
        expect(bitsOf((await run(again, table(cells), learn)).table)).toEqual(bitsOf(first));
        const model = { format: 'tessera-model', version: 1, recipe: done, fits };
        const opened = parseModel(JSON.stringify(model));
        const reused = await run(opened.recipe, table(cells), {
          mode: 'reuse',
          fits: opened.fits,
          work: unwatched,
        });
        expect(bitsOf(reused.table)).toEqual(bitsOf(first));
      }),
      { numRuns: 60, seed: 12 },
    ));

  it.each(names)('%s gives the same with what it learnt, written and read again', async (name) => {
    const { table: rows, others, mode, fits, recipe } = inputOf(name);
    const once = parseRecipe(recipe);
    const one = sourcesOf(once, rows, others);
    const first = await run(once, one.first, { mode, fits, sources: one.others, work: unwatched });
    const opened = parseModel(
      JSON.stringify({ format: 'tessera-model', version: 1, recipe: once, fits: first.used }),
    );
    const two = sourcesOf(opened.recipe, rows, others);
    const again = await run(opened.recipe, two.first, {
      mode: 'reuse',
      fits: opened.fits,
      sources: two.others,
      work: unwatched,
    });
    expect(bitsOf(again.table)).toEqual(bitsOf(first.table));
  });
});

describe('a filter that is switched off again', () => {
  const filters = some.filter(
    ([op, params]) =>
      ['keep-values', 'limit', 'drop-missing', 'drop-duplicates'].includes(op) &&
      !('outside' in params && params.outside === 'blank'),
  );

  it('loses nothing, and what it keeps are rows that were there', () =>
    fc.assert(
      fc.asyncProperty(rows, fc.nat(filters.length - 1), steps(3), async (cells, which, others) => {
        const source = table(cells);
        const [op, params] = filters[which]!;
        const behindIt = (await thatRuns(others, source)).map((one) => ({ ...one, id: `o-${one.id}` }));
        const filter = step('filter', op, { ...params });
        const cache = new StepCache();
        const without = await run(recipe(behindIt), source, { ...learn, cache });
        const filtered = await run(recipe([filter]), source, { ...learn, cache });
        expect(filtered.table.numRows()).toBeLessThanOrEqual(source.numRows());
        const off = await run(recipe([{ ...filter, enabled: false }, ...behindIt]), source, {
          ...learn,
          cache,
        });
        expect(bitsOf(off.table)).toEqual(bitsOf(without.table));
        expect(bitsOf(source)).toEqual(bitsOf(table(cells)));
      }),
      { numRuns: 60, seed: 13 },
    ));
});
