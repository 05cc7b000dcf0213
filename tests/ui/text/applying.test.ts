import { beforeAll, describe, expect, it } from 'vitest';
import { comparisonHeadline, differenceLines, waitingSentence } from '../../../src/ui/text/applying';
import { useLocale } from '../../../src/ui/text/format';
import type { Compared } from '../../../src/workers/recipe-api';

beforeAll(() => useLocale('en-GB'));

type Difference = Compared['differences'][number];
const difference = (
  code: Difference['code'],
  column: string,
  severity: Difference['severity'],
  details: Difference['details'] = {},
  file: string | null = null,
): Difference => ({ code, column, severity, details, file });
const compared = (differences: readonly Difference[], unlike: Compared['unlike'] = []): Compared => ({
  differences,
  unlike,
  names: [],
  spare: [],
  refused: null,
  madeFrom: 'may.csv',
  learnt: true,
});

describe('differenceLines', () => {
  it('says together what nothing depends on', () => {
    const lines = differenceLines(
      compared([
        difference('missing', 'customer', 'breaks'),
        difference('missing', 'note', 'note'),
        ...['a', 'b', 'c'].map((column) => difference('new', column, 'note')),
      ]),
    );
    expect(lines.map(({ text, meaning }) => [text, meaning])).toEqual([
      ['customer is not in the file.', 'The recipe needs it.'],
      ['note is not in the file.', 'Nothing depends on it.'],
      ['a, b and c are new.', 'Not used.'],
    ]);
  });

  it('names a few of many new columns, and the file where there are several', () => {
    const many = Array.from({ length: 40 }, (_, i) => difference('new', `c${i}`, 'note'));
    const lines = differenceLines(
      compared([difference('kind', 'day', 'breaks', { was: 'date', is: 'text' }, 'june.csv'), ...many]),
    );
    expect(lines.map(({ text }) => text)).toEqual([
      'june.csv: day was read as date and is text here.',
      'c0, c1, c2, c3, c4, c5, c6, c7 and 32 others are new.',
    ]);
  });

  it('says how a file had to be read otherwise', () => {
    const file = 'june.csv';
    const lines = differenceLines(
      compared(
        [],
        [
          { option: 'delimiter', was: ';', is: ',', file },
          { option: 'skip', was: 2, is: 1, file },
          { option: 'header', was: true, is: false, file },
          { option: 'sheet', was: 'May', is: 'June', file },
        ],
      ),
    );
    expect(lines.map(({ text }) => text)).toEqual([
      'june.csv has comma between its cells, not semicolon.',
      'june.csv has 1 line above its table, not 2.',
      'june.csv does not name its columns, as the recipe’s file did.',
      'june.csv has no sheet May; June is read.',
    ]);
  });

  it('gives each line a key of its own', () => {
    const lines = differenceLines(
      compared([
        difference('range', 'amount', 'differs', { count: 1, least: 0, most: 1, value: 9 }, 'a.csv'),
        difference('range', 'amount', 'differs', { count: 1, least: 0, most: 1, value: 9 }, 'b.csv'),
      ]),
    );
    expect(new Set(lines.map(({ key }) => key)).size).toBe(2);
  });
});

describe('comparisonHeadline', () => {
  const of = (weighty: number, renamed: number) =>
    comparisonHeadline(
      compared(Array.from({ length: weighty }, (_, i) => difference('range', `c${i}`, 'differs'))),
      'may.csv',
      renamed,
    );
  it('asks of other names, and counts what differs', () => {
    expect(of(0, 0)).toBe('This file is like may.csv, for which the steps were made.');
    expect(of(1, 0)).toBe('One thing differs from may.csv.');
    expect(of(12, 0)).toBe('12 things differ from may.csv.');
    expect(of(0, 1)).toBe('One column has another name than in may.csv. Is it the right one?');
    expect(of(2, 3)).toBe(
      'Three columns have other names than in may.csv, and two things differ. Are they the right ones?',
    );
  });
});

describe('comparisonHeadline of what cannot run', () => {
  it('names what is needed', () => {
    const of = (...columns: string[]) =>
      comparisonHeadline(
        compared(columns.map((column) => difference('missing', column, 'breaks'))),
        'may.csv',
        2,
      );
    expect(of('price')).toBe('The steps need price, as may.csv had it. Which column is it here?');
    expect(of('price', 'day')).toBe(
      'The steps need price and day, as may.csv had them. Which columns are they here?',
    );
  });
});

describe('waitingSentence', () => {
  it('says what waits and for what', () => {
    expect(waitingSentence({ madeFrom: ['may.csv'], steps: 6, learnt: true })).toBe(
      '6 steps made for may.csv, with what they learnt, wait for a file. Choose it, or drop it here; what differs is said before anything runs.',
    );
  });
});
