import { describe, expect, it } from 'vitest';
import { BLOBS, planted } from '../../engine/stats/planted';
import { evenNoise, foundIn, oneCloud, praised, SEEDS, shifted } from '../../support/verdicts';

describe('the verdict, with every seed from 1 to 20', { timeout: 240_000 }, () => {
  it.each([2, 4])('does not praise even noise in %i columns', async (d) => {
    expect(await praised(evenNoise(d))).toBeLessThanOrEqual(1);
  });

  it.each([2, 4])('does not praise one cloud in %i columns', async (d) => {
    expect(await praised(oneCloud(d))).toBeLessThanOrEqual(1);
  });

  it('finds four clear clouds', async () => {
    for (const seed of SEEDS)
      expect(await foundIn(shifted(planted(BLOBS, 40, 1, seed))), `seed ${seed}`).toMatch(/^Four segments/);
  });

  it('cuts orders-like customers, many small and few large ones, no finer than holds', async () => {
    const cut = (seed: number) =>
      planted([[0, 0, 0]], 150, 1, seed).map(([size = 0, often = 0, late = 0]) => [
        1 + Math.round(Math.exp(0.6 + 0.9 * often)),
        20 * Math.exp(1 + 0.9 * often + 0.5 * size),
        Math.exp(3.5 - 0.6 * often + 0.8 * late),
      ]);
    for (const seed of SEEDS)
      expect(await foundIn(cut(seed)), `seed ${seed}`).not.toMatch(/shaky|Do not target/);
  });
});
