import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mosaicTiles } from '../../../src/engine/insight/mosaic-tiles';

describe('mosaicTiles', () => {
  it('deals by largest remainder', () => {
    expect(mosaicTiles([0.176, 0.395, 0.429])).toEqual([18, 39, 43]);
    expect(mosaicTiles([1, 1, 1])).toEqual([34, 33, 33]);
  });

  it('gives nothing to shares of zero and below', () => {
    expect(mosaicTiles([1.1, -0.1, 0])).toEqual([100, 0, 0]);
    expect(mosaicTiles([0, -1])).toEqual([0, 0]);
    expect(mosaicTiles([])).toEqual([]);
  });

  it('always deals exactly 100 where a share is positive', () => {
    const shares = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(shares, fc.double({ min: 1e-6, max: 1, noNaN: true }), (some, positive) => {
        const tiles = mosaicTiles([...some, positive]);
        return tiles.reduce((sum, count) => sum + count, 0) === 100 && tiles.every((count) => count >= 0);
      }),
    );
  });
});
