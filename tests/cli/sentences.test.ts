import { describe, expect, it } from 'vitest';
import { sentenceFor } from '../../src/cli/sentences';

describe('sentenceFor', () => {
  it('names file, step, row and column in one line', () => {
    const details = { column: 'Amount', row: 1204, value: 'twelve\nand a half', count: 18, rows: 9800 };
    expect(sentenceFor({ code: 'text-in-number', details, step: 2 }, 'orders.csv')).toBe(
      'orders.csv: step 3: row 1204, column "Amount": "twelve\\nand a half" is not a number, and 17 more of 9800 rows',
    );
    expect(
      sentenceFor({ code: 'missing-column', details: { column: 'toString', file: 'b.csv' } }, 'a.csv'),
    ).toBe('b.csv: column "toString" is missing');
  });
});
