import { describe, expect, it } from 'vitest';
import { generator, hashRows, seedFrom } from '../../../src/engine/stats/random';

describe('generator', () => {
  it('repeats itself for one seed and differs between seeds', () => {
    const draws = (seed: number) => Array.from({ length: 5 }, generator(seed));
    expect(draws(7)).toEqual(draws(7));
    expect(new Set([draws(0), draws(1), draws(2), draws(4294967296 * 5)].flat()).size).toBe(20);
  });

  it('is even from 0 to 1', () => {
    for (const seed of [0, 1, 2, 99]) {
      const draw = generator(seed);
      const counts = new Array<number>(20).fill(0);
      for (let i = 0; i < 20_000; i++) counts[Math.floor(draw() * 20)]!++;
      const chi = counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0);
      // Chi-squared with 19 degrees of freedom is above 43.8 once in a thousand.
      expect(chi).toBeLessThan(43.8);
    }
  });
});

describe('seedFrom', () => {
  it('gives different seeds for neighbouring numbers', () => {
    const seeds = Array.from({ length: 400 }, (_, i) => seedFrom(1, Math.floor(i / 20), i % 20));
    expect(new Set(seeds).size).toBe(400);
  });
});

describe('hashRows', () => {
  it('depends on values, columns and seed, not on the row', () => {
    const columns = [Float64Array.of(1, 2, 1, 0, -0), Float64Array.of(5, 5, 5, 1, 1)];
    const [a, b, c, zero, minus] = hashRows(columns, 1);
    expect(c).toBe(a);
    expect(b).not.toBe(a);
    expect(minus).toBe(zero);
    expect(hashRows(columns, 2)[0]).not.toBe(a);
    expect(hashRows([columns[1]!, columns[0]!], 1)[0]).not.toBe(a);
  });

  it('hardly ever gives two rows the same hash', () => {
    const values = Float64Array.from({ length: 20_000 }, (_, i) => i / 8);
    expect(new Set(hashRows([values], 1)).size).toBeGreaterThan(19_995);
  });
});
