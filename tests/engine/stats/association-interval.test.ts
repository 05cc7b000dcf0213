import { describe, expect, it } from 'vitest';
import { cramersInterval, ratioInterval } from '../../../src/engine/stats/association-interval';
import { noncentralChiSquare, noncentralF } from '../../../src/engine/stats/noncentral';
/** By R: tests/expectations/association-intervals/intervals.R. */
import expected from '../../expectations/association-intervals/intervals.json' with { type: 'json' };

type Four = [number, number, number, number];
type Five = [...Four, number];

describe('noncentral chances', () => {
  it('of a chi-square are R’s', () => {
    for (const [x, df, noncentrality, chance] of expected.chiSquare as Four[])
      expect(noncentralChiSquare(x, df, noncentrality)).toBeCloseTo(chance, 11);
  });

  it('of an F are R’s', () => {
    for (const [f, between, within, noncentrality, chance] of expected.f as Five[])
      expect(noncentralF(f, between, within, noncentrality)).toBeCloseTo(chance, 8);
  });
});

describe('intervals of what goes together', () => {
  it('of Cramér’s V are those of R’s chances', () => {
    for (const [chiSquare, df, n, least, low, high] of expected.cramer as [...Four, number, number][]) {
      const found = cramersInterval(chiSquare, df, n, least);
      expect([found.low, found.high].map((end) => Number(end.toFixed(6)))).toEqual(
        [low, high].map((end) => Number(end.toFixed(6))),
      );
    }
  });

  it('of the correlation ratio are those of R’s chances', () => {
    for (const [share, n, groups, low, high] of expected.ratio as Five[]) {
      const found = ratioInterval(share, n, groups)!;
      expect([found.low, found.high].map((end) => Number(end.toFixed(6)))).toEqual(
        [low, high].map((end) => Number(end.toFixed(6))),
      );
    }
  });

  it('are narrow around what two million rows show, and end at 1', () => {
    const n = 2_000_000;
    // A V of 0.5 seen in tables of three by three has a chi-square of n × 2 × 0.25.
    const v = cramersInterval(n / 2, 4, n, 3);
    expect([v.low, v.high].map((end) => Math.round(end * 1000) / 1000)).toEqual([0.499, 0.501]);
    const ratio = ratioInterval(0.25, n, 12)!;
    expect([ratio.low, ratio.high].map((end) => Math.round(end * 1000) / 1000)).toEqual([0.499, 0.501]);
    expect(ratioInterval(1, 90, 3)).toEqual({ low: 1, high: 1 });
    expect(ratioInterval(0.5, 3, 3)).toBeNull();
    expect(cramersInterval(180, 4, 90, 3).high).toBe(1);
  });
});
