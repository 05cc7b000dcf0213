import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NearestPoints } from '../../../src/engine/stats/nearest-points';
import { pointsOf } from '../../../src/engine/stats/points';

const coordinate = fc.oneof(fc.integer({ min: -6, max: 6 }), fc.double({ min: -6, max: 6, noNaN: true }));
const point = fc.tuple(coordinate, coordinate, coordinate);

describe('NearestPoints', () => {
  it('finds what looking through all points finds, the lower index first where two are as near', () => {
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 1, maxLength: 150 }),
        point,
        fc.integer({ min: 1, max: 9 }),
        (all, place, most) => {
          const points = pointsOf([0, 1, 2].map((at) => Float64Array.from(all, (one) => one[at]!)));
          const nearest = new NearestPoints(points, most);
          nearest.find(Float64Array.from(place));
          const square = (row: number) =>
            all[row]!.reduce((sum, value, at) => sum + (value - place[at]!) ** 2, 0);
          const expected = [...all.keys()].sort((a, b) => square(a) - square(b) || a - b).slice(0, most);
          expect([...nearest.indices.subarray(0, nearest.found)]).toEqual(expected);
          expect([...nearest.squares.subarray(0, nearest.found)]).toEqual(expected.map(square));
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  });
});
