import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../src/engine/table/table';
import { read } from '../../support/files';

const day = (iso: string) => new Date(`${iso}Z`);
const csv = (...lines: string[]) => `${lines.join('\n')}\n`;

/** The cells of the one column that is read. */
async function column(name: string, ...cells: string[]) {
  const { table, report } = await read(csv(`${name},other`, ...cells.map((cell) => `${cell},x`)));
  return { cells: [...columnOf(table, name)], ...report.columns[0]! };
}

describe('readTable: numbers', () => {
  it('reads numbers with signs, fractions and exponents, exactly', async () => {
    const { kind, cells } = await column(
      'x',
      '1',
      '-2.5',
      ' 3 ',
      '1e-7',
      '0.1',
      '123456789012345',
      '0.6523924604734918',
    );
    expect(kind).toBe('number');
    expect(cells).toEqual([1, -2.5, 3, 1e-7, 0.1, 123456789012345, 0.6523924604734918]);
  });

  it('keeps empty and white cells as missing', async () => {
    expect((await column('x', '1', '', '  ', '\u00a0', '2')).cells).toEqual([1, null, null, null, 2]);
  });

  it('reads decimal commas where the separator is another', async () => {
    const { table, report } = await read(csv('name;price', 'a;12,5', 'b;1.234,56', 'c;7'));
    expect(report.options).toMatchObject({ delimiter: ';', decimal: ',' });
    expect([...columnOf(table, 'price')]).toEqual([12.5, 1234.56, 7]);
  });

  it('reads groups of thousands', async () => {
    const { table } = await read(csv('name;x', 'a;1,234.5', 'b;12,345,678', 'c;1'), {
      options: { decimal: '.' },
    });
    expect([...columnOf(table, 'x')]).toEqual([1234.5, 12345678, 1]);
  });

  it('says what stands in the way of numbers, and keeps the column as text', async () => {
    const { kind, cells, stoppers } = await column('x', '1', '2', 'twelve', '4', '5', 'six');
    expect(kind).toBe('text');
    expect(cells).toEqual(['1', '2', 'twelve', '4', '5', 'six']);
    expect(stoppers).toEqual({
      kind: 'number',
      count: 2,
      first: [
        { row: 3, value: 'twelve' },
        { row: 6, value: 'six' },
      ],
    });
  });

  it('finds a cell that breaks a column long after the sample, and reads the column again', async () => {
    const lines = Array.from({ length: 30_000 }, (_, at) => `${at % 7},${at}`);
    lines[25_000] = 'x,y';
    const { table, report } = await read(csv('a,b', ...lines), {}, 50_000);
    expect(report.columns.map(({ kind, stoppers }) => [kind, stoppers?.count])).toEqual([
      ['text', 1],
      ['text', 1],
    ]);
    expect(report.columns[0]!.stoppers!.first).toEqual([{ row: 25_001, value: 'x' }]);
    expect(columnOf(table, 'a').at(25_000)).toBe('x');
    expect(columnOf(table, 'b').at(29_999)).toBe('29999');
    expect(table.totalRows()).toBe(30_000);
  });
});

