import { describe, expect, it } from 'vitest';
import type { ReadReport } from '../../../src/engine/index';
import { readingLine, sheetLabel } from '../../../src/ui/text/check';
import { sheetFindings } from '../../../src/engine/insight/sheet-findings';
import { errorText } from '../../../src/ui/text/errors';
import { findingText } from '../../../src/ui/text/findings';

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
    const part = report({ format: 'xlsx', name: 'Orders', others: [], errors: 0, range: 'A6:C15' });
    expect(readingLine(part)).toMatch(/· Excel, sheet 'Orders', A6:C15, names in row 3$/);
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
    expect(sheetLabel('Secret', 3, true)).toBe('Secret, 3 rows, hidden');
  });
});

describe('findingText of a spreadsheet', () => {
  it('says what stands on the sheet beside the table, and what became of it', () => {
    const sheet = {
      ...({ format: 'xlsx', name: 'Orders', others: [], errors: 1, hiddenRows: 2, mergedNames: 4 } as const),
      range: 'A6:C15',
      otherTables: ['A1:B4', 'E1:F2', 'H1:I2', 'K1:L2'].map((range) => ({ range, rows: 3 })),
    };
    const found = sheetFindings(report(sheet)).map((one) => [one.count, findingText(one).sentence]);
    expect(found).toEqual([
      [4, 'other tables stand on the sheet (A1:B4, E1:F2, H1:I2 …; 12 rows)'],
      [1, 'cell holds an error such as #N/A or #DIV/0!'],
      [2, 'rows are hidden in the workbook'],
      [4, 'columns have a name from merged cells'],
    ]);
    expect(findingText(sheetFindings(report(sheet))[0]!).effect).toBe(
      'Left out: only the largest, in A6:C15, is read.',
    );
  });
});

describe('errorText of a spreadsheet', () => {
  it.each([
    ['password', /^shop\.xlsx is protected with a password\. Save it without one/],
    ['damaged', /^shop\.xlsx begins as a spreadsheet does, but the rest is damaged or missing\./],
    ['too-packed', /^shop\.xlsx unpacks to far more than any table needs, .* save it again/],
    ['no-such-sheet', /^shop\.xlsx has no sheet named 'October', and more than one other\./],
  ])('says what to do about %s', (reason, sentence) => {
    const details = { file: 'shop.xlsx', reason, sheet: 'October' };
    expect(errorText({ code: 'unreadable-file', details, step: null }).sentence).toMatch(sentence);
  });
});
