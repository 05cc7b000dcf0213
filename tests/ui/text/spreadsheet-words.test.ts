import { describe, expect, it } from 'vitest';
import type { ReadReport } from '../../../src/engine/index';
import { readingLine, sheetLabel } from '../../../src/ui/text/check';
import { errorText } from '../../../src/ui/text/errors';

const report = (sheet: NonNullable<ReadReport['sheet']>): ReadReport => ({
  name: 'shop.xlsx',
  bytes: 48_000_000,
  rows: 2,
  options: {
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    skip: 2,
    header: true,
    decimal: '.',
    missing: [],
    sheet: sheet.name,
  },
  sheet,
  missingMarks: [],
  columns: [],
  unclosedQuote: null,
  ragged: null,
  renamed: [],
});

describe('readingLine of a spreadsheet', () => {
  it('names the sheet, how many there are, and errors read as blanks', () => {
    const only = report({ format: 'xls', name: 'Orders', others: [], errors: 0 });
    expect(readingLine(only)).toMatch(/· Excel, sheet 'Orders', names in row 3$/);
    const others = [{ name: 'Notes', rows: 1 }];
    const several = report({ format: 'ods', name: 'Orders', others, errors: 2 });
    expect(readingLine(several)).toMatch(
      /· OpenDocument, sheet 'Orders', one of 2, 2 errors as blanks, names in row 3$/,
    );
  });
});

describe('sheetLabel', () => {
  it('says how many rows there are', () => {
    expect(sheetLabel('Notes', 1)).toBe('Notes, 1 row');
    expect(sheetLabel('Orders', 1200)).toBe('Orders, 1,200 rows');
    expect(sheetLabel('Orders', null)).toBe('Orders');
  });
});

describe('errorText of a spreadsheet', () => {
  it.each([
    ['password', /^shop\.xlsx is protected with a password\. Save it without one/],
    ['damaged', /^shop\.xlsx begins as a spreadsheet does, but the rest is damaged or missing\./],
    ['no-such-sheet', /^shop\.xlsx has no sheet named 'October', and more than one other\./],
  ])('says what to do about %s', (reason, sentence) => {
    const details = { file: 'shop.xlsx', reason, sheet: 'October' };
    expect(errorText({ code: 'unreadable-file', details, step: null }).sentence).toMatch(sentence);
  });
});
