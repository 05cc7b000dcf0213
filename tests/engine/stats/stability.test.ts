import { describe, expect, it } from 'vitest';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { kmeansCurve } from '../../../src/engine/stats/kmeans';
import { takePoints } from '../../../src/engine/stats/points';
import { overlaps } from '../../../src/engine/stats/stability';
import { unwatched } from '../../../src/engine/work';
import { BLOBS, planted, pointsFrom, uniforms } from './planted';

async function overlapsOf(rows: number[][], kMax: number, redraws = 30): Promise<(number[] | null)[]> {
  const given = pointsFrom(rows);
  const points = takePoints(given, canonicalOrder(given, 1));
  const runs = await kmeansCurve(points, { kMin: 1, kMax, seed: 1, work: unwatched });
  return overlaps(points, runs, { seed: 1, work: unwatched, redraws });
}

describe('overlaps', { timeout: 30_000 }, () => {
  it('is 1 for planted clusters, and less where one of them is cut in two', async () => {
    const found = await overlapsOf(planted(BLOBS, 60, 1, 11), 5);
    expect(found[0]).toBeNull();
    expect(found[3]).toEqual([1, 1, 1, 1].map((overlap) => expect.closeTo(overlap, 12)));
    expect(Math.min(...found[4]!)).toBeLessThan(0.75);
  });

  it('does not praise cuts through even noise', async () => {
    const draw = uniforms(1);
    const noise = Array.from({ length: 500 }, () => [draw(), draw(), draw(), draw(), draw()]);
    for (const found of (await overlapsOf(noise, 5)).slice(1)) expect(Math.min(...found!)).toBeLessThan(0.75);
  });

  it('does not praise cuts through one cloud, but for the one across its longest axis', async () => {
    const cloud = planted([[0, 0, 0, 0, 0]], 500, 1, 1);
    for (const found of (await overlapsOf(cloud, 5)).slice(2)) expect(Math.min(...found!)).toBeLessThan(0.75);
  });

  it('gives the same answer twice', async () => {
    const rows = planted(BLOBS, 30, 4, 2);
    expect(await overlapsOf(rows, 3, 5)).toEqual(await overlapsOf(rows, 3, 5));
  });
});
