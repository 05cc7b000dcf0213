import { describe, expect, it } from 'vitest';
import { spacedWords } from '../../../src/ui/charts/pixel-chart';
import { periodTick } from '../../../src/ui/text/periods';

const monthsFrom = (year: number, month: number, many: number, step: number) => {
  const starts = Array.from({ length: many }, (_, i) => Date.UTC(year, month + i));
  return starts.map((start, i) => ({ x: 40 + i * step, text: periodTick(start, 'month', starts, i) }));
};
const texts = (words: { text: string }[]) => words.map(({ text }) => text);

describe('words below months', () => {
  it('are all there where they have room', () => {
    expect(texts(spacedWords(monthsFrom(2019, 0, 13, 90)))).toHaveLength(13);
  });

  it('have the years, and months at the same places in each of them', () => {
    expect(texts(spacedWords(monthsFrom(2019, 0, 27, 24)))).toEqual([
      ...['Jan 2019', 'Apr', 'Jul', 'Oct'],
      ...['Jan 2020', 'Apr', 'Jul', 'Oct'],
      'Jan 2021',
    ]);
  });

  it('have years alone where months would mean another one', () => {
    expect(texts(spacedWords(monthsFrom(2019, 0, 59, 5)))).toEqual(['Jan 2019', 'Jan 2021', 'Jan 2023']);
  });

  it('leave out a year that ends at once', () => {
    expect(texts(spacedWords(monthsFrom(2010, 11, 13, 30)))).toEqual(['Jan 2011', 'Apr', 'Jul', 'Oct']);
  });

  it('never touch each other', () => {
    for (const step of [3, 5, 9, 14, 25, 40, 70])
      for (const many of [13, 30, 59, 200]) {
        const kept = spacedWords(monthsFrom(2003, 8, many, step));
        const gaps = kept.slice(1).map(({ x }, i) => x - kept[i]!.x);
        expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual('Jan 2019'.length * 6.8);
      }
  });
});
