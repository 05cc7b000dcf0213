import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risingOf } from '../../../src/engine/stats/rising';

describe('risingOf', () => {
  it('sorts as the language does, without blanks, and knows where each value stood', () => {
    fc.assert(
      fc.property(fc.float64Array({ minLength: 0, maxLength: 300 }), (values) => {
        const { values: rising, rows } = risingOf(values);
        expect([...rising]).toEqual([...values.filter((value) => !Number.isNaN(value)).sort()]);
        expect([...rows].map((row) => values[row])).toEqual([...rising]);
        expect(new Set(rows).size).toBe(rows.length);
      }),
    );
  });

  it('keeps equal values in their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 200 }), (whole) => {
        const { values, rows } = risingOf(Float64Array.from(whole));
        const kept = [...rows].every(
          (row, i) => i === 0 || values[i] !== values[i - 1] || row > rows[i - 1]!,
        );
        expect(kept).toBe(true);
      }),
    );
  });

  it('reads a part of a larger buffer', () => {
    const part = Float64Array.of(9, 3, -1, 2, 0).subarray(1, 4);
    expect([...risingOf(part).values]).toEqual([-1, 2, 3]);
  });
});
