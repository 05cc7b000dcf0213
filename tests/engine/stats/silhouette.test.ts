import { describe, expect, it } from 'vitest';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { takePoints } from '../../../src/engine/stats/points';
import { silhouettes } from '../../../src/engine/stats/silhouette';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/clustering/clustering.json';
import { BLOBS, planted, pointsFrom } from './planted';

describe('silhouettes', { timeout: 30_000 }, () => {
  it('equals scikit-learn for good and bad labels, measured together', async () => {
    const points = pointsFrom(planted(BLOBS, 60, 1, 11));
    const four = Uint8Array.from({ length: 240 }, (_, i) => Math.floor(i / 60));
    const turned = Uint8Array.from({ length: 240 }, (_, i) => (i * 7) % 3);
    const [good, bad, alone] = await silhouettes(points, [four, turned, new Uint8Array(240)], unwatched);
    expect(good!.mean).toBeCloseTo(expected.silhouettes.four, 12);
    expect(bad!.mean).toBeCloseTo(expected.silhouettes.turned, 12);
    expect(good!.sample).toBe(240);
    expect(alone).toBeNull();
  });

  it('scores a point alone in its cluster 0', async () => {
    // Of 0, 1 and 9: (9 − 1) ÷ 9, (8 − 1) ÷ 8 and 0.
    const [found] = await silhouettes(pointsFrom([[0], [1], [9]]), [Uint8Array.of(0, 0, 1)], unwatched);
    expect(found!.mean).toBeCloseTo((8 / 9 + 7 / 8) / 3, 12);
  });

  it('scores points that all coincide 0', async () => {
    const [found] = await silhouettes(
      pointsFrom([[2], [2], [2], [2]]),
      [Uint8Array.of(0, 0, 1, 1)],
      unwatched,
    );
    expect(found!.mean).toBe(0);
  });

  it('estimates it from an even sample of more than 10,000 rows, small clusters included', async () => {
    const rows = [
      ...planted([[0, 0]], 11_000, 1, 21),
      ...planted([[4, 0]], 2_000, 1, 22),
      ...planted([[40, 40]], 60, 1, 23),
    ];
    const given = pointsFrom(rows);
    const order = canonicalOrder(given, 1);
    const labels = Uint8Array.from(order, (row) => (row < 11_000 ? 0 : row < 13_000 ? 1 : 2));
    const [found] = await silhouettes(takePoints(given, order), [labels], unwatched);
    expect(found!.sample).toBeGreaterThan(4_900);
    expect(found!.sample).toBeLessThan(5_200);
    // scikit-learn 1.2.1, silhouette_score of all 13,060 points: clustering.py, large().
    expect(found!.mean).toBeCloseTo(expected.silhouettes.large, 2);
  });
});
