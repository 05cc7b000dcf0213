import { beforeAll, describe, expect, it } from 'vitest';
import type { ColumnReading } from '../../../src/engine/index';
import {
  dayQuestion,
  fitsLine,
  misfitsLine,
  swappedFormat,
  understoodText,
  wayLabel,
  whySentence,
} from '../../../src/ui/text/column-ways';
import { useLocale } from '../../../src/ui/text/format';

beforeAll(() => useLocale('en-GB'));

const reading = (change: Partial<ColumnReading>): ColumnReading => ({
  name: 'x',
  kind: 'text',
  format: null,
  ambiguous: false,
  stoppers: null,
  identifier: null,
  ...change,
});
const why = (code: NonNullable<ColumnReading['why']>['code'], details = {}, fits = 3, of = 3) => ({
  why: { code, fits, of, details },
});

describe('wayLabel', () => {
  it.each([
    [{ kind: 'number', format: null }, 'A number'],
    [{ kind: 'number', format: '1.234,56 €' }, 'A number, written 1.234,56 €'],
    [{ kind: 'date', format: 'DD/MM/YY' }, 'A date, day first (DD/MM/YY)'],
    [{ kind: 'date', format: 'MM/DD/YYYY HH:mm' }, 'A date, month first (MM/DD/YYYY HH:mm)'],
    [{ kind: 'date', format: 'YYYY-MM-DD' }, 'A date, written YYYY-MM-DD'],
    [{ kind: 'date', format: 'excel-serial' }, 'A date, counted in days as Excel does'],
    [{ kind: 'boolean', format: '0/1' }, 'Yes or no, written 1 and 0'],
    [{ kind: 'text', format: null }, 'Text'],
  ] as const)('says %o', (way, label) => expect(wayLabel(way)).toBe(label));
});

describe('whySentence', () => {
  it.each([
    [reading({ kind: 'number', ...why('all-fit') }), 11, 'A number: all 3 cells fit. 11 cells are blank.'],
    [reading({ kind: 'number', ...why('chosen', {}, 2) }), 0, 'A number, as you said: 2 of 3 cells fit.'],
    [
      reading({ kind: 'date', format: 'DD/MM/YY', ...why('day-settled', { place: 'first' }) }),
      0,
      'A date, day first (DD/MM/YY): all 3 cells fit, and above 12 stands only what comes first. Years 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068.',
    ],
    [
      reading(why('in-the-way', { kind: 'number', count: 1 })),
      1,
      'Text: 1 cell is no number. 1 cell is blank.',
    ],
    [reading(why('identifier', { identifier: 'phone' })), 0, 'Text: they are telephone numbers.'],
    [
      reading({ kind: 'boolean', ...why('two-words', { no: 'Nein', yes: 'Ja' }) }),
      0,
      "Yes or no: every cell says 'Ja' or 'Nein'.",
    ],
    [reading(why('blank', {}, 0, 0)), 3, 'Text: there is nothing in it.'],
    [reading(why('words')), 0, 'Text: its cells are neither all numbers nor all dates.'],
    [reading({}), 0, 'x is text.'],
  ])('says why', (column, missing, sentence) => expect(whySentence(column, missing)).toBe(sentence));
});

describe('fitsLine', () => {
  it.each([
    [3000, 3000, false, 'all 3,000 cells fit'],
    [2998, 3000, false, '2,998 of 3,000 cells fit'],
    [1, 3, false, '1 of 3 cells fits'],
    [0, 3, false, 'none of 3 cells fit'],
    [1000, 1000, true, 'all of the first 1,000 cells fit'],
    [1, 1, false, 'the one cell fits'],
    [0, 0, false, 'nothing in it'],
  ])('%s of %s', (fits, of, sampled, line) => expect(fitsLine({ fits, of, sampled })).toBe(line));
});

describe('dayQuestion', () => {
  it('asks about one date in both readings, whichever it was read in', () => {
    const asked = { written: '03/04/2025', dayFirst: '3 April', monthFirst: 'March 4' };
    expect(dayQuestion('DD/MM/YYYY', Date.UTC(2025, 3, 3))).toEqual(asked);
    expect(dayQuestion('MM/DD/YYYY HH:mm', Date.UTC(2025, 2, 4, 8))).toEqual(asked);
    expect(dayQuestion('DD.MM.YY', Date.UTC(2025, 3, 3)).written).toBe('03.04.25');
  });

  it('knows the other order', () => {
    expect(['DD/MM/YY HH:mm', 'MM-DD-YYYY', 'YYYY-MM-DD'].map(swappedFormat)).toEqual([
      'MM/DD/YY HH:mm',
      'DD-MM-YYYY',
      'YYYY-MM-DD',
    ]);
  });
});

describe('the preview', () => {
  const trial = {
    kind: 'number' as const,
    format: null,
    unit: null,
    hasTime: false,
    fits: 2,
    of: 3,
    missing: 0,
    whole: true,
    first: [{ row: 2, value: 'two' }],
    cells: [{ row: 1, written: '1,5', value: 1.5 }],
  };

  it('prints cells as the table does', () => {
    expect(understoodText(trial, 1234.5)).toBe('1,234.5');
    expect(understoodText(trial, null)).toBe('blank');
    expect(understoodText({ ...trial, kind: 'date' }, Date.UTC(2025, 2, 4))).toBe('4 Mar 2025');
    expect(understoodText({ ...trial, kind: 'boolean' }, true)).toBe('yes');
  });

  it('names the cells that do not fit by their rows in the file', () => {
    expect(misfitsLine(trial, (row) => row + 1)).toBe(
      "1 cell does not fit and would be blank: row 3 says 'two'.",
    );
    expect(misfitsLine({ ...trial, fits: 3 }, (row) => row)).toBe('');
  });
});
