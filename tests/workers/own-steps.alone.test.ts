import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { FreeStep } from '../../src/engine/index';
import { errorText } from '../../src/ui/text/errors';
import { OwnSteps } from '../../src/workers/own-steps';
import { savedRecipe } from '../../src/workers/saved-recipe';
import { deleteAllSessions, removeUnfinished } from '../../src/workers/sessions';
import { plain } from '../../src/workers/wire';

/** What the browser would hold. */
const held = vi.hoisted(() => ({ values: new Map<string, unknown>(), full: false }));

vi.mock('idb-keyval', () => ({
  createStore: () => null,
  get: (key: string) => Promise.resolve(structuredClone(held.values.get(key))),
  keys: () => Promise.resolve([...held.values.keys()]),
  update: (key: string, make: (before: unknown) => unknown) => {
    if (held.full) return Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    held.values.set(key, structuredClone(make(held.values.get(key))));
    return Promise.resolve();
  },
  delMany: (all: string[]) => Promise.resolve(all.forEach((key) => held.values.delete(key))),
  clear: () => Promise.resolve(held.values.clear()),
}));

const trim: FreeStep = { op: 'clean-text', version: 1, params: { columns: ['town'], ends: 'trim' } };
const copies: FreeStep = { op: 'drop-duplicates', version: 1, params: {} };
const own = new OwnSteps();
const namesKept = async () => {
  const listed = await own.ownSteps();
  return 'value' in listed ? listed.value.map(({ group }) => group.name) : listed;
};

beforeEach(() => {
  held.values.clear();
  held.full = false;
  vi.stubGlobal('navigator', {
    locks: { request: (_: string, __: unknown, work: (lock: object) => unknown) => work({}) },
  });
});

describe('OwnSteps', () => {
  it('keeps steps and lists them by name', async () => {
    await own.keepSteps('Towns', [trim], false);
    expect(await own.keepSteps(' Copies ', [copies], false)).toEqual({ ok: true, value: 'kept' });
    expect(await own.ownSteps()).toEqual({
      ok: true,
      value: [
        { group: { format: 'tessera-steps', version: 1, name: 'Copies', steps: [copies] }, needs: [] },
        { group: { format: 'tessera-steps', version: 1, name: 'Towns', steps: [trim] }, needs: ['town'] },
      ],
    });
  });

  it('takes the place of those of the same name only where it is told to', async () => {
    await own.keepSteps('Towns', [trim], false);
    expect(await own.keepSteps('Towns', [copies], false)).toEqual({ ok: true, value: 'taken' });
    expect(await own.ownSteps()).toMatchObject({ value: [{ group: { steps: [trim] } }] });
    expect(await own.keepSteps('Towns', [copies], true)).toEqual({ ok: true, value: 'kept' });
    expect(await own.ownSteps()).toMatchObject({ value: [{ group: { steps: [copies] } }] });
  });

  it('keeps no steps that read other files, and none without a name', async () => {
    const join: FreeStep = { op: 'join', version: 1, params: { source: 1 } };
    expect(await own.keepSteps('Joined', [join], false)).toMatchObject({
      error: { code: 'not-a-step-group', details: { reason: 'reads-other-files' } },
    });
    expect(await own.keepSteps('  ', [trim], false)).toMatchObject({ error: { code: 'not-a-step-group' } });
    expect(await namesKept()).toEqual([]);
  });

  it('removes them, and with everything else', async () => {
    await own.keepSteps('Towns', [trim], false);
    await own.keepSteps('Copies', [copies], false);
    await own.removeSteps('Towns');
    expect(await namesKept()).toEqual(['Copies']);
    await removeUnfinished();
    expect(await namesKept()).toEqual(['Copies']);
    await deleteAllSessions();
    expect(held.values.size).toBe(0);
  });

  it('shows nothing that it does not understand, and leaves it where it is', async () => {
    const newer = { format: 'tessera-steps', version: 2, name: 'Newer', steps: 'other' };
    held.values.set('own-steps', [newer, 7]);
    await own.keepSteps('Towns', [trim], false);
    expect(await namesKept()).toEqual(['Towns']);
    expect(held.values.get('own-steps')).toMatchObject([newer, 7, { name: 'Towns' }]);
  });

  it('says that the device is full in the usual sentence', async () => {
    held.full = true;
    expect(await own.keepSteps('Towns', [trim], false)).toMatchObject({ error: { code: 'storage-full' } });
  });

  it('reads them from a file, and says what is wrong with one that holds none', async () => {
    await own.keepSteps('Towns', [trim], false);
    const [group] = held.values.get('own-steps') as unknown[];
    const text = JSON.stringify(group);
    expect(await own.stepsInFile({ name: 'towns.steps.json', text })).toEqual({ ok: true, value: group });
    const sentenceOf = async (bad: string) => {
      const read = await own.stepsInFile({ name: 'x.json', text: bad });
      return 'error' in read ? errorText(read.error).sentence : null;
    };
    expect(await sentenceOf('{"a":1}')).toMatch(/^x\.json holds no steps that Tessera saved/);
    expect(await sentenceOf(text.slice(0, -3))).toMatch(/^x\.json holds no steps that Tessera saved/);
    expect(await sentenceOf(text.replace('"params":{', '"params":7,"x":{'))).toMatch(
      /cannot be understood at steps\.0\.params/,
    );
    expect(await sentenceOf(text.replace('clean-text', 'append'))).toMatch(/puts files together/);
    expect(await sentenceOf(text.replace('"version":1', '"version":3'))).toMatch(/newer version of Tessera/);
  });

  it('says where steps to use again belong that were taken for a recipe', () => {
    const text = JSON.stringify({ format: 'tessera-steps', version: 1, name: 'Towns', steps: [trim] });
    const opened = () => savedRecipe({ name: 'towns.json', text });
    expect(opened).toThrow('not-a-recipe');
    try {
      opened();
    } catch (error) {
      expect(errorText(plain(error)).sentence).toMatch(/^towns\.json holds steps to use again/);
    }
  });
});
