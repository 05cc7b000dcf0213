import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/engine/errors';
import { parseModel, parseRecipe } from '../../../src/engine/recipe/parse';
import { run } from '../../../src/engine/recipe/run';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { validate } from '../../../src/engine/recipe/validate';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table } from '../../support/tables';
import { inputOf, names, tableOf } from './written';
import { recipeOf, step } from './recipes';

/** What it was refused with; null where it was opened. */
function refusal(open: () => unknown): EngineError | null {
  try {
    open();
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    return error as EngineError;
  }
}

const base = () => JSON.stringify(recipeOf([step('a', 'scale', { columns: ['x'], with: 'z' })]));
const inParams = (json: string) => base().replace('"params":{', `"params":{"extra":${json},`);
const nested = (depth: number, open: string, close: string) => open.repeat(depth) + '1' + close.repeat(depth);

describe('a hostile recipe is refused with a path', () => {
  it.each([
    ['a number beyond any', inParams('1e999'), 'steps.0.params.extra', 'not-a-finite-number'],
    ['one in a list', inParams('[1,-1e999]'), 'steps.0.params.extra.1', 'not-a-finite-number'],
    ['lists in lists', inParams(nested(5_000, '[', ']')), /^steps\.0\.params\.extra\.0/, 'too-deep'],
    ['objects in objects', inParams(nested(5_000, '{"a":', '}')), /^steps\.0\.params\.extra\.a/, 'too-deep'],
    ['NaN, which is no JSON', inParams('NaN'), '', 'not-json'],
    [
      'a million steps',
      base().replace(/\{"id".*\}\]/, `${'{"id":"a"},'.repeat(1e6)}{}]`),
      'steps',
      'too-large',
    ],
    ['five million values', inParams(`[${'0,'.repeat(5e6)}0]`), 'steps.0.params.extra', 'too-large'],
  ])('%s', (_what, text, path, reason) => {
    const { code, details } = refusal(() => parseRecipe(text))!;
    expect({ code, ...details }).toEqual({
      code: 'not-a-recipe',
      path: expect.stringMatching(path) as string,
      reason,
    });
  });

  it('rings, as an object may have them', () => {
    const ring = JSON.parse(base()) as { steps: { params: Record<string, unknown> }[] };
    ring.steps[0]!.params.self = ring;
    expect(refusal(() => parseRecipe(ring))!.details.reason).toBe('too-deep');
  });

  it('a step whose kind is the name of something every object has', async () => {
    for (const op of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
      const recipe = parseRecipe(JSON.stringify(recipeOf([step('a', op, {})])));
      expect(recipe.steps.map((one) => one.op)).toEqual([op]);
      expect(validate(recipe, [{ name: 'x', kind: 'number' }])).toEqual([
        { step: 0, code: 'unknown-step', details: { op } },
      ]);
      await expect(run(recipe, table({ x: [1] }), { mode: 'learn', work: unwatched })).rejects.toMatchObject({
        code: 'unknown-step',
        step: 0,
      });
    }
  });

  it('fits whose ids are such names are those of the steps, never the prototype', async () => {
    const recipe = recipeOf([step('__proto__', 'scale', { columns: ['x'], with: 'z' })]);
    const text = JSON.stringify({ format: 'tessera-model', version: 1, recipe, fits: {} });
    const { fits, recipe: opened } = parseModel(
      text.replace('"fits":{}', '"fits":{"__proto__":{"columns":[]}}'),
    );
    await expect(
      run(opened, table({ x: [1, 2] }), { mode: 'reuse', fits, work: unwatched }),
    ).rejects.toMatchObject({ code: 'not-learnt', step: 0 });
    const learnt = await run(recipe, table({ x: [1, 2, 3] }), { mode: 'learn', work: unwatched });
    expect(cellsOf(learnt.table).x_z).toHaveLength(3);
  });

  it('an id that stands twice is said before anything runs', () => {
    const twice = recipeOf([step('a', 'drop-duplicates', {}), step('a', 'drop-duplicates', {})]);
    expect(validate(twice, [{ name: 'x', kind: 'number' }])).toMatchObject([
      { step: 1, code: 'bad-params', details: { path: 'steps.1.id' } },
    ]);
  });
});

/** Draws from a seed: mulberry32. */
function drawsOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const ODD: readonly unknown[] = [
  null,
  true,
  '',
  '__proto__',
  'NaN',
  '1e999',
  -1,
  0,
  0.5,
  2 ** 53,
  1e308,
  [],
  {},
  [[]],
  [null],
  { __proto__: null, constructor: { prototype: {} } },
  'x'.repeat(10_000),
  ['x', 'x'],
  { length: 1e9 },
];

type Node = Record<string, unknown> | unknown[];

/** Somewhere in it something is put, taken out, doubled or moved. */
function mutate(root: Node, draw: (below: number) => number): void {
  let at: Node = root;
  for (let depth = draw(8); depth > 0; depth--) {
    const inside = Object.values(at).filter((one): one is Node => typeof one === 'object' && one !== null);
    if (inside.length === 0) break;
    at = inside[draw(inside.length)]!;
  }
  const keys = Object.keys(at);
  const key = keys[draw(keys.length)] ?? 'new';
  const odd = structuredClone(ODD[draw(ODD.length)]);
  const of = at as Record<string, unknown>;
  const ways = [
    () => (of[key] = odd),
    () => delete of[key],
    () => (of[`${key}_`] = of[key]),
    () => (of[key] = [of[key], of[key]]),
    () => (of[key] = { [key]: of[key] }),
    () => (of[key] = String(of[key])),
  ];
  ways[draw(ways.length)]!();
}

describe('mutated recipes', () => {
  const seeds = Array.from({ length: 300 }, (_, seed) => seed);

  it('are opened or refused with a path, then checked, described and never run in part', async () => {
    const fates = { refused: 0, faulty: 0, ran: 0 };
    for (const seed of seeds) {
      const draw = drawsOf(seed);
      const input = inputOf(names[seed % names.length]!);
      const mutated = structuredClone(input.recipe) as unknown as Node;
      for (let times = 1 + draw(3); times > 0; times--) mutate(mutated, draw);
      let recipe: Recipe | null = null;
      const refused = refusal(() => (recipe = parseRecipe(JSON.stringify(mutated))));
      if (refused) {
        expect(['not-a-recipe', 'newer-version']).toContain(refused.code);
        expect(refused.details).toSatisfy((d: object) => 'path' in d || 'version' in d);
        fates.refused++;
        continue;
      }
      const opened = recipe!;
      const faults = validate(opened, input.table);
      const error: unknown = await run(opened, tableOf(input.table), { mode: 'learn', work: unwatched }).then(
        () => null,
        (reason: unknown) => reason,
      );
      expect(faults.length === 0 || error !== null, `seed ${seed}: runs though it is faulty`).toBe(true);
      expect(error === null || error instanceof EngineError, `seed ${seed}: ${String(error)}`).toBe(true);
      fates[error === null ? 'ran' : 'faulty']++;
    }
    expect(
      Object.values(fates).every((count) => count > 20),
      JSON.stringify(fates),
    ).toBe(true);
  });
});
