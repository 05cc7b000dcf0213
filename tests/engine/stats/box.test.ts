import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOf } from '../../../src/engine/stats/box';
import expected from '../../expectations/segments/figures.json';

describe('boxOf', () => {
  it.each(expected.boxes)('equals boxplot.stats of R', ({ values, stats, beyond }) => {
    const box = boxOf(Float64Array.from(values).sort());
    expect([box.low, box.lower, box.median, box.upper, box.high]).toEqual(stats);
    expect(box.beyond).toBe(beyond);
  });

  it('has nothing to say of no values', () => {
    const { beyond, ...places } = boxOf(new Float64Array());
    expect(beyond).toBe(0);
    expect(Object.values(places)).toEqual([NaN, NaN, NaN, NaN, NaN]);
  });

  it('keeps its five places in order, within the values', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1 }), (values) => {
        const rising = Float64Array.from(values).sort();
        const { low, lower, median, upper, high, beyond } = boxOf(rising);
        const places = [rising[0]!, low, median, high, rising.at(-1)!];
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        expect([lower, median, upper].sort((a, b) => a - b)).toEqual([lower, median, upper]);
        expect(rising.filter((value) => value < low || value > high)).toHaveLength(beyond);
      }),
    );
  });
});
