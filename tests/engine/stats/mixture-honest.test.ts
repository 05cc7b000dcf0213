import { describe, expect, it } from 'vitest';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { mixtureCurve } from '../../../src/engine/stats/mixture-curve';
import { takePoints } from '../../../src/engine/stats/points';
import { generator } from '../../../src/engine/stats/random';
import { gaussianMixture } from '../../../src/engine/steps/segment/methods/gaussian-mixture';
import type { RunFit } from '../../../src/engine/steps/segment';
import { unwatched } from '../../../src/engine/work';
import { saidOfCustomers } from '../../support/said-of-customers';
import { BLOBS, planted, pointsFrom } from './planted';

const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

function evenNoise(d: number, seed: number): number[][] {
  const draw = generator(seed);
  return Array.from({ length: 150 }, () => Array.from({ length: d }, () => 4 * draw()));
}
const oneCloud = (d: number, seed: number) => planted([new Array<number>(d).fill(0)], 150, 1, seed);

/** The number chosen where no redraw would speak against it, which can only make it smaller. */
async function chosen(rows: readonly (readonly number[])[], seed: number): Promise<number> {
  const given = pointsFrom(rows);
  const points = takePoints(given, canonicalOrder(given, seed));
  const runs = await mixtureCurve(points, { kMin: 1, kMax: 5, seed, work: unwatched });
  return gaussianMixture.choose(runs.map((run) => ({ ...run, overlap: 1 }) as unknown as RunFit)).k;
}

async function parted(rowsOf: (seed: number) => number[][]): Promise<number> {
  let count = 0;
  for (const seed of SEEDS) count += Number((await chosen(rowsOf(seed), seed)) > 1);
  return count;
}

describe('a mixture, with every seed from 1 to 20', { timeout: 120_000 }, () => {
  it.each([2, 4])('does not part even noise in %i columns', async (d) => {
    expect(await parted((seed) => evenNoise(d, seed))).toBeLessThanOrEqual(1);
  });

  it.each([2, 4])('does not part one cloud in %i columns', async (d) => {
    expect(await parted((seed) => oneCloud(d, seed))).toBeLessThanOrEqual(1);
  });

  it('finds four clear clouds', async () => {
    for (const seed of SEEDS) expect(await chosen(planted(BLOBS, 40, 1, seed), seed), `seed ${seed}`).toBe(4);
  });
});

describe('the verdict on even noise that two clouds would describe better', () => {
  it('is that they run into one another', async () => {
    const rows = evenNoise(2, 1).map(
      (row, at) => `K${1000 + at},${row.map((one) => (one + 10).toFixed(4)).join()}`,
    );
    const said = await saidOfCustomers(
      ['customer_id,visits,spend', ...rows].join('\n'),
      'auto',
      {},
      undefined,
      'gaussian-mixture',
    );
    expect(said).toMatch(
      /^No segments here\. BIC is lowest at three, but so many segments run into one another\./,
    );
  });
});
