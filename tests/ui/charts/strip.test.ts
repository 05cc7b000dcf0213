import { describe, expect, it } from 'vitest';
import { stripBars } from '../../../src/ui/charts/strip';

describe('stripBars', () => {
  it('scales to its own peak and stands on the ground', () => {
    const bars = stripBars([2, 4], 1);
    expect(bars).toEqual([
      { x: 0, y: 10, width: 50, height: 10 },
      { x: 50, y: 0, width: 50, height: 20 },
    ]);
  });

  it('centres narrow bars in their bins', () => {
    expect(stripBars([1, 1], 0.5).map(({ x, width }) => x + width / 2)).toEqual([25, 75]);
  });

  it('draws nothing for empty bins, yet a sliver for the smallest count', () => {
    const bars = stripBars([0, 1, 10_000], 1);
    expect(bars).toHaveLength(2);
    expect(bars[0]!.height).toBeGreaterThan(0.5);
  });

  it('draws nothing where nothing was counted', () => {
    expect(stripBars([0, 0], 1)).toEqual([]);
  });
});
