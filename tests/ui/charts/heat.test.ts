import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { deviationStep, heatRows, heatSpec, ratioStep } from '../../../src/ui/charts/heat';
import { heatText } from '../../../src/ui/text/charts';
import { orders } from '../fixtures/segmentation-orders';
import { theme } from '../fixtures/theme';

describe('ratioStep', () => {
  it('puts the average in the middle and ends at a quarter and at four times', () => {
    expect([0, 0.25, 1, 4, 40].map(ratioStep)).toEqual([0, 0, 3, 6, 6]);
  });

  it('is as far above the average for a multiple as below for its inverse', () => {
    expect([1.2, 1.6, 3.1].map(ratioStep)).toEqual([3, 4, 6]);
    expect([1 / 1.2, 1 / 1.6, 1 / 3.1].map(ratioStep)).toEqual([3, 2, 0]);
  });
});

describe('deviationStep', () => {
  it('ends at one and a half deviations', () => {
    expect([-9, -1.5, 0, 1.5, 9].map(deviationStep)).toEqual([0, 0, 3, 6, 6]);
  });
});

describe('heatRows', () => {
  it('puts days since the last order last', () => {
    expect(heatRows(orders).map(({ column }) => column)).toEqual(['frequency', 'monetary', 'recency_days']);
  });

  it('takes deviations for the whole row where one ratio is missing', () => {
    const [first, ...others] = orders.segments;
    const broken = { ...first!, index: { ...first!.index, monetary: null } };
    const spent = heatRows({ ...orders, segments: [broken, ...others] })[1]!;
    expect(spent.by).toBe('deviation');
    expect(spent.cells.map(({ value }) => value)).toEqual([0.66, -0.09, -0.19]);
  });
});

describe('heatSpec', () => {
  it('compiles and prints every number', () => {
    const names = new Map(orders.segments.map(({ id, name }) => [id, name]));
    const spec = heatSpec(heatRows(orders), names, heatText, theme, 600);
    const values = compile(spec).spec.data!.flatMap((one) =>
      'values' in one ? (one.values as { text: string }[]) : [],
    );
    expect(values.map(({ text }) => text)).toEqual(
      ['3.1×', '0.79×', '0.32×', '3.8×', '0.63×', '0.18×', '0.18×', '0.47×', '1.8×'], // prettier-ignore
    );
  });
});
