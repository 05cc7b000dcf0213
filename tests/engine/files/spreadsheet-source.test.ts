import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CFB, utils, write, type BookType, type CellObject, type WorkSheet } from 'xlsx';
import { EngineError } from '../../../src/engine/errors';
import { labelSource } from '../../../src/engine/files/label-source';
import { openTable } from '../../../src/engine/files/open-table';
import { bytesSource, type ByteSource } from '../../../src/engine/files/source';
import { tableSource } from '../../../src/engine/files/spreadsheet-source';
import { columnNames, columnOf } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { fileOf, hasRealFiles, realFile, written } from '../../support/files';

type Cells = (string | number | boolean | CellObject | null)[][];
const sheetOf = (cells: Cells): WorkSheet => utils.aoa_to_sheet(cells);
const date = (v: number, z = 'yyyy-mm-dd'): CellObject => ({ t: 'n', v, z });
const error = (v: number): CellObject => ({ t: 'e', v });

interface Book {
  type?: BookType;
  date1904?: boolean;
  hidden?: readonly string[];
}

/** A workbook with these sheets, as a file. */
function bookOf(sheets: Record<string, Cells | WorkSheet>, { type = 'xlsx', date1904, hidden }: Book = {}) {
  const book = utils.book_new();
  for (const [name, cells] of Object.entries(sheets))
    utils.book_append_sheet(book, Array.isArray(cells) ? sheetOf(cells) : cells, name);
  book.Workbook = {
    WBProps: { date1904: date1904 === true },
    Sheets: book.SheetNames.map((name) => ({ Hidden: hidden?.includes(name) ? 1 : 0 })),
  };
  const bytes = new Uint8Array(write(book, { type: 'array', bookType: type }) as ArrayBuffer);
  return bytesSource(`orders.${type}`, bytes);
}

async function textOf(source: ByteSource, sheet?: string): Promise<string[]> {
  const text = await tableSource(source, { sheet }, unwatched);
  const bytes = await text.source.read(0, text.source.size);
  return new TextDecoder().decode(bytes).trimEnd().split('\n');
}

const sheetsOf = async (source: ByteSource) => (await tableSource(source, {}, unwatched)).spreadsheet!;
const thrownBy = async (work: Promise<unknown>): Promise<unknown> => {
  const thrown = await work.catch((error: unknown) => error);
  return thrown instanceof EngineError ? [thrown.code, thrown.details['reason'] ?? null] : thrown;
};

// SheetJS remarks on the formats it writes into .ods files.
beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined));

const ORDERS: Cells = [
  ['customer', 'date', 'amount', 'code', 'gift', 'share'],
  [
    'C1',
    date(40_878.535_416_666_665, 'yyyy-mm-dd hh:mm:ss'),
    12.5,
    '007',
    true,
    { t: 'n', v: 0.19, z: '0%' },
  ],
  ['C2', date(40_879, 'yyyy-mm-dd hh:mm:ss'), 1e-7, '"a", b', false, { t: 'n', v: 1, z: '0%' }],
];
const ORDERS_TEXT = [
  'customer,date,amount,code,gift,share',
  'C1,2011-12-01 12:51:00,12.5,007,TRUE,0.19',
  'C2,2011-12-02 00:00:00,1e-7,"""a"", b",FALSE,1',
];

