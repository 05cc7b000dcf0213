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

  it.each([
    [0.9, 2_400_000, 5],
    [0.6, 2_400_000, 20],
    [0.999, 5000, 12],
    [0.99999, 300, 6],
  ])('of a correlation ratio of √%d that many rows show are where the sums say', (share, n, groups) => {
    const { low, high } = ratioInterval(share, n, groups)!;
    const [between, within] = [groups - 1, n - groups];
    const f = share / between / ((1 - share) / within);
    const chanceAt = (end: number) => noncentralF(f, between, within, (n * end ** 2) / (1 - end ** 2));
    // A tenth of the way to a perfect one is far less than is ever shown.
    const nudge = (1 - Math.sqrt(share)) / 10;
    expect(chanceAt(low - nudge)).toBeGreaterThan(0.975);
    expect(chanceAt(high + nudge)).toBeLessThan(0.025);
    expect(chanceAt(low + nudge)).toBeLessThan(0.975);
    expect(chanceAt(high - nudge)).toBeGreaterThan(0.025);
  });

  it('of Cramér’s V that twenty million rows show are where the sums say', () => {
    const { low, high } = cramersInterval(1.5e7, 6, 2e7, 3);
    const chanceAt = (end: number) => noncentralChiSquare(1.5e7, 6, end ** 2 * 2e7 * 2);
    expect([chanceAt(low), chanceAt(high)].map((chance) => chance.toFixed(3))).toEqual(['0.975', '0.025']);
  });

  it('end at once where all but nothing is left within the groups', () => {
    const { low, high } = ratioInterval(1 - 2 ** -52, 7, 6)!;
    expect(low).toBeGreaterThan(0.999999);
    expect(high).toBeLessThanOrEqual(1);
    expect(ratioInterval(1 - 1e-12, 1_000_000, 6)!.low).toBeGreaterThan(0.999999);
  });
});
