import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatsAmong } from '../../../src/engine/insight/repeated-columns';
import { atOnce } from '../../../src/engine/pieces';

const named = (columns: Record<string, readonly number[]>) =>
  Object.entries(columns).map(([column, values]) => ({ column, values: Float64Array.from(values) }));
const repeats = (
  columns: Record<string, readonly number[]>,
  others: Record<string, readonly number[]> = {},
) => Object.fromEntries(atOnce(repeatsAmong(named(columns), named(others))));

const fewDifferent = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 30, maxLength: 60 });

describe('repeatsAmong', () => {
  it('knows a value by its order: logarithm, scaled, turned round', () => {
    fc.assert(
      fc.property(fewDifferent, (values) => {
        fc.pre(new Set(values.map((value) => Math.log1p(value))).size > 1);
        const [least, most] = [Math.min(...values), Math.max(...values)];
        const scaled = values.map((value) => (value - least) / (most - least));
        fc.pre(new Set(scaled).size === new Set(values).size);
        const found = repeats({ values, scaled, turned: values.map((value) => -value) });
        expect(found).toEqual({ scaled: 'values', turned: 'values' });
      }),
    );
  });

  it('leaves apart what orders customers otherwise, and what does not vary', () => {
    const spent = Array.from({ length: 100 }, (_, i) => (i * 37) % 100);
    const orders = spent.map((value, i) => (value + i) % 17);
    expect(repeats({ spent, orders, one: spent.map(() => 1), two: spent.map(() => 2) })).toEqual({});
  });

  it('is not sure of a few customers, and holds the others against the first alone', () => {
    const few = [1, 2, 3];
    expect(repeats({ few, again: few })).toEqual({});
    const values = Array.from({ length: 40 }, (_, i) => i);
    const other = values.map((value) => (value * 7) % 40);
    expect(repeats({ values }, { log: values.map(Math.log1p), other, same: other })).toEqual({
      log: 'values',
    });
  });

  it('passes over blanks', () => {
    const values = Array.from({ length: 50 }, (_, i) => (i % 5 === 0 ? NaN : i));
    expect(repeats({ values, log: values.map(Math.log1p) })).toEqual({ log: 'values' });
  });
});
