import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/engine/errors';
import { registry } from '../../../src/engine/recipe/registry';
import { run } from '../../../src/engine/recipe/run';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { kindsOf } from '../../../src/engine/recipe/source-table';
import { StepCache } from '../../../src/engine/recipe/step-cache';
import { validate } from '../../../src/engine/recipe/validate';
import { unwatched } from '../../../src/engine/work';
import { bitsOf } from '../../support/bits-of';
import { paramsLike, type Stuff } from './params-like';
import { fixtureByOp, sourcesOf, type Written } from './written';

/** Rows of the fixture, some more than once, others gone, and cells blanked here and there. */
const shuffled = (columns: readonly Written[]): fc.Arbitrary<Written[]> => {
  const rows = columns[0]!.cells.length;
  const picked = fc.array(fc.nat(rows - 1), { minLength: 1, maxLength: rows + 4 });
  const blanked = fc.array(fc.nat(rows * columns.length * 6), { maxLength: 5 });
  return fc.tuple(fc.oneof(fc.constant(null), picked), blanked).map(([order, blank]) => {
    const holes = new Set(blank);
    return columns.map((column, at) => ({
      ...column,
      cells: (order ?? column.cells.map((_, row) => row)).map((row, to) =>
        holes.has(at * rows + to) ? null : column.cells[row]!,
      ),
    }));
  });
};

/** What the parameters of a step at that place may be made of. */
async function stuffOf({
  recipe,
  input,
  at,
}: NonNullable<ReturnType<typeof fixtureByOp.get>>): Promise<Stuff> {
  const { first, others } = sourcesOf(recipe, input.table, input.others);
  const { mode, fits } = input;
  const before = { ...recipe, steps: recipe.steps.slice(0, at) };
  const { table } = await run(before, first, { mode, fits, sources: others, work: unwatched });
  const cells = input.table.flatMap((column) => column.cells);
  return {
    columns: kindsOf(table).map(({ name }) => name),
    words: [...new Set(cells.filter((cell) => typeof cell === 'string' && cell !== ''))].slice(
      0,
      12,
    ) as string[],
    numbers: [...new Set(cells.filter((cell) => typeof cell === 'number'))].slice(0, 6),
  };
}

const fits = (recipe: Recipe, { first, others }: ReturnType<typeof sourcesOf>): boolean => {
  const known = new Map([...others].map(([i, table]) => [i, { name: '', columns: kindsOf(table) }] as const));
  return validate(recipe, kindsOf(first), undefined, known).length === 0;
};

/** A step may refuse what it is given; it may not fail otherwise. */
function refused(error: unknown): null {
  expect(error).toBeInstanceOf(EngineError);
  return null;
}

describe('every step', () => {
  it.each([...registry.keys()])('%s leaves the tables it is given as they are', async (op) => {
    // Without a fixture there is no table to try the step on.
    const fixture = fixtureByOp.get(op)!;
    const { recipe, input, at } = fixture;
    const like = paramsLike(recipe.steps[at]!, registry.get(op)!.params, await stuffOf(fixture));
    await fc.assert(
      fc.asyncProperty(like, shuffled(input.table), async (step, rows) => {
        const tables = sourcesOf(recipe, rows, input.others);
        const asIs = { ...recipe, steps: recipe.steps.slice(0, at + 1) };
        const changed = { ...asIs, steps: [...asIs.steps.slice(0, at), step] };
        const tried = fits(changed, tables) ? changed : asIs;
        const options = {
          mode: 'learn',
          sources: tables.others,
          cache: new StepCache(),
          work: unwatched,
        } as const;
        const before = await run({ ...tried, steps: tried.steps.slice(0, at) }, tables.first, options).catch(
          refused,
        );
        const given = [tables.first, ...tables.others.values(), ...(before ? [before.table] : [])];
        const bits = given.map(bitsOf);
        const said = JSON.stringify(tried);
        // The cache hands the step the very table that stands in `given`.
        await run(tried, tables.first, options).catch(refused);
        expect(given.map(bitsOf)).toEqual(bits);
        expect(JSON.stringify(tried)).toBe(said);
      }),
      { numRuns: 12, seed: 5 },
    );
  });
});
