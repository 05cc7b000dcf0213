import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import {
  dealTiles,
  mosaicSpec,
  mosaicTiles,
  withoutTile,
  type MosaicWhole,
} from '../../../src/ui/charts/mosaic';
import { theme } from '../fixtures/theme';

const whole = (...shares: number[]): MosaicWhole => ({
  title: 'Customers',
  parts: shares.map((share, i) => ({ id: i + 1, share })),
});

describe('dealTiles', () => {
  it('gives the tiles that rounding down leaves to the largest remainders', () => {
    // 763, 1,714 and 1,862 of 4,339 customers: the look book shows 18, 39 and 43.
    expect(dealTiles([763 / 4339, 1714 / 4339, 1862 / 4339])).toEqual([18, 39, 43]);
  });

  it('gives every tile away exactly once', () => {
    const tiles = dealTiles([1, 1, 1, 1, 1, 1, 1]);
    expect(tiles.reduce((sum, count) => sum + count, 0)).toBe(100);
  });

  it('gives none to shares of 0 and below and deals the rest among the others', () => {
    expect(dealTiles([-0.1, 0.5, 0, 0.5])).toEqual([0, 50, 0, 50]);
  });

  it('deals nothing where nothing is positive', () => {
    expect(dealTiles([0, -1])).toEqual([0, 0]);
  });
});

describe('mosaicTiles', () => {
  it('fills row by row from the first segment and marks where each begins', () => {
    const tiles = mosaicTiles(whole(0.15, 0.85));
    expect(tiles[14]).toEqual({ row: 1, column: 4, id: 1, first: false });
    expect(tiles[15]).toEqual({ row: 1, column: 5, id: 2, first: true });
    expect(tiles.filter(({ first }) => first)).toHaveLength(2);
  });
});

describe('withoutTile', () => {
  it('names the segments that are too small for a tile', () => {
    expect(withoutTile(whole(0.997, 0.003))).toEqual([2]);
  });
});

describe('mosaicSpec', () => {
  it('compiles, with a letter on the first tile of each segment only', () => {
    const spec = mosaicSpec([whole(0.18, 0.39, 0.43), whole(0.67, 0.25, 0.08)], theme);
    const { data } = compile(spec).spec;
    const letters = data!.flatMap((one) => ('values' in one ? (one.values as { letter?: string }[]) : []));
    expect(letters.filter(({ letter }) => letter).length).toBe(12);
    expect(letters.filter(({ letter }) => letter === 'A').length).toBe(4);
  });
});
