import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkNumbers, type Figures } from '../../../src/ui/ai/check-numbers';

const figures: Figures = {
  percents: [26.4, 41.07, 112],
  multiples: [2.34, 0.5],
  others: [4372, 12_345, -1.64, 3, 8_887_208.89, 17.5],
  counted: { segments: 4, features: 9 },
};
const numbersIn = (text: string) =>
  checkNumbers(text, figures)
    .filter(({ ours }) => ours !== undefined)
    .map(({ text: number, ours }) => [number, ours]);

const { counted } = figures;

describe('checkNumbers', () => {
  it.each([
    ['26 % of customers', [['26 %', true]]],
    [
      '26.4% bring 41.1 percent',
      [
        ['26.4%', true],
        ['41.1 percent', true],
      ],
    ],
    ['27 % of customers', [['27 %', false]]],
    ['26.5 %', [['26.5 %', false]]],
    [
      '2.3× the average, 2.3 times, 2.3x',
      [
        ['2.3×', true],
        ['2.3 times', true],
        ['2.3x', true],
      ],
    ],
    ['2.4×', [['2.4×', false]]],
    // A count is not a share, nor a multiple.
    [
      '3 % and 3 times the average',
      [
        ['3 %', false],
        ['3 times', false],
      ],
    ],
    [
      '4,372 customers in 3 segments',
      [
        ['4,372', true],
        ['3', true],
      ],
    ],
    ['4\u202f372 customers', [['4\u202f372', true]]],
    ['4,300 customers', [['4,300', false]]],
    ['about 4,400 customers', [['4,400', true]]],
    ['almost €8.9 million', [['8.9 million', true]]],
    [
      '12.3k orders, 12k orders, 13k orders',
      [
        ['12.3k', true],
        ['12k', true],
        ['13k', false],
      ],
    ],
    [
      'lies -1.64 or −1.6 deviations away',
      [
        ['1.64', true],
        ['1.6', true],
      ],
    ],
    [
      'It is 17.5. Then 18.',
      [
        ['17.5', true],
        ['18', true],
      ],
    ],
    [
      '£1,234 and £8,887,208.89, not £1,235',
      [
        ['1,234', false],
        ['8,887,208.89', true],
        ['1,235', false],
      ],
    ],
    [
      '4.4k customers, £12.3K and $8.9m, not 1.2k',
      [
        ['4.4k', true],
        ['12.3K', true],
        ['8.9m', true],
        ['1.2k', false],
      ],
    ],
    // A unit written once is meant of both numbers; 3 is a count, and no share.
    [
      '26–41 %, 3–26 %, 26 to 41 per cent, 26-41%',
      [
        ['26', true],
        ['41 %', true],
        ['3', false],
        ['26 %', true],
        ['26', true],
        ['41 per cent', true],
        ['26', true],
        ['41%', true],
      ],
    ],
    [
      'between 3 and 26 %, but 3 and 26 %',
      [
        ['3', false],
        ['26 %', true],
        ['3', true],
        ['26 %', true],
      ],
    ],
    [
      '£4.4–12.3k, 0.5 to 2.3×, 3 – 17.5',
      [
        ['4.4', true],
        ['12.3k', true],
        ['0.5', true],
        ['2.3×', true],
        ['3', true],
        ['17.5', true],
      ],
    ],
    ['No number here, nor in A1 or v2.3.4', []],
    ['1. First\n2) Second 3 of them', [['3', true]]],
  ])('looks up %s', (text, expected) => {
    expect(numbersIn(text)).toEqual(expected);
  });

  it('loses nothing of the text', () => {
    const words = fc.array(
      fc.oneof(
        fc.string(),
        fc.float().map(String),
        fc.constantFrom('12,345', ' %', '×', '1. ', 'about ', '\n'),
      ),
    );
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        expect(
          checkNumbers(text, figures)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('finds each figure rounded to any of its places', () => {
    const value = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(value, fc.integer({ min: 0, max: 6 }), (figure, places) => {
        const only = { percents: [], multiples: [], others: [figure], counted };
        expect(checkNumbers(`so ${figure.toFixed(places)} then`, only)[1]).toMatchObject({ ours: true });
      }),
    );
  });

  it('marks every number where there are no figures', () => {
    const none = { percents: [], multiples: [], others: [], counted };
    expect(checkNumbers('40 % of 12', none).filter(({ ours }) => ours)).toEqual([]);
  });
});
