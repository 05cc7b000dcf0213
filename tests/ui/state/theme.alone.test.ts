import { afterEach, describe, expect, it, vi } from 'vitest';
import { Theme } from '../../../src/ui/state/theme.svelte';

afterEach(() => vi.unstubAllGlobals());

describe('the theme', () => {
  it('is the system’s again once it is forgotten, and nothing of it is kept', () => {
    const kept = new Map<string, string>([['other', 'stays']]);
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    });
    vi.stubGlobal('document', { documentElement: { dataset: {} } });
    const theme = new Theme();
    theme.choose('dark');
    expect([theme.dark, kept.size]).toEqual([true, 2]);
    theme.forget();
    expect([theme.choice, theme.dark]).toEqual(['system', false]);
    expect([...kept.keys()]).toEqual(['other']);
    expect(document.documentElement.dataset['theme']).toBe('light');
  });
});
