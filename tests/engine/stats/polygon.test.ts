import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isInside, type Corner } from '../../../src/engine/stats/polygon';

/** By the sum of angles instead: how often the border goes round the place. Good for places away from the border. */
function windings(polygon: readonly Corner[], x: number, y: number): number {
  const turns = polygon.reduce((sum, [atX, atY], i) => {
    const [nextX, nextY] = polygon[(i + 1) % polygon.length]!;
    const [ax, ay, bx, by] = [atX - x, atY - y, nextX - x, nextY - y];
    return sum + Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }, 0);
  return Math.round(turns / (2 * Math.PI));
}

// Corners on whole numbers, places on odd tenths off them: no place lies on an edge of slope 0, and few elsewhere.
const whole = fc.integer({ min: -20, max: 20 });
const corners = fc.array(fc.tuple(whole, whole), { minLength: 3, maxLength: 12 });
const place = fc.tuple(whole, whole).map(([x, y]) => [x + 0.137, y + 0.291] as const);

describe('isInside', () => {
  it('says what the winding number says: odd inside, even outside', () => {
    fc.assert(
      fc.property(corners, place, (polygon, [x, y]) => {
        expect(isInside(polygon, x, y)).toBe(windings(polygon, x, y) % 2 !== 0);
      }),
      { numRuns: 2000, seed: 1962 },
    );
  });

  it('gives each place of a rectangle to exactly one of the triangles it is cut in, borders too', () => {
    const inner = fc.integer({ min: 1, max: 9 });
    const at = fc.integer({ min: 0, max: 9 });
    fc.assert(
      fc.property(inner, inner, at, at, (midX, midY, x, y) => {
        const border: Corner[] = [[0, 0], [10, 0], [10, 10], [0, 10]]; // prettier-ignore
        const triangles = border.map((one, i): Corner[] => [one, border[(i + 1) % 4]!, [midX, midY]]);
        expect(triangles.filter((triangle) => isInside(triangle, x, y))).toHaveLength(1);
        const turned = triangles.map((triangle) => [...triangle].reverse());
        expect(turned.filter((triangle) => isInside(triangle, x, y))).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });

  it('has the left and lower border, not the right and upper one', () => {
    const square: Corner[] = [[0, 0], [2, 0], [2, 2], [0, 2]]; // prettier-ignore
    const inside = (x: number, y: number) => isInside(square, x, y);
    expect([inside(0, 1), inside(1, 0), inside(0, 0)]).toEqual([true, true, true]);
    expect([inside(2, 1), inside(1, 2), inside(2, 2)]).toEqual([false, false, false]);
  });

  it('leaves out what is encircled twice, and a place that is no number', () => {
    const star: Corner[] = [[0, 10], [6, -8], [-9.5, 3], [9.5, 3], [-6, -8]]; // prettier-ignore
    expect(isInside(star, 0.1, 0.2)).toBe(false);
    expect(isInside(star, 0.1, 8)).toBe(true);
    expect(isInside(star, NaN, 8)).toBe(false);
    expect(isInside(star, 0, NaN)).toBe(false);
  });
});
