import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNumbers, type Figures } from '../../../src/ui/ai/check-numbers';

const figures: Figures = {
  percents: [26.4, 41.07, 100, 134, 34],
  multiples: [1, 2.34, 0.5],
  others: [12, 34, 4372, 1234.5, 1_200_000, 0],
  counted: { segments: 4, features: 9 },
};
const looked = (text: string, among = figures) =>
  checkNumbers(text, among).filter(({ ours }) => ours !== undefined);
const marked = (text: string, among = figures) =>
  looked(text, among)
    .filter(({ ours }) => !ours)
    .map((piece) => piece.text);

describe('usual words of an answer are not marked', () => {
  it.each([
    ['It orders 12 times', 'A customer orders 12 times in a year, 12 times. Ordered 12x a year'],
    ['multiples', '2.3 times as many, 2.34x the average, a 2.3-fold rise, 2-fold, spends x2.3, 2.3-times'],
    ['a multiple said by what is added', '1.3 times more than the average, 34 % more, 134 % of it'],
    ['the average itself', 'where 1× is the average, 0 is the mean, and all are 100 %'],
    ['per cent', '26 %, 26%, 26 percent, 26.4 per cent, 26 pct'],
    ['short and long', '€1.2k, 1.2K, 1.2 thousand, €1,234.50, 1’234.50, 12 hundred, $1.2m, 1.2 M, 1.2mn'],
    ['currency codes', 'EUR1,234.50, EUR 1,234.50 and 1,234.50 EUR'],
    ['roughly', 'at least 30 orders, up to 30, 30+, ~30, > 30, ≈4,400, close to 4,000'],
    ['segments by number', 'Segment 3, segments 1, 2 and 4, Groups 1–3, cluster 2: no'],
    ['counts of segments', 'the other 3 segments, 2 of the 4 segments, 1 segment, 3 out of 4 segments'],
    ['ranks', 'the top 3, No. 2, #1, ranked 2, the 2nd and 3rd, the 1st'],
    ['features', 'Feature 7 and 9 features, columns 5 and 6, kind 2 of Feature 8'],
    ['shares in small numbers', '1 in 4 customers, 2 out of 5, 2 in every 5, 1/4'],
    ['the few not drawn', 'fewer than 10 customers, each mark is 10 or more customers'],
  ])('%s', (_, text) => {
    expect(marked(text)).toEqual([]);
    expect(looked(text).length).toBeGreaterThan(1);
  });

  it.each([
    'the 80/20 rule',
    'seen on a 2D map',
    'a 360-degree view',
    'Do this: (1) write to A, (2) win back B and (3) leave C.',
    '1. Write to A\n2) Win back B',
  ])('nor is a number that measures nothing: %s', (text) => {
    expect(looked(text)).toEqual([]);
    expect(
      checkNumbers(text, figures)
        .map((piece) => piece.text)
        .join(''),
    ).toBe(text);
  });
});

describe('numbers that are nobody’s are marked', () => {
  it.each([
    ['orders 13 times', ['13 times']],
    ['12 times the average, 12 times more often, 12 times as much', ['12 times', '12 times', '12 times']],
    ['12× and a 12-fold rise', ['12×', '12-fold']],
    ['spends x7.3, EUR1,300, 1.3k', ['x7.3', 'EUR1,300', '1.3k']],
    ['Segment 7, the other 6 segments, 5 of the 7 groups', ['7', '6', '5', '7']],
    ['Feature 17, kind 10, top 25, 25th', ['17', '10', '25', '25']],
    ['the top 3 customers, in segment 1 7 orders', ['3', '7']],
    ['3 in 4 customers, 9/10', ['3 in 4', '9/10']],
    ['in 2024, and 1999', ['2024', '1999']],
    ['10 customers, at least 300 orders, 15 percentage points', ['10', '300', '15 percentage points']],
    ['12 hundred of 13 hundred', ['13 hundred']],
    ['a single (3) in brackets', ['3']],
    ['1.3 times the orders', ['1.3 times']],
    ['10–12 orders, 12 to 15', ['10', '15']],
  ])('%s', (text, expected) => {
    expect(marked(text)).toEqual(expected);
  });
});

const value = fc.double({ min: 0.001, max: 1e9, noNaN: true });
const places = fc.integer({ min: 0, max: 3 });
const british = (figure: number, digits: number, separator: string): string =>
  figure
    .toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
    .replaceAll(',', separator);
const separators = fc.constantFrom('', ',', '\u00a0', '\u202f', '\u2009', '’', "'");
const AROUND = [
  'It is # here.',
  '(#)',
  '€#',
  '~#',
  'about #, or so',
  '#; then',
  'EUR#',
  'lies −# away',
  '"#"',
];
const around = fc.constantFrom(...AROUND);
const only = (some: Partial<Figures>): Figures => ({
  percents: [],
  multiples: [],
  others: [],
  counted: { segments: 0, features: 0 },
  ...some,
});
const nothingMarked = (text: string, among: Figures) => {
  expect({ text, marked: marked(text, among) }).toEqual({ text, marked: [] });
  expect(looked(text, among)).toHaveLength(1);
};

describe('a figure in any of its usual spellings is never marked', () => {
  it('with and without thousands set apart, to any place', () => {
    fc.assert(
      fc.property(value, places, separators, around, (figure, digits, separator, words) => {
        nothingMarked(words.replace('#', british(figure, digits, separator)), only({ others: [figure] }));
      }),
    );
  });

  it('in thousands, millions and billions', () => {
    const scale = fc.constantFrom(
      ...[1e3, 1e6, 1e9].flatMap((by, i) =>
        [
          ['k', 'K', ' thousand'],
          ['m', 'M', ' million', 'mn'],
          ['bn', 'B', ' billion'],
        ][i]!.map((unit) => [by, unit] as const),
      ),
    );
    fc.assert(
      fc.property(value, places, scale, around, (figure, digits, [by, unit], words) => {
        const text = words.replace('#', `${(figure / by).toFixed(digits)}${unit}`);
        nothingMarked(text, only({ others: [figure] }));
      }),
    );
  });

  it('as a share or a multiple with its unit', () => {
    const share = fc.constantFrom('%', ' %', '\u00a0%', ' percent', ' per cent', ' pct');
    const times = fc.constantFrom(
      '×',
      'x',
      ' times',
      ' times the',
      ' times as',
      '-fold',
      'x more',
      ' times.',
    );
    fc.assert(
      fc.property(value, places, share, times, (figure, digits, percent, multiple) => {
        nothingMarked(`of ${figure.toFixed(digits)}${percent} here`, only({ percents: [figure] }));
        nothingMarked(`of ${figure.toFixed(digits)}${multiple} here`, only({ multiples: [figure] }));
      }),
    );
  });

  it('and one that is further off than its last place always is', () => {
    fc.assert(
      fc.property(value, places, separators, around, (figure, digits, separator, words) => {
        const other = figure * 1.5 + 2 * 10 ** -digits;
        const said = words.replace('about ', '').replace('~', '');
        const text = said.replace('#', british(other, digits, separator));
        expect(marked(text, only({ others: [figure] }))).toHaveLength(1);
      }),
    );
  });
});
