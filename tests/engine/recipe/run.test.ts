import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EngineError, Stopped } from '../../../src/engine/errors';
import { registry, registryOf } from '../../../src/engine/recipe/registry';
import { describeStep, run, type RunOptions } from '../../../src/engine/recipe/run';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { StepCache } from '../../../src/engine/recipe/step-cache';
import { defineStep } from '../../../src/engine/recipe/step';
import { columnWithRole, metaOf } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table } from '../../support/tables';
import { recipeOf, step } from './recipes';

const before = () => table({ x: [1, 2, 3, 3], y: [1, null, 5, 5] });
const drop = step('drop', 'drop-duplicates', {});
const fill = step('fill', 'fill-missing', { columns: ['y'], with: 'median' });
const z = step('z', 'scale', { columns: ['x', 'y'], with: 'z' });
const learn: RunOptions = { mode: 'learn', work: unwatched };

async function errorOf(running: Promise<unknown>): Promise<EngineError> {
  const error: unknown = await running.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

/** A step that counts how often it is done. */
function counting(): { known: typeof registry; done: () => number } {
  let times = 0;
  const counted = defineStep({
    op: 'counted',
    version: 1,
    params: v.object({ by: v.number() }),
    reads: () => [],
    adds: () => [],
    describe: () => 'Count',
    fit: () => null,
    apply: (given) => {
      times++;
      return { table: given, counts: {} };
    },
  });
  return { known: registryOf([...registry.values(), counted]), done: () => times };
}

describe('run', () => {
  it('folds the steps and says what each did', async () => {
    const source = before();
    const outcome = await run(recipeOf([drop, fill, z]), source, learn);
    expect(outcome.steps.map(({ id, rowsIn, rowsOut, counts }) => ({ id, rowsIn, rowsOut, counts }))).toEqual(
      [
        { id: 'drop', rowsIn: 4, rowsOut: 3, counts: { dropped: 1 } },
        { id: 'fill', rowsIn: 3, rowsOut: 3, counts: { filled: 1 } },
        { id: 'z', rowsIn: 3, rowsOut: 3, counts: {} },
      ],
    );
    expect(cellsOf(outcome.tables[1]!)).toEqual({ x: [1, 2, 3], y: [1, 3, 5] });
    expect(outcome.tables[2]).toBe(outcome.table);
    expect(outcome.fits.fill).toEqual({ columns: [{ column: 'y', value: 3 }] });
    expect(cellsOf(source)).toEqual(cellsOf(before()));
  });

  it('gives the source itself for no steps', async () => {
    const source = before();
    expect((await run(recipeOf([]), source, learn)).table).toBe(source);
  });

  it('passes over a step that is off, and says so', async () => {
    const outcome = await run(recipeOf([{ ...drop, enabled: false }]), before(), learn);
    expect(outcome.steps).toEqual([
      {
        id: 'drop',
        op: 'drop-duplicates',
        describe: 'Drop exact copies',
        enabled: false,
        rowsIn: 4,
        rowsOut: 4,
        counts: {},
        notes: [],
        ms: 0,
      },
    ]);
    expect(outcome.fits).toEqual({});
  });

  it('throws the first fault with its step, before any step runs', async () => {
    const { known, done } = counting();
    const recipe = recipeOf([
      step('c', 'counted', { by: 1 }),
      step('m', 'drop-missing', { columns: ['nowhere'] }),
    ]);
    const { code, step: at } = await errorOf(run(recipe, before(), learn, known));
    expect({ code, at, done: done() }).toEqual({ code: 'missing-column', at: 1, done: 0 });
  });

  it('says which step failed on the data', async () => {
    const error = await errorOf(run(recipeOf([drop, z]), table({ x: [1], y: [2] }), learn));
    expect(error).toMatchObject({ code: 'too-few-values', step: 1, details: { column: 'x', count: 1 } });
  });

  it('says which step left no rows', async () => {
    const recipe = recipeOf([step('m', 'drop-missing', { columns: ['x'] })]);
    const error = await errorOf(run(recipe, table({ x: [null, null] }), learn));
    expect(error).toMatchObject({ code: 'no-rows-left', step: 0, details: { step: 'drop-missing' } });
  });

  it('reuses what was learnt', async () => {
    const { fits } = await run(recipeOf([fill, z]), before(), learn);
    const next = table({ x: [101, 3], y: [null, 5] });
    const outcome = await run(recipeOf([fill, z]), next, { mode: 'reuse', fits, work: unwatched });
    expect(cellsOf(outcome.tables[0]!).y).toEqual([5, 5]);
    expect(outcome.fits).toEqual(fits);
  });

  it('lets a step learn that was added since, where it may', async () => {
    const { fits } = await run(recipeOf([fill]), before(), learn);
    const next = table({ x: [101, 3], y: [null, 5] });
    const options = { mode: 'reuse', fits, learnNew: true, work: unwatched } as const;
    const outcome = await run(recipeOf([fill, z]), next, options);
    expect(cellsOf(outcome.tables[0]!).y).toEqual([5, 5]);
    expect(outcome.fits.z).toEqual((await run(recipeOf([z]), outcome.tables[0]!, learn)).fits.z);
  });

  it('refuses to reuse what was never learnt', async () => {
    const fits = { fill: { columns: [{ column: 'y', value: 5 }] } };
    const error = await errorOf(run(recipeOf([fill, z]), before(), { mode: 'reuse', fits, work: unwatched }));
    expect(error).toMatchObject({ code: 'not-learnt', step: 1, details: { step: 'z' } });
    const other = { z: { columns: [{ column: 'x', centre: 0, spread: 1 }] }, ...fits };
    expect(
      await errorOf(run(recipeOf([fill, z]), before(), { mode: 'reuse', fits: other, work: unwatched })),
    ).toMatchObject({ code: 'not-learnt', step: 1, details: { column: 'y' } });
  });

  it('refuses a fit that is none', async () => {
    const fits = { z: { columns: [{ column: 'x', centre: 'low', spread: 1 }] } };
    const error = await errorOf(run(recipeOf([z]), before(), { mode: 'reuse', fits, work: unwatched }));
    expect(error).toMatchObject({
      code: 'not-a-model',
      step: 0,
      details: { path: 'fits.z.columns.0.centre' },
    });
  });

  it('keeps what was learnt apart from what was used on later data', async () => {
    const orders = table({ who: ['a'], day: [new Date('2024-03-01')], paid: [5] });
    const roles = { customer: 'who', date: 'day', order: null, amount: 'paid', quantity: null, price: null };
    const recipe = recipeOf([step('r', 'rfm', roles)], [], 'orders');
    const fits = { r: { referenceDate: '2024-02-01', orderTotals: false } };
    const outcome = await run(recipe, orders, { mode: 'reuse', fits, work: unwatched });
    expect(outcome.fits).toEqual(fits);
    expect(outcome.used).toEqual({ r: { referenceDate: '2024-03-02', orderTotals: false } });
    expect(outcome.steps[0]!.notes).toContain('reference-moved');
  });

  it('says that memory ran out, and where', async () => {
    const greedy = defineStep({
      op: 'greedy',
      version: 1,
      params: v.object({}),
      reads: () => [],
      adds: () => [],
      describe: () => 'Take all',
      fit: () => null,
      apply: () => {
        throw new RangeError('Array buffer allocation failed');
      },
    });
    const running = run(recipeOf([step('g', 'greedy', {})]), before(), learn, registryOf([greedy]));
    expect(await errorOf(running)).toMatchObject({ code: 'out-of-memory', step: 0 });
  });

  it('stops when it is asked to', async () => {
    const stopping = {
      ...unwatched,
      breathe: () => {
        throw new Stopped();
      },
    };
    await expect(run(recipeOf([drop]), before(), { mode: 'learn', work: stopping })).rejects.toThrow(Stopped);
  });
});

describe('StepCache', () => {
  const first = step('c', 'counted', { by: 1 });
  const recipeWith = (by: number, ...before: Recipe['steps']) =>
    recipeOf([...before, first, step('e', 'counted', { by })]);

  it('does not do again what did not change', async () => {
    const { known, done } = counting();
    const options = { ...learn, cache: new StepCache() };
    const source = before();
    await run(recipeWith(2), source, options, known);
    await run(recipeWith(3), source, options, known);
    expect(done()).toBe(3);
    await run(recipeWith(2), source, options, known);
    expect(done()).toBe(3);
  });

  it('does again what stands after a change, and everything for another table', async () => {
    const { known, done } = counting();
    const options = { ...learn, cache: new StepCache() };
    const source = before();
    await run(recipeWith(2), source, options, known);
    await run(recipeWith(2, drop), source, options, known);
    expect(done()).toBe(4);
    await run(recipeWith(2, drop), before(), options, known);
    expect(done()).toBe(6);
  });

  it('keeps learnt and reused apart, and one fit from another', async () => {
    const cache = new StepCache();
    const source = before();
    const reuse = (centre: number) => {
      const fits = { z: { columns: ['x', 'y'].map((column) => ({ column, centre, spread: 1 })) } };
      return run(recipeOf([z]), source, { mode: 'reuse', fits, cache, work: unwatched });
    };
    const learnt = await run(recipeOf([z]), source, { ...learn, cache });
    const [one, two] = [await reuse(1), await reuse(2)];
    const firstOf = ({ table: of }: typeof one) => cellsOf(of).x_z![0];
    expect([firstOf(one), firstOf(two)]).toEqual([0, -1]);
    expect(firstOf(learnt)).not.toBe(0);
  });

  it('knows a table again by its columns and roles', async () => {
    const { known, done } = counting();
    const options = { ...learn, cache: new StepCache() };
    const recipe = recipeWith(2);
    const read = before();
    await run(recipe, sourceTable(read, recipe.sources[0]!), options, known);
    await run(recipe, sourceTable(read, recipe.sources[0]!), options, known);
    expect(done()).toBe(2);
    await run(recipe, sourceTable(read, { ...recipe.sources[0]!, grain: 'orders' }), options, known);
    expect(done()).toBe(4);
  });

  it('forgets the oldest beyond 64 steps', async () => {
    const { known, done } = counting();
    const options = { ...learn, cache: new StepCache() };
    const source = before();
    for (let by = 0; by < 70; by++)
      await run(recipeOf([step('c', 'counted', { by })]), source, options, known);
    await run(recipeOf([step('c', 'counted', { by: 69 })]), source, options, known);
    expect(done()).toBe(70);
    await run(recipeOf([step('c', 'counted', { by: 0 })]), source, options, known);
    expect(done()).toBe(71);
  });
});

describe('sourceTable', () => {
  it('knows grain, key and roles, and passes over columns that are not there', () => {
    const source = recipeOf([], ['x', 'y', 'gone'], 'orders').sources[0]!;
    source.columns[1]!.role = 'customer';
    source.columns[2]!.role = 'amount';
    const made = sourceTable(before(), source);
    expect(metaOf(made)).toMatchObject({ grain: 'orders', key: 'y' });
    expect(columnWithRole(made, 'customer')).toBe('y');
    expect(columnWithRole(made, 'amount')).toBeNull();
    expect(cellsOf(made)).toEqual(cellsOf(before()));
  });
});

describe('describeStep', () => {
  it('says a step in one line, and an unknown or broken one by its name', () => {
    expect(describeStep(fill)).toBe('Fill blank y with the median');
    expect(describeStep(step('a', 'magic', {}))).toBe('magic');
    expect(describeStep(step('a', 'scale', { columns: 1 }))).toBe('scale');
  });
});
