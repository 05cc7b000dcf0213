import { describe, expect, it } from 'vitest';
import { adjustedRand } from '../../../src/engine/stats/rand-index';
import { rand } from '../../expectations/clustering/clustering.json';

describe('adjustedRand', () => {
  it('equals scikit-learn', () => {
    const four = Array.from({ length: 240 }, (_, i) => Math.floor(i / 60));
    const other = four.map((label, i) => Math.min(label + Math.floor(((i * 7) % 3) / 2), 3));
    expect(adjustedRand(four, other)).toBeCloseTo(rand, 12);
  });

  it('is 1 for the same parts under other names, and for trivial ones', () => {
    expect(adjustedRand([0, 0, 1, 2], [5, 5, 9, 1])).toBe(1);
    expect(adjustedRand([0, 0], [1, 1])).toBe(1);
    expect(adjustedRand([], [])).toBe(1);
  });

  it('is 0 where one labelling says nothing', () => {
    expect(adjustedRand([0, 0, 1, 1], [0, 0, 0, 0])).toBe(0);
  });
});
