import { describe, expect, it } from 'vitest';
import { StepCache } from '../../../src/engine/recipe/step-cache';
import { tryRun, upToStep } from '../../../src/engine/recipe/try-run';
import { unwatched } from '../../../src/engine/work';
import { bitsOf } from '../../support/bits-of';
import { table } from '../../support/tables';
import { recipeOf, step } from './recipes';

const drop = step('drop', 'drop-duplicates', {});
const fill = step('fill', 'fill-missing', { columns: ['y'], with: 'median' });
const gone = step('gone', 'drop-missing', { columns: ['nowhere'] });
const all = step('all', 'limit', { column: 'x', above: 99, outside: 'set-aside' });
const options = { mode: 'learn', work: unwatched } as const;
const source = () => table({ x: [1, 2, 3, 3], y: [1, null, 5, 5] });
const tried = async (steps: Parameters<typeof recipeOf>[0]) => {
  const { steps: done, problem } = await tryRun(recipeOf(steps, ['x', 'y']), source(), {
    ...options,
    cache: new StepCache(),
  });
  return { done: done.map(({ id, rowsOut }) => [id, rowsOut]), code: problem?.code, at: problem?.step };
};

describe('tryRun', () => {
  it('says what each step does where all can be done, and changes nothing', async () => {
    const given = source();
    const bits = bitsOf(given);
    const { steps, problem } = await tryRun(recipeOf([drop, fill], ['x', 'y']), given, options);
    expect([steps.map(({ counts }) => counts), problem]).toEqual([[{ dropped: 1 }, { filled: 1 }], null]);
    expect(bitsOf(given)).toEqual(bits);
  });

  it('stops at the first step that cannot be, by its parameters or on the data', async () => {
    expect(await tried([drop, gone, fill])).toEqual({ done: [['drop', 3]], code: 'missing-column', at: 1 });
    expect(await tried([all, fill, gone])).toEqual({ done: [], code: 'no-rows-left', at: 0 });
    expect(await tried([step('u', 'from-the-future', {})])).toEqual({
      done: [],
      code: 'unknown-step',
      at: 0,
    });
  });

  it('passes over steps that are off', async () => {
    expect((await tried([drop, { ...gone, enabled: false }, fill])).code).toBeUndefined();
  });
});

it('upToStep switches off that step and all behind it', () => {
  const recipe = recipeOf([drop, gone, fill]);
  const off = upToStep(recipe, 'gone').steps;
  expect(off.map(({ enabled }) => enabled)).toEqual([true, false, false]);
  expect(upToStep(recipe, 'no such step')).toBe(recipe);
});
