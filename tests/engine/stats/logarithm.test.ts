import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exp, log, log1p } from '../../../src/engine/stats/logarithm';

const near = (found: number, expected: number, ulps: number) =>
  Math.abs(found - expected) <= ulps * Number.EPSILON * Math.abs(expected);

describe('log, log1p and exp', () => {
  it('agree with the host to the last digits', () => {
    const wide = fc.double({ min: 1e-300, max: 1e300, noNaN: true });
    fc.assert(fc.property(wide, (x) => near(log(x), Math.log(x), 2)));
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (x) => near(log1p(x), Math.log1p(x), 2)),
    );
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => near(exp(x), Math.exp(x), 4)),
    );
  });

  it('give the same digits on every host', () => {
    // Abramowitz and Stegun, tables 4.2 and 4.4, to as many digits as a double has.
    expect([2, 10, 0.5, 1].map(log)).toEqual([0.6931471805599453, 2.302585092994046, -0.6931471805599453, 0]);
    expect([0, 1, 9, 1e-20].map(log1p)).toEqual([0, 0.6931471805599453, 2.302585092994046, 1e-20]);
    expect(exp(0)).toBe(1);
    expect(near(exp(1), 2.718281828459045, 1)).toBe(true);
  });

  it('meet their ends', () => {
    expect([0, -1, Infinity, NaN].map(log)).toEqual([-Infinity, NaN, Infinity, NaN]);
    expect([Infinity, -1, -2, NaN].map(log1p)).toEqual([Infinity, -Infinity, NaN, NaN]);
    expect([800, -800, NaN].map(exp)).toEqual([Infinity, 0, NaN]);
    expect(near(log(5e-324), Math.log(5e-324), 2)).toBe(true);
  });
});
