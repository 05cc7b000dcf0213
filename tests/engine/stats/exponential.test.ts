import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expm1 } from '../../../src/engine/stats/exponential';

const near = (found: number, expected: number, ulps: number) =>
  Math.abs(found - expected) <= ulps * Number.EPSILON * Math.abs(expected);

// mpmath 1.2 with 50 digits: tests/expectations/transform/transform.py
const { expm1: places } = JSON.parse(
  readFileSync(new URL('../../expectations/transform/transform.json', import.meta.url), 'utf8'),
) as { expm1: [number, number][] };

describe('expm1', () => {
  it.each(places)('of %d is right to the last digits', (x, expected) => {
    expect(near(expm1(x), expected, 3)).toBe(true);
  });

  it('agrees with the host wherever it is asked', () => {
    const anywhere = fc.double({ min: -60, max: 709, noNaN: true });
    fc.assert(fc.property(anywhere, (x) => near(expm1(x), Math.expm1(x), 4)));
    const small = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    fc.assert(fc.property(small, (x) => near(expm1(x), Math.expm1(x), 4)));
  });

  it('meets its ends', () => {
    expect([0, -800, 710, Infinity, -Infinity, NaN].map(expm1)).toEqual([0, -1, Infinity, Infinity, -1, NaN]);
  });
});
