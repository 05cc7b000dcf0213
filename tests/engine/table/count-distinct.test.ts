import { describe, expect, it } from 'vitest';
import { DistinctNumbers } from '../../../src/engine/table/count-distinct';

const distinct = (values: readonly number[], cut = values.length) => {
  const counted = new DistinctNumbers();
  const all = Float64Array.from(values);
  counted.add(all, 0, cut);
  counted.add(all, cut, all.length);
  return counted.count;
};

describe('DistinctNumbers', () => {
  it('counts whole, broken, negative and huge numbers once each', () => {
    expect(distinct([1, 1, 0.5, 0.5, -3, -3, 2 ** 53, 2 ** 53, 1e-300, Infinity])).toBe(6);
  });

  it('skips blanks and takes −0 for 0', () => {
    expect(distinct([NaN, 0, -0, NaN])).toBe(1);
    expect(distinct([])).toBe(0);
  });

  it('counts as a set does, in pieces and while growing', () => {
    const values = Array.from({ length: 50_000 }, (_, at) => ((at * 7919) % 30_011) / 8);
    expect(distinct(values, 12_345)).toBe(new Set(values).size);
  });
});
