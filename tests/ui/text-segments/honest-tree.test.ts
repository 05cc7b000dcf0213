import { describe, expect, it } from 'vitest';
import { BLOBS, planted } from '../../engine/stats/planted';
import { evenNoise, foundIn, oneCloud, praised, SEEDS, shifted } from '../../support/verdicts';

describe('the verdict on a tree, with every seed from 1 to 20', { timeout: 240_000 }, () => {
  it.each([2, 4])('praises neither even noise nor one cloud in %i columns for their tree', async (d) => {
    expect(await praised(evenNoise(d), 'hierarchical')).toBeLessThanOrEqual(1);
    expect(await praised(oneCloud(d), 'hierarchical')).toBeLessThanOrEqual(1);
  });

  it('finds four clear clouds by their tree', async () => {
    for (const seed of SEEDS) {
      const found = await foundIn(shifted(planted(BLOBS, 40, 1, seed)), 'hierarchical');
      expect(found, `seed ${seed}`).toMatch(/^Four segments/);
    }
  });
});
