import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { called, calledBoth } from '../../../src/ui/text/called';
import { numberWriter } from '../../../src/ui/text/explore';
import { short } from '../../../src/ui/text/format';

describe('a name in a title', () => {
  it('loses its middle between words where it is long', () => {
    expect(called('Income')).toBe('Income');
    expect(called('Bought online and collected in the shop next door')).toBe(
      'Bought online and…the shop next door',
    );
    expect(called('total_number_of_marketing_emails_opened_in_the_last_twelve_months')).toBe(
      'total_number_of…last_twelve_months',
    );
    expect(called('TotalNumberOfItemsReturnedDuringTheLastTwentyFourMonths')).toBe(
      'TotalNumberOfItemsRe…astTwentyFourMonths',
    );
    expect(called('Net revenue after returns and discounts in the currency of the shop')).toBe(
      'Net revenue after…of the shop',
    );
  });

  it('keeps what tells two apart', () => {
    const asked = (n: string) => `Answer to question number ${n} of the yearly customer satisfaction survey`;
    expect(calledBoth(asked('034'), asked('019'))).toEqual([
      '…034 of the yearly customer…',
      '…019 of the yearly customer…',
    ]);
    expect(calledBoth('Age', 'Income')).toEqual(['Age', 'Income']);
  });

  it('is set apart where it is written from the right', () => {
    expect(called('الرياض')).toBe('\u2068الرياض\u2069');
  });

  it('is never longer than asked for, and keeps its ends', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', minLength: 41, maxLength: 90 }), (name) => {
        const said = called(name);
        expect(said.length).toBeLessThanOrEqual(40);
        const [head, tail] = said.split('…') as [string, string];
        expect(name.startsWith(head)).toBe(true);
        expect(name.endsWith(tail)).toBe(true);
      }),
    );
  });
});

it('writes numbers that are very large or very small in few signs', () => {
  expect([short(4e12), short(999_960_000_000)]).toEqual(['4.00\u00a0tn', '1.00\u00a0tn']);
  const { axis, said, plain } = numberWriter(null, { min: 0, max: 1e13, whole: true });
  expect([axis(2e13), axis(1.5e12), axis(4e17)]).toEqual(['20\u00a0tn', '1.5\u00a0tn', '4\u00a0×\u00a010¹⁷']);
  expect([said(5_606_213_566_209), said(999_999), plain(5_606_213_566_209)]).toEqual([
    '5.61\u00a0tn',
    '999,999',
    '5,606,213,566,209',
  ]);
  const small = numberWriter('€', { min: 1e-9, max: 5e-9, whole: false });
  expect([small.axis(2e-9), small.plain(3.016e-9)]).toEqual([
    '€2\u00a0×\u00a010⁻⁹',
    '€3.02\u00a0×\u00a010⁻⁹',
  ]);
});
