import { describe, expect, it } from 'vitest';
import { registry } from '../../../src/engine/recipe/registry';
import { perCentIn, shareSaid } from '../../../src/ui/steps/transform-ways';
import { featuresAhead, leanButton, leanSaid, skewnessSaid } from '../../../src/ui/text/feature-steps';
import { describeStep } from '../../../src/ui/text/steps';

const said = (op: string, params: Record<string, unknown>) =>
  describeStep({ id: 's', op, version: 1, enabled: true, params });

describe('words of the steps that make features', () => {
  const cases: [string, Record<string, unknown>][] = [
    ['transform', { columns: ['a'], with: 'log' }],
    ['transform', { columns: ['a'], with: 'box-cox' }],
    ['transform', { columns: ['a', 'b', 'c', 'd'], with: 'yeo-johnson' }],
    ['transform', { columns: ['a'], with: 'rank' }],
    ['transform', { columns: ['a'], with: 'winsorise' }],
    ['transform', { columns: ['a'], with: 'winsorise', low: 0.01, high: 0.975 }],
    ['scale', { columns: ['a'], with: 'unit-length' }],
    ['encode', { column: 'a', with: 'one-hot' }],
    ['encode', { column: 'a', with: 'ordinal' }],
    ['encode', { column: 'a', with: 'frequency' }],
    ['date-parts', { column: 'a', parts: ['week', 'iso-year', 'day'] }],
    ['date-parts', { column: 'a', parts: ['fiscal-year', 'fiscal-quarter'], referenceDate: '2024-01-01' }],
    ['date-parts', { column: 'a', parts: ['days-since', 'days-until', 'age'], referenceDate: '2024-01-01' }],
    ['date-parts', { column: 'a', parts: ['year', 'month', 'season', 'hour'] }],
    ...['sum', 'mean', 'min', 'max', 'product', 'difference', 'ratio', 'days-between', 'concatenate'].map(
      (how): [string, Record<string, unknown>] => ['combine', { how, columns: ['a', 'b'], as: 'c' }],
    ),
    ['combine', { how: 'sum', columns: ['a', 'b', 'c', 'd'], as: 'e' }],
    ['text-to-numbers', { column: 'a', parts: ['contains', 'e-mail-domain', 'capitals'], find: 'x' }],
    ['text-to-numbers', { column: 'a', parts: ['length', 'words', 'digits', 'capitals'] }],
  ];
  it.each(cases)('say the step %s as it says itself: %j', (op, params) => {
    expect(said(op, params)).toBe(registry.get(op)!.describe(params));
  });

  it('say what would be counted, where there is any', () => {
    expect(featuresAhead({ op: 'transform', counts: { notPositive: 1, tooLarge: 0 } })).toEqual([
      '1 value is 0 or less, which this method cannot take: blank.',
    ]);
    expect(featuresAhead({ op: 'scale', counts: { below: 2, above: 1200 } })).toEqual([
      '2 values are less than any learnt from: below 0.',
      '1,200 values are greater than any learnt from: above 1.',
    ]);
    expect(featuresAhead({ op: 'bin', counts: { below: 2 } })).toEqual([]);
  });

  it('say which column leans and what evens it out', () => {
    expect(leanSaid('spend', { skewness: 6.234, way: 'log1p', then: 0.31 })).toBe(
      'spend has a long tail to the right (skewness 6.23). The logarithm of 1 + x would bring that to 0.31.',
    );
    expect(leanSaid('balance', { skewness: -1.5, way: 'yeo-johnson', then: null })).toBe(
      'balance has a long tail to the left (skewness −1.5). Yeo–Johnson evens it out as far as can be.',
    );
    expect([skewnessSaid(-0.546), skewnessSaid(null)]).toEqual(['skewness −0.55', '']);
    expect([leanButton('sqrt'), leanButton('yeo-johnson')]).toEqual([
      'Use the square root',
      'Use Yeo–Johnson',
    ]);
  });

  it('take limits in per cent to as many digits as are written', () => {
    expect([
      shareSaid('5', 0, 0.5),
      shareSaid('0,1', 0, 0.5),
      shareSaid('60', 0, 0.5),
      shareSaid('', 0, 0.5),
    ]).toEqual([0.05, 0.001, null, null]);
    expect([perCentIn({ low: 0.07 }, 'low', 0.05), perCentIn({}, 'low', 0.05)]).toEqual(['7', '5']);
  });
});