describe('tableSource', () => {
  it.each(['xlsx', 'xlsm', 'xlsb', 'xls', 'ods'] as const)(
    'writes the cells of an .%s file',
    async (type) => {
      const source = bookOf({ Orders: ORDERS }, { type });
      // An .ods file has no bare times of midnight: its dates are days where they can be.
      expect((await textOf(source)).map((line) => line.replace('02 00:00:00', '02'))).toEqual(
        ORDERS_TEXT.map((line) => line.replace('02 00:00:00', '02')),
      );
    },
  );

  it('gives back what is no spreadsheet', async () => {
    const source = fileOf('customer,amount\nC1,2\n');
    expect(await tableSource(source, {}, unwatched)).toEqual({ source, spreadsheet: null });
    const product = fileOf('PK,amount\nPK-17,2\n');
    expect(await tableSource(product, {}, unwatched)).toEqual({ source: product, spreadsheet: null });
  });

  it('refuses an archive that was cut short', async () => {
    const zip = fileOf('PK\x03\x04 letters in an archive', 'letters.zip');
    await expect(tableSource(zip, {}, unwatched)).rejects.toMatchObject({
      code: 'unreadable-file',
      details: { file: 'letters.zip', reason: 'damaged-archive' },
    });
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const source = bookOf({ Orders: [['date'], [date(0)], [date(39_417)]] }, { date1904: true });
    expect(await textOf(source)).toEqual(['date', '1904-01-01', '2011-12-02']);
  });

  it('reads errors as missing and counts them', async () => {
    const source = bookOf({
      Orders: [
        ['customer', 'amount'],
        ['C1', error(7)],
        ['C2', error(42)],
        ['C3', 4],
      ],
    });
    expect(await textOf(source)).toEqual(['customer,amount', 'C1,', 'C2,', 'C3,4']);
    expect((await sheetsOf(source)).errors).toBe(2);
  });

  it('keeps a row without anything as an empty line, and leaves empty columns at the sides out', async () => {
    const cells: Cells = [[null], [null, 'a', 'b', null], [null], [null, 1, null, null], [null, null, 2, '']];
    expect(await textOf(bookOf({ Orders: cells }))).toEqual(['', 'a,b', '', '1,', ',2']);
  });

  it('puts the value of merged cells into the first', async () => {
    const sheet = sheetOf([
      ['north', null],
      ['customer', 'amount'],
      ['C1', 2],
    ]);
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }];
    expect(await textOf(bookOf({ Orders: sheet }))).toEqual(['north,', 'customer,amount', 'C1,2']);
  });

  it('takes the fullest visible sheet and lists hidden ones last', async () => {
    const long = [['x'], ...Array.from({ length: 30 }, (_, at) => [at])];
    const source = bookOf(
      { Secret: long, Cover: [['Report']], Orders: ORDERS, Empty: [] },
      { hidden: ['Secret'] },
    );
    expect(await sheetsOf(source)).toMatchObject({
      sheet: 'Orders',
      sheets: [
        { name: 'Cover', rows: 1 },
        { name: 'Orders', rows: 3 },
        { name: 'Empty', rows: 0 },
        { name: 'Secret', rows: 31 },
      ],
    });
    expect(await textOf(source, 'Cover')).toEqual(['Report']);
  });

  it('reads the sheet of another name only where there is no doubt', async () => {
    expect(await textOf(bookOf({ Orders: ORDERS, Notes: [] }), 'October')).toEqual(ORDERS_TEXT);
    const two = bookOf({ Orders: ORDERS, Notes: [['hello']] });
    expect(await thrownBy(textOf(two, 'October'))).toEqual(['unreadable-file', 'no-such-sheet']);
    const hostile = bookOf({ Orders: ORDERS, constructor: [['a'], ['b']] });
    expect(await textOf(hostile, 'constructor')).toEqual(['a', 'b']);
  });

  it('refuses what is empty, cut off or foreign', async () => {
    expect(await thrownBy(textOf(bookOf({ Orders: [] })))).toEqual(['empty-file', null]);
    expect(await thrownBy(textOf(bookOf({ Orders: [[error(7)]] })))).toEqual(['empty-file', null]);
    for (const type of ['xlsx', 'ods'] as const) {
      const whole = bookOf({ Orders: ORDERS }, { type });
      const cut = bytesSource('cut', await whole.read(0, whole.size - 200));
      expect(await thrownBy(textOf(cut))).toEqual(['unreadable-file', 'damaged']);
    }
    const letter = CFB.utils.cfb_new();
    CFB.utils.cfb_add(letter, '/WordDocument', [...new Uint8Array(5000)]);
    const doc = Uint8Array.from(CFB.write(letter, { type: 'array' }) as unknown as number[]);
    expect(await thrownBy(textOf(fileOf(doc, 'letter.doc')))).toEqual(['not-a-table', null]);
    expect(await thrownBy(textOf(fileOf(doc.subarray(0, 600), 'cut.xls')))).toEqual([
      'unreadable-file',
      'damaged',
    ]);
  });
});

