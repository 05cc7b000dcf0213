import { describe, expect, it } from 'vitest';
import { checkNumbers } from '../../../src/ui/ai/check-numbers';
import { figuresOf } from '../../../src/ui/ai/figures';
import { numbersWords } from '../../../src/ui/text/ai';
import { told } from '../fixtures/segmentation-told';

const figures = figuresOf(told);
const [first] = told.segments;

describe('figuresOf', () => {
  it('holds what the charts print', () => {
    const { size, share, revenueShare, index, positions } = first!;
    const text = [
      `A has ${size} customers, ${(share * 100).toFixed(1)} %,`,
      `and brings ${((revenueShare ?? 0) * 100).toFixed(0)} % of the money,`,
      `${(index['frequency'] ?? 0).toFixed(1)} times the orders, ${positions['frequency']!.toFixed(2)} deviations away.`,
    ].join(' ');
    const numbers = checkNumbers(text, figures).filter(({ ours }) => ours !== undefined);
    expect(numbers.map(({ ours }) => ours)).toEqual([true, true, true, true, true]);
  });

  it('does not hold what nobody measured', () => {
    const pieces = checkNumbers('A spends 73.21 % more and 917,331 in all.', figures);
    expect(pieces.filter(({ ours }) => ours === false).map(({ text }) => text)).toEqual([
      '73.21 %',
      '917,331',
    ]);
    expect(numbersWords(pieces)).toBe('None of its 2 numbers is among our figures; all are marked.');
  });

  it('says that numbers in words are not looked up, where there are any', () => {
    const said = (text: string) => numbersWords(checkNumbers(text, figures));
    expect(said('A brings three quarters.')).toBe(
      'It holds no number in digits. Numbers in words are not looked up.',
    );
    expect(said('A is one of the best, 73.21 % more than the others, in the second row.')).not.toContain(
      'in words',
    );
  });

  it('holds numbers alone', () => {
    const all = [...figures.percents, ...figures.multiples, ...figures.others];
    expect(all.filter((figure) => !Number.isFinite(figure))).toEqual([]);
  });
});
