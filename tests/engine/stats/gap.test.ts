import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { gapChoice, gapStatistic, isContinuum, type Gap } from '../../../src/engine/stats/gap';
import { takePoints, type Points } from '../../../src/engine/stats/points';
import { generator } from '../../../src/engine/stats/random';
import { unwatched } from '../../../src/engine/work';
import { BLOBS, planted, pointsFrom, uniforms } from './planted';
import { customers, hasPublicData, NEEDS } from './public-data';

const work = unwatched;
const canonical = (points: Points) => takePoints(points, canonicalOrder(points, 1));
const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1);

interface Expected {
  names: string[];
  gaps: { references: number; gap: number[]; error: number[] };
}
const expected = JSON.parse(
  readFileSync(new URL('../../expectations/indices/indices.json', import.meta.url), 'utf8'),
) as Record<string, Expected>;

describe('gapStatistic', { timeout: 60_000 }, () => {
  it.runIf(hasPublicData).each([
    ['iris', 'iris.csv'],
    ['mall', 'Mall_Customers.csv'],
    ['arrests', 'USArrests.csv'],
    ['wholesale', 'Wholesale_customers_with_total.csv'],
  ])(`equals the definition with the same draws on %s ${NEEDS}`, async (name, file) => {
    const { names, gaps } = expected[name]!;
    const points = customers(file, names, true);
    const { references } = gaps;
    const found = await gapStatistic(points, {
      kMax: 5,
      seed: 1,
      work,
      references,
      draws: (b) => uniforms(b + 1),
    });
    // One cluster has no starts to differ in; beyond, three starts against thirty.
    expect(found[0]!.gap).toBeCloseTo(gaps.gap[0]!, 9);
    expect(found[0]!.error).toBeCloseTo(gaps.error[0]!, 9);
    found.forEach(({ gap, error }, i) => {
      expect(Math.abs(gap - gaps.gap[i]!)).toBeLessThan(0.03);
      expect(Math.abs(error - gaps.error[i]!)).toBeLessThan(0.03);
    });
    const theirs = gaps.gap.map((gap, i): Gap => ({ k: i + 1, gap, error: gaps.error[i]! }));
    expect(gapChoice(found)).toBe(gapChoice(theirs));
  });

  it('finds four planted clusters with every seed', async () => {
    for (const seed of SEEDS) {
      const gaps = await gapStatistic(canonical(pointsFrom(planted(BLOBS, 40, 1, seed))), {
        kMax: 6,
        seed,
        work,
      });
      expect(gapChoice(gaps)).toBe(4);
      expect(isContinuum(gaps)).toBe(false);
    }
  });

  it.each([2, 3, 5])('does not praise even noise nor one cloud in %i columns', async (d) => {
    let noise = 0;
    let cloud = 0;
    for (const seed of SEEDS) {
      const draw = generator(seed);
      const even = Array.from({ length: 300 }, () => Array.from({ length: d }, draw));
      noise += Number(isContinuum(await gapStatistic(canonical(pointsFrom(even)), { kMax: 6, seed, work })));
      const round = pointsFrom(planted([new Array<number>(d).fill(0)], 300, 1, seed));
      cloud += Number(isContinuum(await gapStatistic(canonical(round), { kMax: 6, seed, work })));
    }
    expect(noise).toBeGreaterThanOrEqual(19);
    expect(cloud).toBeGreaterThanOrEqual(19);
  });

  it('has nothing to say of two points, nor of points all alike', async () => {
    expect(await gapStatistic(pointsFrom([[1], [2]]), { kMax: 5, seed: 1, work })).toEqual([]);
    expect(await gapStatistic(pointsFrom([[1], [1], [1], [1]]), { kMax: 3, seed: 1, work })).toEqual([]);
    expect(gapChoice([])).toBeNull();
    expect(isContinuum([])).toBe(false);
  });
});

describe('gapChoice', () => {
  it('is the smallest number whose successor is not better by more than its error', () => {
    const gaps = [0.1, 0.2, 0.5, 0.52, 0.4].map((gap, i): Gap => ({ k: i + 1, gap, error: 0.05 }));
    expect(gapChoice(gaps)).toBe(3);
  });

  it('is the last where the gaps keep rising', () => {
    expect(gapChoice([1, 2, 3].map((gap, i): Gap => ({ k: i + 1, gap, error: 0.1 })))).toBe(3);
  });
});
