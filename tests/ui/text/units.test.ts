import { afterEach, describe, expect, it } from 'vitest';
import { cellText, decimalsFor, kindAndRole } from '../../../src/ui/parts/table-cells';
import { averageText, mosaicNote } from '../../../src/ui/text/charts';
import { cardFacts, sizeLine, traitFacts, typical } from '../../../src/ui/text/cards';
import { exampleLine, valueText } from '../../../src/ui/text/columns';
import { recogniseSentence } from '../../../src/ui/text/conditions';
import { findingText, remedyLabel } from '../../../src/ui/text/findings';
import { figure, inUnit, money, moneyInFull, useLocale } from '../../../src/ui/text/format';
import { orders as plain } from '../fixtures/segmentation-orders';

const orders = {
  ...plain,
  currency: '£',
  features: plain.features.map((feature) =>
    feature.meaning === 'money' ? { ...feature, unit: '£' } : feature,
  ),
};
const spent = orders.features.find(({ meaning }) => meaning === 'money')!;
const column = {
  name: 'discount', kind: 'number', role: null, unit: '%', hasTime: false, identifier: false, missing: 0, distinct: 3,
  histogram: [], min: 0, max: 0.195, examples: [0.125, 0.05], top: [],
} as const; // prettier-ignore

afterEach(() => useLocale('en-GB'));

describe('inUnit', () => {
  it('puts a currency where the locale does, and the minus before all', () => {
    expect([inUnit('5', '£'), inUnit('5', 'US$'), inUnit('5', 'CHF'), inUnit('\u22125', '€')]).toEqual([
      '£5',
      'US$5',
      'CHF\u00a05',
      '\u2212€5',
    ]);
    useLocale('de-DE');
    expect([inUnit('5', '€'), inUnit('\u22125', 'kr'), inUnit('5', null)]).toEqual([
      '5\u00a0€',
      '\u22125\u00a0kr',
      '5',
    ]);
  });

  it('puts per cent behind everywhere', () => {
    expect([figure(0.125, '%', 1), figure(0.07, '%', 2), figure(12.5, null, 1)]).toEqual([
      '12.5\u00a0%',
      '7\u00a0%',
      '12.5',
    ]);
  });
});

describe('money with its currency', () => {
  it('stands in sentences, cards, conditions and tables', () => {
    expect([money(5_580_000, '£'), money(3551.4, '£'), money(-0.5, '£'), moneyInFull(-17850, '£')]).toEqual([
      '£5.58\u00a0M',
      '£3,551',
      '\u2212£0.50',
      '\u2212£17,850.00',
    ]);
    expect(sizeLine(orders.segments[0]!, orders.currency)).toBe('763 customers, £5.58\u00a0M');
    expect(cardFacts(orders.segments[0]!, orders).map(({ value, rest }) => value + rest)).toContain(
      '£3,551, all £650',
    );
    expect(recogniseSentence(orders.segments[0]!, orders)).toContain('at least £1,000 spent');
    expect(averageText({ ...spent, mean: 1910 }, orders)).toBe('£1,910');
    expect(mosaicNote(orders, [])).toContain('and £8.29\u00a0M of revenue.');
    expect(mosaicNote(plain, [])).toContain('of revenue, in the file’s currency.');
  });

  it('stands in findings', () => {
    const details = { column: 'id', share: 0.25, money: 1_450_000, moneyShare: 0.15, currency: '$' };
    expect(findingText({ code: 'no-customer', count: 5, details, rows: null }).effect).toBe(
      'Set aside. Their $1.45\u00a0M (15\u00a0%) is in no segment.',
    );
  });
});

describe('shares of a hundred', () => {
  it('read as per cent in tables, sentences and cards', () => {
    const cells = [0.125, 0.05, null];
    expect(cells.map((cell) => cellText(column, cell, decimalsFor(cells, '%')))).toEqual([
      '12.5\u00a0%',
      '5.0\u00a0%',
      '',
    ]);
    expect(cellText(column, 0.07, decimalsFor([0.07], '%'))).toBe('7\u00a0%');
    expect(kindAndRole(column)).toBe('number in %');
    expect(exampleLine(column)).toBe('0\u00a0% to 19.5\u00a0%');
    expect(valueText(column, 0.125)).toBe('12.5\u00a0%');
    const plain = { ...column, unit: null };
    expect(exampleLine({ ...plain, min: 1730, max: 666_666 })).toBe('1,730 to 666,666');
    expect(exampleLine({ ...plain, min: 4, max: 3025 })).toBe('4 to 3,025');
    expect(exampleLine({ ...plain, min: -3313, max: 0.5 })).toBe('\u22123,313 to 0.5');
    expect(exampleLine({ ...plain, min: 1893, max: 1996 })).toBe('1893 to 1996');
    expect(typical(0.125, { ...spent, meaning: 'other', unit: '%' })).toBe('12.5\u00a0%');
    const trait = { column: 'discount', value: null, segment: 0.125, all: 0.05, unit: '%' };
    expect(traitFacts([trait])).toMatchObject([{ value: '12.5\u00a0%', rest: ', all 5\u00a0%' }]);
  });
});

describe('findings about currencies', () => {
  const details = { column: 'Total', main: '€', others: '10 in $, 2 in £', needed: 1, share: 0.8 };
  const remedy = {
    op: 'change-type',
    params: { column: 'Total', to: 'number' },
    effect: { count: 12, of: 'cells' },
  } as const;

  it('say which, how many, and what happens', () => {
    const found = { code: 'mixed-currencies', count: 12, details, rows: null, remedy };
    expect(findingText(found)).toEqual({
      sentence: 'cells of Total are not in € as the others are (10 in $, 2 in £)',
      effect: 'Not added up. Count € alone, or split the file by currency.',
    });
    const dollars = { ...details, others: '1200 in $' };
    expect(findingText({ ...found, details: dollars }).sentence).toBe(
      'cells of Total are in $, the others in €',
    );
    expect(findingText({ ...found, details: { ...details, share: 0.995 } }).effect).toBe(
      'Counted as blank: never added to €.',
    );
    expect(findingText({ ...found, details: { ...details, needed: 0 } }).effect).toBe(
      'Kept as text: currencies are never added up.',
    );
    expect(remedyLabel(found)).toBe('Count € alone');
  });

  it('say it of columns beside the money and of several files', () => {
    const beside = { column: 'Currency', main: 'EUR', others: '1500 in USD' };
    expect(findingText({ code: 'several-currencies', count: 1500, details: beside, rows: null })).toEqual({
      sentence: 'rows are in USD, the others in EUR, as Currency says',
      effect: 'Added up as if they were the same: sums mean little. Count EUR alone, or split the file.',
    });
    const files = { column: 'Total', main: '€', others: '40 in $' };
    expect(findingText({ code: 'currencies-of-files', count: 40, details: files, rows: null }).sentence).toBe(
      'rows of other files count Total in $, the others in €',
    );
  });
});