describe('readTable: dates', () => {
  it.each([
    ['2010-12-01', '2010-12-01T00:00:00', 'YYYY-MM-DD'],
    ['2010-12-01 08:26:00', '2010-12-01T08:26:00', 'YYYY-MM-DD HH:mm:ss'],
    ['2010-12-01T08:26:00.250+01:00', '2010-12-01T08:26:00.250', 'YYYY-MM-DDTHH:mm:ss.SSSZ'],
    ['2010-12-01T08:26Z', '2010-12-01T08:26:00', 'YYYY-MM-DDTHH:mmZ'],
    ['2010/1/9', '2010-01-09T00:00:00', 'YYYY/MM/DD'],
    ['31/12/2010', '2010-12-31T00:00:00', 'DD/MM/YYYY'],
    ['12/31/10 8:26', '2010-12-31T08:26:00', 'MM/DD/YY HH:mm'],
    ['12/31/2010 12:05 AM', '2010-12-31T00:05:00', 'MM/DD/YYYY HH:mm a'],
    ['31.12.99', '1999-12-31T00:00:00', 'DD.MM.YY'],
    ['16-Feb-13', '2013-02-16T00:00:00', 'DD-MMM-YY'],
    ['3 March 2025', '2025-03-03T00:00:00', 'DD MMM YYYY'],
    ['Sept 3 2025', '2025-09-03T00:00:00', 'MMM DD YYYY'],
  ])('reads %s', async (text, iso, format) => {
    expect(await column('x', text)).toMatchObject({
      kind: 'date',
      cells: [day(iso)],
      format,
      ambiguous: false,
    });
  });

  it('settles day and month by the whole column', async () => {
    const { format, cells, ambiguous } = await column('x', '03/04/2019', '05/06/2019', '07/25/2019');
    expect([format, ambiguous]).toEqual(['MM/DD/YYYY', false]);
    expect(cells).toEqual([day('2019-03-04T00:00'), day('2019-05-06T00:00'), day('2019-07-25T00:00')]);
  });

  it('settles them by a row far behind the sample', async () => {
    const lines = Array.from({ length: 5000 }, () => '03/04/2019,1');
    const { table, report } = await read(csv('x,y', ...lines, '03/31/2019,1'));
    expect(report.columns[0]).toMatchObject({ kind: 'date', format: 'MM/DD/YYYY', ambiguous: false });
    expect(columnOf(table, 'x').at(0)).toEqual(day('2019-03-04T00:00'));
  });

  it('takes day before month where both fit every row, and says so', async () => {
    expect(await column('x', '03/04/2019', '05/06/2019')).toMatchObject({
      format: 'DD/MM/YYYY',
      ambiguous: true,
      cells: [day('2019-04-03T00:00'), day('2019-06-05T00:00')],
    });
  });

  it('reads YYYYMMDD where the name says date, and as a number elsewhere', async () => {
    expect(await column('order_date', '19970101')).toMatchObject({
      kind: 'date',
      cells: [day('1997-01-01T00:00')],
    });
    expect(await column('amount', '19970101')).toMatchObject({ kind: 'number', cells: [19970101] });
  });

  it.each(['2010-13-01', '2010-02-30', '31/04/2010', '2010-12-01 25:00', '10:30', '1.2.3.4', '2010-12-01x'])(
    'does not take %s for a date',
    async (text) => {
      expect((await column('x', text)).kind).toBe('text');
    },
  );
});

describe('readTable: yes and no', () => {
  it.each([
    ['Yes', 'No'],
    ['y', 'n'],
    ['TRUE', 'FALSE'],
    ['t', 'f'],
  ])('reads %s and %s', async (yes, no) => {
    const { kind, cells } = await column('x', yes, no, '', yes);
    expect([kind, cells]).toEqual(['boolean', [true, false, null, true]]);
  });

  it.each([
    ['two spellings of one', ['Yes', 'no', 'yes']],
    ['two pairs', ['yes', 'f']],
    ['one of the two alone', ['F', 'F']],
    ['a third answer', ['yes', 'no', 'maybe']],
  ])('keeps text for %s', async (_what, cells) => {
    expect(await column('x', ...cells)).toMatchObject({ kind: 'text', cells });
  });

  it('keeps 0 and 1 as numbers', async () => {
    expect((await column('x', '0', '1')).kind).toBe('number');
  });
});

describe('readTable: identifiers', () => {
  it.each([
    ['leading-zeros', '00412'],
    ['too-many-digits', '1234567890123456'],
    ['phone', '+49 170 1234567'],
    ['email', 'ann@shop.example'],
  ])('keeps %s as text', async (identifier, cell) => {
    expect(await column('x', '12', cell).then(({ kind }) => kind)).toBe('text');
    expect(await column('x', cell, cell)).toMatchObject({
      kind: 'text',
      identifier,
      stoppers: null,
      cells: [cell, cell],
    });
  });

  it.each([
    'CustomerID',
    'InvoiceNo',
    'StockCode',
    'customer_id',
    'Order ID',
    'ID',
    'Row ID',
    'Kundennummer',
    'sku',
    'order',
  ])('keeps the digits of a column called %s as text', async (name) => {
    expect(await column(name, '17850.0')).toMatchObject({
      kind: 'text',
      identifier: 'named-identifier',
      cells: ['17850.0'],
    });
  });

  it.each([
    ['Postal Code', 'postal-code'],
    ['zip', 'postal-code'],
    ['phone', 'phone'],
  ])('knows %s by its name', async (name, identifier) => {
    expect(await column(name, '77095')).toMatchObject({ kind: 'text', identifier });
  });

  it.each([
    'NumWebPurchases',
    'number of orders',
    'Quantity',
    'Order Value',
    'order_total',
    'days since last order',
    'number_project',
  ])('reads the digits of a column called %s as numbers', async (name) => {
    expect((await column(name, '12')).kind).toBe('number');
  });

  it('reads dates where an identifying word goes with a date', async () => {
    expect((await column('Order Date', '2010-12-01')).kind).toBe('date');
    expect((await column('Dt_Customer', '2010-12-01')).kind).toBe('date');
  });
});
