import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { besideWords } from '../../../src/ui/text/beside';
import { customers } from '../fixtures/segmentation-customers';

const feature = customers.features[2]!;
const { column } = feature;
const told = (mean: number, all: number) =>
  besideWords(
    { ...feature, mean: all },
    { means: { [column]: mean }, index: { [column]: mean / all }, effects: {} },
  );

describe('besideWords', () => {
  it('tells the means that the index is of', () => {
    expect(told(29, 147)).toBe('Mean 29, of all 147 · Index 20');
  });

  it('has an index that the two numbers before it come to', () => {
    const mean = fc.double({ min: 1, max: 9999, noNaN: true });
    fc.assert(
      fc.property(mean, mean, (one, all) => {
        const [here = NaN, there = NaN, index = NaN] = [...told(one, all).matchAll(/\d[\d,.]*\d|\d/g)].map(
          ([text]) => Number(text.replaceAll(',', '')),
        );
        const computed = (here / there) * 100;
        expect(Math.abs(computed - index)).toBeLessThanOrEqual(0.5 + computed * 0.011);
      }),
    );
  });
});
