import { describe, expect, it } from 'vitest';
import cases from '../../expectations/prototypes/prototypes.json';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { pointsOf, takePoints } from '../../../src/engine/stats/points';
import { kPrototypes, usualGamma } from '../../../src/engine/stats/prototypes';
import { startsFor } from '../../../src/engine/stats/prototype-trades';
import { unwatched } from '../../../src/engine/work';
import { pointsFrom } from './planted';

const STILL = { phase: 'grouping', done: 0, total: 1, unit: 'rounds' } as const;

describe('k-prototypes', () => {
  it.each(
    cases.flatMap(({ name, best, ...given }) =>
      Object.entries(best).map(([k, cost]) => ({ name, k: Number(k), cost, ...given })),
    ),
  )('costs no more than the best of 3,000 random starts: $name, $k', async (given) => {
    const numbers = pointsFrom(given.numbers);
    const codes = given.texts[0]!.map((_, j) => {
      const levels = [...new Set(given.texts.map((row) => row[j]!))].sort();
      return Float64Array.from(given.texts, (row) => levels.indexOf(row[j]!));
    });
    expect(usualGamma(numbers)).toBeCloseTo(given.gamma, 12);
    const all = pointsOf([...numbers.columns, ...codes]);
    const points = takePoints(all, canonicalOrder(all, 1));
    const mixed = { points, numbers: numbers.d, gamma: given.gamma };
    const { cost } = await kPrototypes(
      mixed,
      { k: given.k, seed: 1, starts: startsFor(points.n) },
      unwatched,
      STILL,
    );
    expect(cost).toBeLessThanOrEqual(given.cost * 1.0001);
  });
});
