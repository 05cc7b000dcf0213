import { describe, expect, it } from 'vitest';
import { EngineError, Stopped } from '../../../src/engine/errors';
import { readTable } from '../../../src/engine/files/read-table';
import type { ByteSource } from '../../../src/engine/files/source';
import type { Progress, Work } from '../../../src/engine/work';
import { columnOf, columnNames } from '../../../src/engine/table/table';
import { fileOf, read } from '../../support/files';
import { cellsOf, tableEqual } from '../../support/tables';

const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

describe('readTable: missing marks', () => {
  it('finds them in columns of numbers, and then counts them in text too', async () => {
    const { table, report } = await read(csv('age,job', '30,NA', 'NA,clerk', '41,NA', '?,n/a'));
    expect(cellsOf(table)).toEqual({ age: [30, null, 41, null], job: [null, 'clerk', null, 'n/a'] });
    expect(report.options.missing).toEqual(['NA', '?']);
    expect(report.missingMarks).toEqual([
      { mark: 'NA', count: 3 },
      { mark: '?', count: 1 },
    ]);
  });

  it('leaves them alone where no column of numbers holds them', async () => {
    const { table, report } = await read(csv('country,n', 'NA,1', 'DE,2'));
    expect([...columnOf(table, 'country')]).toEqual(['NA', 'DE']);
    expect(report.missingMarks).toEqual([]);
  });

  it('finds one far behind the sample', async () => {
    const lines = Array.from({ length: 5000 }, (_, at) => `${at},a`);
    const { table, report } = await read(csv('x,y', ...lines, 'NULL,NULL'));
    expect(report.columns.map(({ kind }) => kind)).toEqual(['number', 'text']);
    expect(columnOf(table, 'y').at(5000)).toBe(null);
    expect(report.options.missing).toEqual(['NULL']);
  });

  it('takes only those it is told of', async () => {
    const { table } = await read(csv('x,y', '1,a', 'NA,b', 'gone,c'), {
      options: { missing: ['gone', 'b'] },
    });
    expect(cellsOf(table)).toEqual({ x: ['1', 'NA', null], y: ['a', null, 'c'] });
  });
});

