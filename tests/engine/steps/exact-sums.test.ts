import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortened } from '../../../src/engine/steps/rfm/exact-sums';

const written = (value: number) => Number(value.toPrecision(14));

describe('a sum to 14 digits', () => {
  it('is what writing it out gives, for whatever number', () => {
    const sums = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer().map((cents) => cents / 100),
      fc.tuple(fc.maxSafeInteger(), fc.double({ min: -1, max: 1, noNaN: true })).map(([a, b]) => a / 100 + b * 1e-9),
      fc.tuple(fc.integer(), fc.integer({ min: -40, max: 40 })).map(([a, b]) => (a / 100) * (1 + b * 1e-16)),
      fc.array(fc.integer({ min: -1e6, max: 1e6 }), { maxLength: 40 }).map((list) => list.reduce((sum, one) => sum + one / 100, 0)),
    ); // prettier-ignore
    fc.assert(
      fc.property(sums, (sum) => {
        expect(shortened(sum)).toBe(written(sum) + 0);
      }),
      { numRuns: 5000 },
    );
  });
});
