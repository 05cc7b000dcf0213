import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fifthAmong, fifthOf, fifths } from '../../../src/engine/stats/fifths';

describe('fifths', () => {
  it('cuts different values into five equal parts', () => {
    expect([...fifths(Float64Array.from({ length: 10 }, (_, i) => i))]).toEqual([
      1, 1, 2, 2, 3, 3, 4, 4, 5, 5,
    ]);
  });

  it('gives equal values one score, so that levels may stay empty', () => {
    // Seven of ten have ordered once: middle rank 3.5 of 10, the second fifth; then 7.5, 8.5, 9.5.
    expect([...fifths(Float64Array.of(1, 1, 1, 1, 1, 1, 1, 2, 3, 9))]).toEqual([
      2, 2, 2, 2, 2, 2, 2, 4, 5, 5,
    ]);
  });

  it('gives the middle to a constant column and 0 to blanks', () => {
    expect([...fifths(Float64Array.of(4, NaN, 4))]).toEqual([3, 0, 3]);
  });

  it('never falls as the value rises', () => {
    const values = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, (given) => {
        const rising = Float64Array.from(given).sort();
        const scores = [...fifths(rising)];
        expect([...scores].sort()).toEqual(scores);
        expect(scores.every((score) => score >= 1 && score <= 5)).toBe(true);
      }),
      { seed: 1 },
    );
  });
});

describe('fifthOf', () => {
  it('places a value that is not among the sorted ones', () => {
    const rising = Float64Array.from({ length: 10 }, (_, i) => i);
    expect([-3, 0.5, 4.5, 100].map((value) => fifthOf(rising, value))).toEqual([1, 1, 3, 5]);
    expect(fifthOf(rising, NaN)).toBe(0);
    expect(fifthOf(new Float64Array(0), 1)).toBe(0);
  });
});

describe('fifthAmong', () => {
  it('is the fifth among the values sorted, blanks skipped', () => {
    const values = Float64Array.of(9, 1, NaN, 1, 3, 7, 7, 2, NaN, 8);
    const rising = values.filter((value) => !Number.isNaN(value)).sort();
    for (const value of [0, 1, 2.5, 3, 7, 8, 9, 10, NaN])
      expect(fifthAmong(values, value)).toBe(fifthOf(rising, value));
    expect(fifthAmong(Float64Array.of(NaN), 1)).toBe(0);
  });
});
