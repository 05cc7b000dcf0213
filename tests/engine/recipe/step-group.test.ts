import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/engine/errors';
import { registryOf } from '../../../src/engine/recipe/registry';
import { parseStepGroup, type FreeStep, type StepGroup } from '../../../src/engine/recipe/step-group';
import { scale } from '../../../src/engine/steps/scale';
import { registry } from '../../../src/engine/recipe/registry';
import { names, inputOf } from './written';
import { parseRecipe } from '../../../src/engine/recipe/parse';

const free = (op: string, params: FreeStep['params'], version = 1): FreeStep => ({ op, version, params });
const groupOf = (steps: FreeStep[], name = 'Tidy names'): StepGroup => ({
  format: 'tessera-steps',
  version: 1,
  name,
  steps,
});
const group = groupOf([free('scale', { columns: ['x'], with: 'z' })]);
const [first] = group.steps;

function refusal(input: unknown): EngineError {
  try {
    parseStepGroup(input);
  } catch (error) {
    if (error instanceof EngineError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** Every step of the saved recipes that may be part of a group. */
const known = names
  .flatMap((name) => parseRecipe(inputOf(name).recipe).steps)
  .filter(({ op }) => !registry.get(op)?.sources)
  .map(({ op, version, params }) => free(op, params, version));

describe('parseStepGroup', () => {
  it('gives back what was saved, from an object and from text with a byte order mark', () => {
    expect(parseStepGroup(structuredClone(group))).toEqual(group);
    expect(parseStepGroup(`\uFEFF${JSON.stringify(group)}`)).toEqual(group);
  });

  it('gives back any group of steps, written and read again', () => {
    const steps = fc.array(fc.constantFrom(...known), { minLength: 1, maxLength: 12 });
    const name = fc
      .string({ minLength: 1, maxLength: 200 })
      .filter((text) => text === text.trim() && text !== '');
    fc.assert(
      fc.property(steps, name, (made, called) => {
        const any = groupOf(made, called);
        const read = parseStepGroup(JSON.stringify(any, null, 2));
        expect(read).toEqual(any);
        expect(parseStepGroup(JSON.stringify(read))).toEqual(read);
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it('takes the steps of a recipe as they are written there, without id and switch', () => {
    const steps = [{ id: 'own-1', enabled: true, ...first }];
    expect(parseStepGroup({ ...group, steps })).toEqual(group);
  });

  it('keeps steps it does not know, and brings up those of an older version', () => {
    const unknown = groupOf([free('from-the-future', { depth: [1, { deep: true }] })]);
    expect(parseStepGroup(JSON.stringify(unknown))).toEqual(unknown);
    const grown = registryOf([
      { ...scale, version: 2, migrate: (params: Record<string, unknown>) => ({ ...params, grown: true }) },
    ]);
    expect(parseStepGroup(group, grown).steps).toEqual([
      free('scale', { columns: ['x'], with: 'z', grown: true }, 2),
    ]);
  });

  it.each([
    ['nothing', undefined, '', /./],
    ['null', null, '', /./],
    ['text that is not JSON', '{ "format"', '', /not-json/],
    ['a list', [group], 'format', /./],
    ['a recipe', { ...group, format: 'tessera-recipe' }, 'format', /./],
    ['no name', { ...group, name: undefined }, 'name', /./],
    ['a name of blanks', { ...group, name: ' \n ' }, 'name', /./],
    ['a name without end', { ...group, name: 'x'.repeat(201) }, 'name', /./],
    ['no step', { ...group, steps: [] }, 'steps', /./],
    ['steps that are no list', { ...group, steps: { length: 1 } }, 'steps', /./],
    ['a step without a version', { ...group, steps: [{ ...first, version: 0.5 }] }, 'steps.0.version', /./],
    [
      'params that are no object',
      { ...group, steps: [first, { ...first, params: 7 }] },
      'steps.1.params',
      /./,
    ],
    ['more steps than anyone makes', { ...group, steps: Array(2000).fill(first) }, 'steps', /too-large/],
    ['a number beyond any', JSON.stringify(group).replace('"z"', '1e999'), 'steps.0.params.with', /finite/],
    [
      'a function',
      { ...group, steps: [{ ...first, params: { k: () => 1 } }] },
      'steps.0.params.k',
      /not-json/,
    ],
    [
      'a step that reads another file',
      groupOf([first!, free('append', { sources: [1] })]),
      'steps.1.op',
      /reads-other-files/,
    ],
  ])('refuses %s and says where', (_what, input, path, reason) => {
    const { code, details } = refusal(input);
    expect({ code, path: details.path }).toEqual({ code: 'not-a-step-group', path });
    expect(details.reason).toMatch(reason);
  });

  it('refuses nesting without end', () => {
    const ring: Record<string, unknown> = {};
    ring.again = ring;
    expect(refusal({ ...group, steps: [{ ...first, params: ring }] }).details.reason).toBe('too-deep');
  });

  it('says that a group is newer than the program', () => {
    const { code, details } = refusal({ ...group, version: 2, steps: 'anything' });
    expect({ code, details }).toEqual({ code: 'newer-version', details: { what: 'steps', version: 2 } });
  });

  it('takes nothing from keys that mean something to the language', () => {
    const hostile = JSON.stringify(group)
      .replace('{', '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},')
      .replace('"params":{', '"params":{"__proto__":{"polluted":true},');
    const read = parseStepGroup(hostile);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(Object.keys(read).sort()).toEqual(['format', 'name', 'steps', 'version']);
    expect((read.steps[0]!.params as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
