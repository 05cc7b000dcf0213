import { afterEach, describe, expect, it, vi } from 'vitest';
import { keep, keptOf } from '../../src/sender/kept';
import { PROVIDERS } from '../../src/sender/providers';
import type { Refusal } from '../../src/sender/question';
import { endWords, pictureWords, size, troubleWords, waitedWords, withoutKey } from '../../src/sender/words';
import { forgetKept, keptFor } from '../../src/ui/state/kept-for-ai';

const TROUBLES: readonly Refusal['trouble'][] = [
  'key',
  'quota',
  'rate',
  'model',
  'blocked',
  'too-large',
  'busy',
  'refused',
  'time-out',
  'unreachable',
  'cut-off',
  'empty',
  'not-understood',
];

describe('troubleWords', () => {
  it.each(TROUBLES)('says what happened and what to do: %s', (trouble) => {
    for (const provider of Object.values(PROVIDERS)) {
      for (const came of [true, false]) {
        const refusal = { trouble, said: '' };
        const words = troubleWords({ refusal, status: 500, model: 'a-model', came }, provider);
        expect(words).toMatch(/^[A-Z].*\.$/);
        expect(words).not.toMatch(/undefined|!|“”|rest/);
        expect(/What came is kept/.test(words)).toBe(came && /cut-off|time-out/.test(trouble));
      }
    }
  });

  it('repeats what was said, without the key', () => {
    const refusal = withoutKey({ trouble: 'key', said: 'Incorrect API key provided: sk-abc.' }, 'sk-abc');
    expect(troubleWords({ refusal, status: 401, model: 'm', came: false }, PROVIDERS['openai']!)).toBe(
      'OpenAI did not accept the key. Check that it is whole, still valid and allowed to use this model. It said: “Incorrect API key provided: ….”',
    );
    expect(withoutKey({ trouble: 'key', said: 'No key' }, '')).toEqual({ trouble: 'key', said: 'No key' });
  });

  it('says where a model on this computer may be stopped', () => {
    const refusal = { trouble: 'unreachable', said: '' } as const;
    const words = troubleWords({ refusal, status: 0, model: 'm', came: false }, PROVIDERS['local']!);
    expect(words).toContain('OLLAMA_ORIGINS');
  });

  it.each([
    [undefined, 'a minute'],
    [1, 'a second'],
    [7, '7 seconds'],
    [600, '10 minutes'],
  ])('says how long to wait: %s', (after, words) => {
    const refusal = { trouble: 'rate', said: '', ...(after !== undefined && { after }) } as const;
    expect(troubleWords({ refusal, status: 429, model: 'm', came: false }, PROVIDERS['openai']!)).toContain(
      `Wait ${words} and send again.`,
    );
  });
});

describe('endWords', () => {
  it('speak of an answer only where something came', () => {
    expect(endWords('stopped', true)).toBe('Stopped. What came is below.');
    expect(endWords('stopped', false)).toBe('Stopped before anything came.');
    expect([waitedWords(0), waitedWords(12)]).toEqual(['', '12 s without a word']);
  });
});

describe('pictureWords', () => {
  it('says what is sent', () => {
    expect(pictureWords(1856, 560, 100_312)).toBe('The picture: PNG, 1,856 × 560 pixels, 100 kB');
    expect(size(740)).toBe('740 bytes');
  });
});

describe('what is kept on request', () => {
  afterEach(() => vi.unstubAllGlobals());

  /** As much of the browser's storage as is used: its names are its own properties. */
  function storage(): Record<string, unknown> {
    return Object.defineProperties({} as Record<string, unknown>, {
      getItem: { value(name: string) { return (this[name] as string | undefined) ?? null; } },
      setItem: { value(name: string, text: string) { this[name] = text; } },
      removeItem: { value(name: string) { delete this[name]; } },
    }); // prettier-ignore
  }

  it('comes back, is listed by whom it is for, and goes with everything', () => {
    vi.stubGlobal('localStorage', storage());
    localStorage.setItem('tessera-theme', 'dark');
    expect(keep('openai', { key: 'sk-a', model: 'm', address: '' })).toBe(true);
    keep('local', { key: '', model: 'g', address: 'http://localhost:1/v1' });
    expect(keptOf('openai')).toEqual({ key: 'sk-a', model: 'm', address: '' });
    expect(keptFor()).toEqual(['local', 'openai']);
    keep('local', null);
    expect(keptFor()).toEqual(['openai']);
    forgetKept();
    expect(keptFor()).toEqual([]);
    expect(keptOf('openai').key).toBe('');
    expect(localStorage.getItem('tessera-theme')).toBe('dark');
  });

  it('is nothing where storage is refused', () => {
    vi.stubGlobal('localStorage', undefined);
    expect(keptOf('openai')).toEqual({ key: '', model: '', address: '' });
    expect(keep('openai', { key: 'k', model: '', address: '' })).toBe(false);
    expect(keptFor()).toEqual([]);
  });
});