describe('readTable: header and rows', () => {
  it('gives every column a name of its own, and reports the changes', async () => {
    const { table, report } = await read(csv(' a ,,a,a,a (2)', '1,2,3,4,5'));
    expect(columnNames(table)).toEqual(['a', 'Column 2', 'a (3)', 'a (4)', 'a (2)']);
    expect(report.renamed.map(({ from }) => from)).toEqual([' a ', '', 'a', 'a']);
  });

  it('stands hostile names', async () => {
    const { table } = await read(csv('__proto__,constructor,toString', '1,2,3'));
    expect(columnNames(table)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(columnOf(table, 'constructor').at(0)).toBe(2);
  });

  it('makes names up where there is no header', async () => {
    const { table, report } = await read(csv('5,ann,2.5', '6,bob,3', '7,cid,4'));
    expect(report.options.header).toBe(false);
    expect(cellsOf(table)).toEqual({
      'Column 1': [5, 6, 7],
      'Column 2': ['ann', 'bob', 'cid'],
      'Column 3': [2.5, 3, 4],
    });
  });

  it('fills short rows and keeps extra cells', async () => {
    const { table, report } = await read(csv('a,b,c', '1,2,3', '4', '5,6,7,8,9', '1,2,3,', '1,2,3'));
    expect(report.ragged).toEqual({ count: 3, firstRow: 2, firstCells: 1, expected: 3 });
    expect(cellsOf(table)).toEqual({
      a: [1, 4, 5, 1, 1],
      b: [2, null, 6, 2, 2],
      c: [3, null, 7, 3, 3],
      'Extra 1': [null, null, '8', null, null],
      'Extra 2': [null, null, '9', null, null],
    });
  });

  it('brings an extra column that appears late in line with the others', async () => {
    const lines = Array.from({ length: 9000 }, (_, at) => `${at},x`);
    const { table } = await read(csv('a,b', ...lines, '1,x,late'), {}, 10_000);
    const extra = columnOf(table, 'Extra 1');
    expect([extra.length, extra.at(0), extra.at(9000)]).toEqual([9001, null, 'late']);
  });

  it('passes over titles above the table', async () => {
    const { table, report } = await read(
      csv('Sales report', 'made in May,,', '', 'a,b,c', '1,2,3', '4,5,6', '7,8,9'),
    );
    expect(report.options.skip).toBe(3);
    expect(cellsOf(table)).toEqual({ a: [1, 4, 7], b: [2, 5, 8], c: [3, 6, 9] });
  });

  it('gives the same table however the bytes are cut', async () => {
    const text = csv(
      'id,day,"a ""b""",paid',
      '1,2020-01-31,"x, y",yes',
      '2,,"é\nü",no',
      '3,2020-02-01 10:00,日本,yes',
    );
    const whole = await read(text);
    for (const slice of [1, 2, 3, 7, 16]) {
      const { table, report } = await read(text, {}, slice);
      expect(report).toEqual(whole.report);
      tableEqual(table, whole.table);
    }
  });

  it('reads a column that is blank throughout as text', async () => {
    expect(await read(csv('x,y', ',1', ',2'))).toMatchObject({
      report: { columns: [{ kind: 'text' }, { kind: 'number' }] },
    });
  });
});

describe('readTable: what a recipe wants', () => {
  const text = csv('code,n,flag', '7,1,yes', '8,2,no');
  it('obeys text always', async () => {
    const { table } = await read(text, {
      kinds: new Map([
        ['n', 'text'],
        ['flag', 'text'],
      ]),
    });
    expect(cellsOf(table)).toEqual({ code: ['7', '8'], n: ['1', '2'], flag: ['yes', 'no'] });
  });

  it('tries other kinds first and gives way to text', async () => {
    const { table, report } = await read(text, {
      kinds: new Map([
        ['code', 'number'],
        ['flag', 'number'],
      ]),
    });
    expect(cellsOf(table)).toEqual({ code: [7, 8], n: [1, 2], flag: ['yes', 'no'] });
    expect(report.columns[2]!.kind).toBe('text');
  });
});

describe('readTable: encodings', () => {
  const text = 'name;town\nJosé;Köln\nZoë;Łódź\n';
  const utf16 = (little: boolean, bom: boolean) => {
    const bytes = Buffer.from((bom ? '\ufeff' : '') + text, 'utf16le');
    return little ? bytes : bytes.swap16();
  };
  it.each([
    ['utf-8', Buffer.from(text)],
    ['utf-8', Buffer.from(`\ufeff${text}`)],
    ['utf-16le', utf16(true, true)],
    ['utf-16be', utf16(false, true)],
    ['utf-16le', utf16(true, false)],
    ['utf-16be', utf16(false, false)],
  ])('knows and reads %s', async (encoding, bytes) => {
    for (const slice of [3, 1000]) {
      const { table, report } = await read(bytes, {}, slice);
      expect(report.options.encoding).toBe(encoding);
      expect(cellsOf(table)).toEqual({ name: ['José', 'Zoë'], town: ['Köln', 'Łódź'] });
    }
  });

  it('takes what is not UTF-8 for windows-1252', async () => {
    const { table, report } = await read(Buffer.from('name,price\nJosé,5 \x80\n', 'latin1'));
    expect(report.options.encoding).toBe('windows-1252');
    expect(cellsOf(table)).toEqual({ name: ['José'], price: [5] });
    expect(report.columns[1]).toMatchObject({ unit: '€' });
  });

  it('reads again where only the end of a long file is not UTF-8', async () => {
    const lines = Array.from({ length: 120_000 }, () => 'plain,1234');
    const { table, report } = await read(Buffer.from(csv('name,n', ...lines, 'José,1'), 'latin1'));
    expect(report.options.encoding).toBe('windows-1252');
    expect(columnOf(table, 'name').at(120_000)).toBe('José');
  });
});

describe('readTable: files it cannot use', () => {
  const codeOf = async (content: string | Uint8Array) => {
    const error = await read(content).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(EngineError);
    const { code, details } = error as EngineError;
    return [code, details];
  };
  it.each([
    ['an empty file', '', 'empty-file', {}],
    ['blank lines alone', '\n\n \n', 'empty-file', { bytes: 4 }],
    ['a header alone', 'customer,date,amount\n', 'header-only', {}],
    [
      'prose',
      'It was a dark night.\nNothing moved\nbut the wind in the old trees, of course.\n',
      'one-column',
      {},
    ],
    ['a JPEG', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16), 'not-a-table', { looksLike: 'jpeg' }],
    ['a PDF', '%PDF-1.7\n%âã', 'not-a-table', { looksLike: 'pdf' }],
    ['a workbook', 'PK\x03\x04....xl/workbook.xml', 'not-a-table', { looksLike: 'xlsx' }],
    [
      'rubbish',
      Uint8Array.from({ length: 4096 }, (_, at) => (at * 97 + (at >> 3) * 31) % 251),
      'not-a-table',
      { looksLike: 'binary' },
    ],
  ])('refuses %s', async (_what, content, code, details) => {
    expect(await codeOf(content)).toEqual([code, { file: 'orders.csv', ...details }]);
  });

  it('reads one column where the user says so, or where it makes sense alone', async () => {
    const prose = 'line\nIt was a dark night\nnothing moved\n';
    expect((await read(prose, { options: { delimiter: ',' } })).report.rows).toBe(2);
    expect((await read('email\nann@shop.example\nbob@shop.example\n')).report.columns[0]!.identifier).toBe(
      'email',
    );
  });

  it('tells of a source that gives less than it promised', async () => {
    const cut: ByteSource = { ...fileOf('a,b\n1,2\n'), size: 100 };
    await expect(readTable(cut, {}, { breathe: () => undefined, now: () => 0 })).rejects.toMatchObject({
      code: 'unreadable-file',
    });
  });
});

describe('readTable: progress', () => {
  const text = csv('a,b', ...Array.from({ length: 40_000 }, (_, at) => `${at},x`));
  it('tells how far it is and stops when asked', async () => {
    const seen: Progress[] = [];
    const work: Work = {
      now: () => 0,
      breathe: (progress) => {
        if (progress) seen.push(progress);
        return seen.length === 4 ? Promise.reject(new Stopped()) : undefined;
      },
    };
    await expect(readTable(fileOf(text), {}, work)).rejects.toBeInstanceOf(Stopped);
    expect(seen.map(({ rows }) => rows)).toEqual([0, 8192, 16_384, 24_576]);
    expect(seen[0]).toMatchObject({ phase: 'reading', total: text.length, unit: 'bytes' });
  });
});

describe('a quote that never closes', () => {
  it('is reported with the lines it took into its cell', async () => {
    const { report, table } = await read('who,said\na,x\nb,"y\nc,z\nd,w\n');
    expect(table.totalRows()).toBe(2);
    expect(report.unclosedQuote).toEqual({ row: 2, lines: 2 });
  });

  it('is nothing to report where it closes, or where no line follows', async () => {
    expect((await read('who,said\na,"x\ny"\nb,z\n')).report.unclosedQuote).toBeNull();
    expect((await read('who,said\na,x\nb,"y')).report.unclosedQuote).toBeNull();
  });
});
