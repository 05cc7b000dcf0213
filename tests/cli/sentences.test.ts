import { describe, expect, it } from 'vitest';
import { joinedSource } from '../../src/cli/joined-source';
import { sentenceFor } from '../../src/cli/sentences';
import { bytesSource, type ReadOptions } from '../../src/engine/index';

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

describe('joinedSource', () => {
  const options: ReadOptions = {
    encoding: 'utf-8',
    delimiter: ',',
    quote: '"',
    skip: 0,
    header: true,
    decimal: '.',
    missing: [],
  };
  const source = (text: string) => bytesSource('x.csv', new TextEncoder().encode(text));
  const joined = async (...files: readonly (readonly [text: string, change?: Partial<ReadOptions>])[]) => {
    const whole = await joinedSource(
      files.map(([text]) => source(text)),
      files.map(([, change]) => ({ ...options, ...change })),
    );
    return { whole, text: new TextDecoder().decode(await whole.read(0, whole.size)) };
  };

  it('drops the header of all but the first and mends a missing line end', async () => {
    const { text } = await joined(['a,b\n1,2'], ['a,b\r\n3,4\r\n'], ['\uFEFFa,b\n5,6\n']);
    expect(text).toBe('a,b\n1,2\n3,4\r\n5,6\n');
  });

  it('passes over preambles, quoted line ends in headers, and keeps files without a header whole', async () => {
    expect((await joined(['a\n1\n'], ['title\n"a\nb"\n2\n', { skip: 1 }])).text).toBe('a\n1\n2\n');
    expect((await joined(['1\n', { header: false }], ['2\n', { header: false }])).text).toBe('1\n2\n');
  });

  it('reads any stretch across the seams', async () => {
    const { whole, text } = await joined(['a\n1'], ['a\n22\n'], ['a\n333']);
    for (let start = 0; start < text.length; start++) {
      const bytes = await whole.read(start, start + 4);
      expect(new TextDecoder().decode(bytes)).toBe(text.slice(start, start + 4));
    }
  });
});
