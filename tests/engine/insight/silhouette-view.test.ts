import { describe, expect, it } from 'vitest';
import { customersInOrder } from '../../../src/engine/insight/customers-in-order';
import { beginSilhouettes, silhouetteMeans } from '../../../src/engine/insight/silhouette-view';
import { generator } from '../../../src/engine/stats/random';
import { silhouettes } from '../../../src/engine/stats/silhouette';
import { pointsOf } from '../../../src/engine/stats/points';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/segments/figures.json';

const view = async (columns: readonly (readonly number[])[], labels: readonly number[], k: number) => {
  const features = columns.map((values, j) => ({
    column: `f${j}`,
    scaled: `f${j}_z`,
    values: Float64Array.from(values),
  }));
  return beginSilhouettes(
    await customersInOrder(features, Uint8Array.from(labels), k, unwatched),
    unwatched,
  )();
};

describe('beginSilhouettes', () => {
  const { x, y, label, scores } = expected.silhouette;

  it('equals cluster::silhouette of R for each customer', async () => {
    const found = (await view([x, y], label, 3))!;
    expect(found.against).toBe(57);
    found.row.forEach((row, i) => expect(found.scores[i]).toBeCloseTo(scores[row]!, 12));
    expect([...found.row].sort((a, b) => a - b)).toEqual(Array.from({ length: 57 }, (_, row) => row));
  });

  it('goes by segment and within it from high to low, with the mean of each', async () => {
    const found = (await view([x, y], label, 3))!;
    expect([...found.segment]).toEqual([...label].sort());
    const firsts = Array.from(found.scores).slice(0, 25);
    expect(firsts).toEqual([...firsts].sort((a, b) => b - a));
    const mean = (id: number) => {
      const own = scores.filter((_, row) => label[row] === id);
      return own.reduce((sum, score) => sum + score, 0) / own.length;
    };
    const means = silhouetteMeans(found, 3);
    [1, 2, 3].forEach((id) => expect(means[id]).toBeCloseTo(mean(id), 12));
  });

  it('leaves out who is in no segment, scores one alone 0, and says nothing of one segment', async () => {
    const found = (await view([[0, 1, 9, 4]], [1, 1, 2, 0], 2))!;
    // Of 0, 1 and 9: (9 − 1) ÷ 9, (8 − 1) ÷ 8 and 0.
    expect([...found.scores]).toEqual([8 / 9, 7 / 8, 0]);
    expect(await view([[0, 1, 9]], [1, 1, 1], 1)).toBeNull();
    expect(await view([[0, 1, 9]], [2, 2, 2], 2)).toBeNull();
  });

  it('draws at most 1,000 of many evenly and comes close to what all of them say', async () => {
    const random = generator(5);
    const near = (centre: number) => centre + random() + random() + random() - 1.5;
    const labels = Array.from({ length: 9_000 }, (_, i) => (i < 6_000 ? 1 : i < 8_900 ? 2 : 3));
    const columns = [
      labels.map((id) => near([0, 2, 4][id - 1]!)),
      labels.map((id) => near([0, 0, 3][id - 1]!)),
    ];
    const found = (await view(columns, labels, 3))!;
    expect(found.scores.length).toBeLessThanOrEqual(1_000);
    expect(found.segment.filter((id) => id === 3)).toHaveLength(50);
    expect(found.against).toBeLessThanOrEqual(5_000);
    const points = pointsOf(columns.map((values) => Float64Array.from(values)));
    const [whole] = await silhouettes(points, [Uint8Array.from(labels, (id) => id - 1)], unwatched);
    const means = silhouetteMeans(found, 3);
    const mean = (6_000 * means[1]! + 2_900 * means[2]! + 100 * means[3]!) / 9_000;
    expect(Math.abs(mean - whole!.mean)).toBeLessThan(0.02);
  });
});
