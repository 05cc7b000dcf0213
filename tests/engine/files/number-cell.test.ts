import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsReason, numberCell } from '../../../src/engine/table/build/number-cell';

const numberOf = (text: string, decimal = '.') => {
  const bytes = new TextEncoder().encode(text);
  return numberCell(bytes, 0, bytes.length, decimal.charCodeAt(0));
};

describe('numberCell', () => {
  it('rounds every number as Number does', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), (value, comma) => {
        const text = Math.abs(value) >= 1e15 ? value.toExponential() : String(value);
        expect(numberOf(comma ? text.replace('.', ',') : text, comma ? ',' : '.')).toBe(value + 0 || 0);
      }),
      { numRuns: 2000, seed: 5 },
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_999 }),
        fc.integer({ min: 0, max: 999_999_999_999 }),
        (whole, part) => {
          expect(numberOf(`-${whole}.${part}`)).toBe(Number(`-${whole}.${part}`) || 0);
        },
      ),
      { numRuns: 2000, seed: 6 },
    );
  });

  it.each([
    ['.5', 0.5],
    ['5.', 5],
    ['+5', 5],
    ['-0', 0],
    ['1E+3', 1000],
    ['1,234', 1234],
    ["1'234.5", 1234.5],
    ['1\u00a0234', 1234],
  ])('reads %s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });

  it.each([
    '',
    '-',
    '.',
    'e5',
    '1e',
    '1e999',
    '1,23',
    '0,123',
    '1 2',
    '1-2',
    '0x1F',
    'Infinity',
    '007',
    '00.5',
    '1.2.3',
    '12%',
    '--1',
    '1234567890123456',
    '+491701234',
  ])('takes %j for no number', (text) => {
    expect(numberOf(text)).toBe(NaN);
  });
});

describe('digitsReason', () => {
  it.each([
    ['007', 'leading-zeros'],
    ['-012.5', 'leading-zeros'],
    ['12345678901234567', 'too-many-digits'],
    ['+49 (0)170/12-34', 'phone'],
    ['12', null],
    ['x', null],
    ['0.5', null],
  ])('says why %s is not a number: %s', (text, reason) => {
    expect(digitsReason(text)).toBe(reason);
  });
});
