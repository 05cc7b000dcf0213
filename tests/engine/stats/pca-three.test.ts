import { describe, expect, it } from 'vitest';
import { pca, scores } from '../../../src/engine/stats/pca';
import { pointsOf } from '../../../src/engine/stats/points';
import expected from '../../expectations/pca/pca.json';

// R 4.2.2, prcomp: tests/expectations/pca/pca.R. Signs are ours: the largest loading is positive.
describe.each(Object.entries(expected))('the three components of %s', (_, reference) => {
  const columns = reference.points[0]!.map((__, j) => Float64Array.from(reference.points, (row) => row[j]!));
  const points = pointsOf(columns);
  const found = pca(points);
  const signs = reference.loadings.map((axis) => {
    const largest = axis.reduce((most, weight) => (Math.abs(weight) > Math.abs(most) ? weight : most), 0);
    return Math.sign(largest);
  });

  it('have the deviations and shares of prcomp', () => {
    found.deviations.forEach((value, i) => expect(value).toBeCloseTo(reference.deviations[i]!, 10));
    found.explained.forEach((value, i) => expect(value).toBeCloseTo(reference.explained[i]!, 10));
  });

  it('have its loadings', () => {
    reference.loadings.forEach((axis, i) =>
      axis.forEach((weight, j) => expect(found.loadings[i]![j]).toBeCloseTo(weight * signs[i]!, 10)),
    );
  });

  it('have its scores', () => {
    const along = reference.loadings.map((__, component) => scores(points, found, component));
    reference.scores.forEach((row, at) =>
      row.forEach((score, i) => expect(along[i]![at]).toBeCloseTo(score * signs[i]!, 9)),
    );
  });
});