describe('openTable', () => {
  it('reads a sheet with a title above it like any other table, and names it', async () => {
    const source = bookOf({ Orders: [['Orders of 2011'], [null], ...ORDERS], Notes: [['hello']] });
    const { read } = await openTable(source, { options: { delimiter: ';', decimal: ',' } }, unwatched);
    const { report } = read;
    expect(report).toMatchObject({
      bytes: source.size,
      rows: 2,
      options: { skip: 2, header: true, sheet: 'Orders', delimiter: ',', decimal: '.' },
      sheet: { format: 'xlsx', name: 'Orders', others: [{ name: 'Notes', rows: 1 }], errors: 0 },
    });
    const kinds = ['text', 'date', 'number', 'text', 'boolean', 'number'];
    expect(report.columns.map(({ kind }) => kind)).toEqual(kinds);
    expect(columnOf(read.table, 'date').at(0)).toEqual(new Date(Date.UTC(2011, 11, 1, 12, 51)));
  });

  it('gives the text that rows are labelled in', async () => {
    const { source, read } = await openTable(bookOf({ Orders: ORDERS }), {}, unwatched);
    const labels = { names: ['segment'], cell: (row: number) => `S${row}` };
    const text = await written(labelSource(source, read.report.options, labels, unwatched));
    expect(text.trimEnd().split('\n')).toEqual([
      `${ORDERS_TEXT[0]},segment`,
      `${ORDERS_TEXT[1]},S0`,
      `${ORDERS_TEXT[2]},S1`,
    ]);
  });

  it('says that nothing stands below the names', async () => {
    const source = bookOf({ Orders: [['customer', 'amount']] });
    expect(await thrownBy(openTable(source, {}, unwatched))).toEqual(['header-only', null]);
  });
});

// What the files show in the programs that made them: data/README.md beside the project; the sheets themselves say it.
describe.skipIf(!hasRealFiles)('tableSource on real files (skipped where ../shared/data is absent)', () => {
  const excel = (path: string) => realFile(`excel/${path}`);

  it.each(['1904_1900.xls', '1904_1900.ods', '1904_1904.xlsx', '1904_1904.xlsb'])(
    'agrees with the days %s writes beside its dates',
    async (name) => {
      const rows = (await textOf(excel(`sheetjs/${name}`))).map((line) => line.split(','));
      expect(rows).toHaveLength(5);
      expect(rows.map(([, day]) => day)).toEqual(rows.map(([, , shown]) => shown));
    },
  );

  it.each(['date.xls', 'date.xlsx', 'date_1904.xlsb'])('reads calamine’s %s', async (name) => {
    const [first, second, third] = await textOf(excel(`calamine/${name}`));
    expect([first, second]).toEqual(['2021-01-01,15', '2021-01-02,16']);
    // 255 h 10 min 10 s, a length of time: it stays a number of days.
    expect(Number(third!.split(',')[0]) * 24).toBeCloseTo(255 + 10 / 60 + 10 / 3600, 6);
  });

  it('reads ISO cells', async () => {
    const lines = await textOf(excel('calamine/date_iso.xlsx'));
    expect(lines.slice(0, 3)).toEqual(['2021-01-01', '2021-01-01 10:10:10', '10:10:10']);
  });

  it('refuses workbooks with a password', async () => {
    for (const name of [
      'calamine/pass_protected.xlsb',
      'calamine/issue_385.xls',
      'sheetjs/password_2002_40_basecrypto.xls',
    ])
      expect(await thrownBy(textOf(excel(name)))).toEqual(['unreadable-file', 'password']);
  });

  it('reads tables below notes, away from the corner and on a chosen sheet', async () => {
    // Four rows of notes in several columns stand above.
    const deaths = await openTable(excel('readxl/deaths.xlsx'), { options: { skip: 4 } }, unwatched);
    const { columns } = deaths.read.report;
    expect(columns.slice(0, 4).map(({ name }) => name)).toEqual(['Name', 'Profession', 'Age', 'Has kids']);
    expect(columnOf(deaths.read.table, 'Name').at(0)).toBe('David Bowie');
    const geometry = await openTable(excel('readxl/geometry.xlsx'), {}, unwatched);
    expect(geometry.read.report).toMatchObject({ rows: 3 });
    const iris = await openTable(excel('readxl/datasets.xlsx'), { options: { sheet: 'iris' } }, unwatched);
    expect([iris.read.report.rows, columnNames(iris.read.table).length]).toEqual([150, 5]);
  });
});
