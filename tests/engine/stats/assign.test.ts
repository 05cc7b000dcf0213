import { describe, expect, it } from 'vitest';
import { assignBlock, makeTally } from '../../../src/engine/stats/assign';
import { pointsFrom, tied, uniforms } from './planted';

/** The documented order of sums, written as plainly as can be: any other kernel must pass this, too. */
function reference(rows: readonly number[][], centroids: readonly number[][]) {
  const squares = (row: readonly number[], c: readonly number[]) => {
    let sum = 0;
    row.forEach((value, j) => (sum += (value - c[j]!) * (value - c[j]!)));
    return sum;
  };
  const labels = rows.map((row) => {
    const distances = centroids.map((centroid) => squares(row, centroid));
    return distances.indexOf(Math.min(...distances));
  });
  const lanes = (value: (row: readonly number[], at: number) => number) => {
    const sums: [number, number] = [0, 0];
    rows.forEach((row, at) => (sums[at % 2 === 0 ? 0 : 1] += value(row, at)));
    return 0 + (sums[0] + sums[1]);
  };
  const sums = centroids.flatMap((centroid, c) =>
    centroid.map((_, j) => lanes((row, at) => (labels[at] === c ? row[j]! : 0))),
  );
  return { labels, sums, inertia: lanes((row, at) => squares(row, centroids[labels[at]!]!)) };
}

describe('assignBlock', () => {
  it.each([1, 2, 3, 4, 7])('labels and adds up %i columns in the documented order, bit for bit', (d) => {
    const draw = uniforms(d);
    const rows = Array.from({ length: 1301 }, () => Array.from({ length: d }, () => draw() * 10 - 3));
    const centroids = Array.from({ length: 5 }, () => Array.from({ length: d }, () => draw() * 10 - 3));
    const tally = makeTally(5, d);
    const labels = new Uint8Array(rows.length).fill(255);
    assignBlock(pointsFrom(rows), 0, rows.length, Float64Array.from(centroids.flat()), labels, tally);
    const expected = reference(rows, centroids);
    expect([...labels]).toEqual(expected.labels);
    expect([...tally.sums]).toEqual(expected.sums);
    expect(tally.inertia).toBe(expected.inertia);
    expect(tally.moved).toBe(rows.length);
    expect(tally.counts.reduce((sum, count) => sum + count, 0)).toBe(rows.length);
  });

  it('gives points exactly between centroids to the lowest index', () => {
    const labels = new Uint8Array(50);
    const points = pointsFrom(tied(50, 1).map(() => [2, 2]));
    assignBlock(points, 0, 50, Float64Array.of(1, 2, 2, 1, 2, 3, 3, 2), labels, makeTally(4, 2));
    expect(new Set(labels)).toEqual(new Set([0]));
  });
});
