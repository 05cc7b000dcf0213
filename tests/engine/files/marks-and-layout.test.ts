import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadOptions } from '../../../src/engine/files/read-options';
import { carefulScan } from '../../../src/engine/files/scan-careful';
import { delimitedScan } from '../../../src/engine/files/scan-records';
import { cellTexts } from '../../../src/engine/files/sample-records';
import { sniff } from '../../../src/engine/files/sniff';
import { CellBlock } from '../../../src/engine/table/build/cell-block';
import { columnNames } from '../../../src/engine/table/table';
import { read, records } from '../../support/files';

const lines = (...all: string[]) => `${all.join('\n')}\n`;
const found = (text: string, chosen: Partial<ReadOptions> = {}) => {
  const bytes = new TextEncoder().encode(text);
  return sniff(bytes, bytes.length, chosen);
};
/** The records as the sniffed options read them, in slices of every length from one byte. */
const readAll = async (text: string) => {
  const { options } = found(text);
  const whole = await records(text, options);
  for (const slice of [1, 2, 3, 7]) expect(await records(text, options, slice)).toEqual(whole);
  return { options, whole };
};

describe('sniff: marks', () => {
  it.each([
    ['1.221,60 €', ','],
    ['€ 999,13', ','],
    ['12,5 %', ','],
    ['$1,221.60', '.'],
    ['1.221 €', '.'],
  ])('finds the decimal mark of amounts such as %s', (amount, decimal) => {
    expect(found(lines('id;price', `a;${amount}`, `b;${amount}`)).options.decimal).toBe(decimal);
  });

  it.each(['^', '~', '#', '¦', '§', '||', '::'])('finds the odd separator %s', async (mark) => {
    const text = lines(`id${mark}day`, `C1${mark}2025-01-02`, `C2${mark}2025-01-03`);
    const { options, whole } = await readAll(text);
    expect(options.delimiter).toBe(mark);
    expect(whole).toEqual([
      ['id', 'day'],
      ['C1', '2025-01-02'],
      ['C2', '2025-01-03'],
    ]);
  });

  it.each([
    ['times', lines('at', '12:30', '13:45', '14:00')],
    ['addresses', lines('page', 'https://a.example/x', 'https://b.example/y')],
    ['e-mails', lines('email', 'ann@shop.example', 'bob@shop.example')],
  ])('does not split %s', (_what, text) => {
    expect(found(text).separated).toBe(false);
  });

  it('takes an escaped quote for a character, and an escaped escape', async () => {
    const { options, whole } = await readAll(
      lines('a,b', '"5\\" pipe, black",1', '"x",2', '"back\\\\slash",3'),
    );
    expect(options.escape).toBe('\\');
    expect(whole.slice(1)).toEqual([
      ['5" pipe, black', '1'],
      ['x', '2'],
      ['back\\slash', '3'],
    ]);
  });

  it('leaves a backslash alone that stands before a closing quote', () => {
    const text = lines('folder,size', '"C:\\data\\",1', '"C:\\more\\",2', '"D:\\",3');
    expect(found(text).options.escape).toBe(undefined);
  });

  it('passes over blanks behind delimiters where they stand everywhere', async () => {
    const { options, whole } = await readAll(lines('a, b, c', '1, "x, y", 3', '2, "z", 4'));
    expect(options).toMatchObject({ delimiter: ',', trim: true });
    expect(whole[1]).toEqual(['1', 'x, y', '3']);
    expect(found(lines('a,b', '1, x', '2,y', '3,z')).options.trim).toBe(undefined);
  });

  it('passes over comment lines wherever they stand, and counts them', async () => {
    const text = lines('# made by hand', 'a,b', '1,2', '# "odd', '3,4', '# end');
    const { options, whole } = await readAll(text);
    expect(options.comment).toBe('#');
    expect(whole).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(found(text).evidence.comments).toEqual({ comment: '#', lines: 3, example: '# made by hand' });
  });

  it('does not take a name or cells that begin with # for comments', () => {
    expect(found(lines('#,name', '1,a', '2,b')).options.comment).toBe(undefined);
    expect(found(lines('id,name', '#1,a', '2,b', '3,c')).options.comment).toBe(undefined);
  });

  it('keeps what it tried, best first', () => {
    const { evidence } = found(lines('a;b;c', '1,5;x;2', '2,5;y;3'));
    expect(evidence.delimiter.tried[0]).toMatchObject({ delimiter: ';', width: 3, alike: 1 });
    expect(evidence.decimal).toEqual({ comma: 2, point: 0 });
    expect(evidence.delimiter.why).toBe('scored');
  });
});

