import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themeFrom } from '../../../src/ui/charts/theme';

const tokens = readFileSync(new URL('../../../src/ui/tokens.css', import.meta.url), 'utf8');

describe('themeFrom', () => {
  it('asks only for properties that the tokens have', () => {
    const asked: string[] = [];
    themeFrom((name) => {
      asked.push(name);
      return 'x';
    });
    expect(asked.filter((name) => !tokens.includes(`--${name}:`))).toEqual([]);
  });

  it('drops the quotes of the face, which a canvas does not need', () => {
    const { font } = themeFrom(() => "'Public Sans Variable', sans-serif");
    expect(font).toBe('Public Sans Variable, sans-serif');
  });
});
