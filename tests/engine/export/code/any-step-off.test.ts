import { describe, expect, it } from 'vitest';
import { codeOf, type Code, type Unsaid } from '../../../../src/engine/export/code/code-of';
import { parseRecipe } from '../../../../src/engine/recipe/parse';
import { run } from '../../../../src/engine/recipe/run';
import type { Recipe } from '../../../../src/engine/recipe/schema';
import { columnNames, columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { inputOf, names, sourcesOf } from '../../recipe/written';
import { step } from './learnt-shop';

/** The dialects of SQL differ in little of this; BigQuery says the least. */
const TARGETS = ['python', 'duckdb', 'bigquery'] as const;
const MISSING = /NOT IN THIS CODE/g;
/** How often the head of the code and its steps say so. */
const missing = (unsaid: readonly Unsaid[]): number =>
  unsaid.filter(({ weight }) => weight === 'missing').length;

/** The recipe with a formula in each place, and with each one step off and a formula at its end. */
const variants = (recipe: Recipe): { off: Recipe; behind: number }[] => [
  ...Array.from({ length: recipe.steps.length + 1 }, (_, behind) => ({ off: recipe, behind })),
  ...recipe.steps.map((out) => {
    const steps = recipe.steps.map((one) => (one === out ? { ...one, enabled: false } : one));
    return { off: { ...recipe, steps }, behind: steps.length };
  }),
];

/** The recipe with a formula of all numbers there are behind its first steps, as many as are said. */
async function withFormula(recipe: Recipe, behind: number, made: (of: Recipe) => ReturnType<typeof run>) {
  const [before, after] = [recipe.steps.slice(0, behind), recipe.steps.slice(behind)];
  const { table } = await made({ ...recipe, steps: before });
  const numbers = columnNames(table).filter((name) => columnOf(table, name).kind === 'number');
  const formula = numbers.map((name) => `[${name}] * 2`).join(' + ');
  const steps = numbers.length === 0 ? [] : [step('doubled', 'formula', { as: 'Doubled', formula })];
  return { ...recipe, steps: [...before, ...steps, ...after] };
}

describe('code of saved recipes with any one step off', () => {
  it.each(names)('%s is code, with what is missing named', async (name) => {
    const input = inputOf(name);
    const whole = parseRecipe(input.recipe);
    const { first, others } = sourcesOf(whole, input.table, input.others);
    const made = (recipe: Recipe) => run(recipe, first, { mode: 'learn', sources: others, work: unwatched });
    const codes: Code[] = [];
    for (const { off, behind } of variants(whole)) {
      const recipe = await withFormula(off, behind, made).catch(() => null);
      // Without some step the others cannot run, and there is no code to ask for.
      const outcome = recipe && (await made(recipe).catch(() => null));
      if (recipe && outcome)
        codes.push(...TARGETS.map((target) => codeOf({ recipe, fits: outcome.used, target })));
    }
    expect(codes.length).toBeGreaterThan(0);
    const unnamed = codes.filter(({ unsaid, text }) => (text.match(MISSING)?.length ?? 0) < missing(unsaid));
    expect(unnamed).toEqual([]);
  });
});