describe('sniff: layout', () => {
  it('joins several header lines, and spreads groups over their columns', async () => {
    const text = lines(
      ',2019,,2020,',
      'town,sales,cost,sales,cost',
      'York,1,2,3,4',
      'Hull,5,6,7,8',
      'Ely,1,1,1,1',
    );
    const { options, whole } = await readAll(text);
    expect(options).toMatchObject({ header: true, headerRows: 2 });
    expect(whole[0]).toEqual(['town', '2019 sales', '2019 cost', '2020 sales', '2020 cost']);
    const { table, report } = await read(text);
    expect(columnNames(table)).toEqual(whole[0]);
    expect(report.rows).toBe(3);
  });

  it('takes one line of words above numbers for one header', () => {
    expect(found(lines('a,b', 'x,1', 'y,2', 'z,3', 'w,4')).options.headerRows).toBe(undefined);
    expect(found(lines('a,b', 'x,y', 'y,z', 'z,x', 'w,w')).options.headerRows).toBe(undefined);
  });

  it('leaves notes below the table out, and shows them', async () => {
    const text = lines(
      'day,item,n',
      '2025-01-02,a,1',
      '2025-01-03,b,2',
      '2025-01-04,c,3',
      '',
      'Source: our own books',
      '* without returns, as agreed',
    );
    const { options, whole } = await readAll(text);
    expect(options.footer).toBe(2);
    expect(whole.length).toBe(4);
    expect(found(text).evidence.footnotes).toEqual(['Source: our own books', '* without returns, as agreed']);
  });

  it('takes neither a total nor a short row of values for a note', () => {
    const rows = ['day,item,n', '2025-01-02,a,1', '2025-01-03,b,2', '2025-01-04,c,3'];
    expect(found(lines(...rows, 'Total,,6')).options.footer).toBe(undefined);
    expect(found(lines(...rows, '2025-01-05')).options.footer).toBe(undefined);
  });

  it('finds notes at the end of a file that is longer than what is looked at, in UTF-16 too', async () => {
    const row = '2025-01-02,some item or other,1\n';
    const text = `day,item,n\n${row.repeat(45_000)}Source: our own books of the year\n`;
    expect((await read(text)).report).toMatchObject({ rows: 45_000, options: { footer: 1 } });
    const wide = new Uint8Array(new Uint16Array([...text].map((letter) => letter.charCodeAt(0))).buffer);
    expect((await read(wide)).report).toMatchObject({
      rows: 45_000,
      options: { encoding: 'utf-16le', footer: 1 },
    });
  });
});

describe('carefulScan', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b1', ',', ',', '"', '""', '\n', '\r\n', '\r', ' ', 'é', '\\'), {
      maxLength: 40,
    })
    .map((parts) => parts.join(''));
  const scanned = (scan: ReturnType<typeof delimitedScan>, content: string) => {
    const bytes = new TextEncoder().encode(content);
    const block = new CellBlock(100, 200);
    block.bytes = new Uint8Array([...bytes, 0x0a]);
    scan(block, 0, bytes.length, true);
    block.resolveDoubled(0x22);
    return cellTexts(block);
  };

  it('reads as the plain scanner does where nothing is escaped nor trimmed', () => {
    const dialect = { delimiter: 0x2c, quote: 0x22 };
    fc.assert(
      fc.property(text, (content) => {
        const careful = carefulScan({ ...dialect, escape: -1, trim: false });
        expect(scanned(careful, content)).toEqual(scanned(delimitedScan(dialect), content));
      }),
    );
  });
});

describe('readTable with the options of an older recipe', () => {
  it('reads on as it did: what the recipe does not say is not there', async () => {
    const text = lines(
      'day,item,n',
      '# one',
      '2025-01-02,a,1',
      '2025-01-03,b,2',
      'Source: our own old books',
    );
    const { encoding, delimiter, quote, skip, header, decimal, missing } = found(text).options;
    const { report } = await read(text, {
      options: { encoding, delimiter, quote, skip, header, decimal, missing },
    });
    expect(report.rows).toBe(4);
    expect(Object.keys(report.options).sort()).toEqual(
      ['decimal', 'delimiter', 'encoding', 'header', 'missing', 'quote', 'skip'].sort(),
    );
  });
});

describe('sniff: a separator that is said', () => {
  it('is tried along with the others, so that its evidence can be shown', () => {
    const { evidence } = found(lines('a%b;c', '1%2;3'), { delimiter: '%' });
    expect(evidence.delimiter.tried.find(({ delimiter }) => delimiter === '%')).toMatchObject({ width: 2 });
  });
});
