import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile, sorted } from '../../../src/engine/stats/quantile';
import { quantilesOf } from '../../../src/engine/stats/quantiles-of';
import { unwatched } from '../../../src/engine/work';

const SHARES = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
const bySorting = (values: Float64Array) => SHARES.map((share) => quantile(sorted(values), share));

/** 300,000 values, more than are sorted at once; the least significant bits of a plain generator. */
const many = (make: (u: number, at: number) => number): Float64Array =>
  Float64Array.from({ length: 300_000 }, (_, at) =>
    make((Math.imul(at + 1, 2654435761) >>> 0) / 2 ** 32, at),
  );

describe('quantilesOf', () => {
  it('gives what NumPy gives', async () => {
    // numpy.quantile([3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5], [0, .05, .25, .5, .75, .95, 1])
    const values = Float64Array.of(3, 1, 4, 1, 5, NaN, 9, 2, 6, 5, 3, 5);
    expect(await quantilesOf(values, SHARES, unwatched)).toEqual([1, 1, 2.5, 4, 5, 7.5, 9]);
  });

  it.each([
    ['even values', many((u) => u)],
    ['a long tail', many((u) => Math.exp(30 * u))],
    ['one value far off', many((u, at) => (at === 7 ? 1e300 : u))],
    ['few values, and blanks', many((u, at) => (at % 3 === 0 ? NaN : Math.floor(u * 4)))],
    ['one value', many(() => 5)],
    ['no bound', many((u, at) => (at === 0 ? -1.7e308 : at === 1 ? 1.7e308 : u))],
  ])('equals sorting them all: %s', async (_, values) => {
    expect(await quantilesOf(values, SHARES, unwatched)).toEqual(bySorting(values));
  });

  it('equals sorting for any few values', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.double({ noDefaultInfinity: true }), { maxLength: 40 }), async (list) => {
        const values = Float64Array.from(list);
        expect(await quantilesOf(values, SHARES, unwatched)).toEqual(bySorting(values));
      }),
    );
  });
});
