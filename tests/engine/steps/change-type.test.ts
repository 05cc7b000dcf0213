import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { changeType } from '../../../src/engine/steps/change-type';
import { dateFromText, type DateOrder } from '../../../src/engine/steps/parts/date-from-text';
import { numberFromText } from '../../../src/engine/steps/parts/number-from-text';
import { columnAs, take } from '../../../src/engine/table/table';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

type Params = Parameters<typeof changeType.describe>[0];

async function changed(cells: Parameters<typeof table>[0], params: Params) {
  const before = table(cells);
  const { table: after, counts, examples } = await learnAndApply(changeType, before, params);
  tableEqual(before, table(cells));
  return { cells: cellsOf(after)[params.column], counts, examples };
}

describe('change-type', () => {
  it('reads text as numbers and shows what it could not read', async () => {
    const cells = { other: [1, 2, 3, 4, 5], n: ['12', 'twelve', ' ', null, '1,200.5'] };
    expect(await changed(cells, { column: 'n', to: 'number' })).toEqual({
      cells: [12, null, null, null, 1200.5],
      counts: { converted: 2, failed: 1 },
      examples: [{ column: 'n', row: 2, value: 'twelve' }],
    });
  });

  it('shows at most 20 cells and counts all', async () => {
    const { counts, examples } = await changed(
      { n: Array<string>(50).fill('?') },
      { column: 'n', to: 'number' },
    );
    expect([counts.failed, examples?.length, examples?.at(-1)?.row]).toEqual([50, 20, 20]);
  });

  it('shows the rows of the file, also after rows were dropped', async () => {
    const kept = take(table({ n: ['1', 'x', 'y'] }), Uint32Array.from([0, 2]));
    const { examples } = await learnAndApply(changeType, kept, { column: 'n', to: 'number' });
    expect(examples).toEqual([{ column: 'n', row: 3, value: 'y' }]);
  });

  it('reads text as dates, knowing whether there are times', async () => {
    const { table: after } = await learnAndApply(
      changeType,
      table({ d: ['2024-01-31 18:30', '2024-02-01'] }),
      {
        column: 'd',
        to: 'date',
      },
    );
    expect(columnAs(after, 'd', 'date')).toMatchObject({ hasTime: true });
    expect(cellsOf(after).d).toEqual([new Date('2024-01-31T18:30Z'), new Date('2024-02-01')]);
  });

  it('reads numbers as dates where they are written as one', async () => {
    expect(await changed({ d: [20240131, 7, null] }, { column: 'd', to: 'date' })).toMatchObject({
      cells: [new Date('2024-01-31'), null, null],
      counts: { converted: 1, failed: 1 },
    });
  });

  it('writes every kind as text', async () => {
    const text = async (cells: Parameters<typeof table>[0]) =>
      (await changed(cells, { column: 'c', to: 'text' })).cells;
    expect(await text({ c: [17850, 0.1, null, -1e21] })).toEqual(['17850', '0.1', null, '-1e+21']);
    expect(await text({ c: [new Date('2024-01-31'), null] })).toEqual(['2024-01-31', null]);
    expect(await text({ c: [new Date('2024-01-31T08:26:05Z')] })).toEqual(['2024-01-31 08:26:05']);
    expect(await text({ c: [true, null, false] })).toEqual(['yes', null, 'no']);
  });

  it('reads numbers in one format, and never another currency', async () => {
    const cells = { n: ['1.234,50 €', '7 €', '$5', '(3,25 €)', null] };
    expect(await changed(cells, { column: 'n', to: 'number', format: '1.234,56 €' })).toEqual({
      cells: [1234.5, 7, null, -3.25, null],
      counts: { converted: 3, failed: 1 },
      examples: [{ column: 'n', row: 3, value: '$5' }],
    });
    expect(
      (await changed({ n: ['12.5 %'] }, { column: 'n', to: 'number', format: '1,234.56 %' })).cells,
    ).toEqual([0.125]);
  });

  it('reads dates in one pattern, and numbers that count days or seconds', async () => {
    const date = async (cells: Parameters<typeof table>[0], format: string) =>
      (await changed(cells, { column: 'd', to: 'date', format })).cells;
    expect(await date({ d: ['03/04/2025', '25/04/2025'] }, 'MM/DD/YYYY')).toEqual([
      new Date('2025-03-04'),
      null,
    ]);
    expect(await date({ d: [45000, 45000.5, null] }, 'excel-serial')).toEqual([
      new Date('2023-03-15'),
      new Date('2023-03-15T12:00Z'),
      null,
    ]);
    expect(await date({ d: [1_700_000_000] }, 'epoch-seconds')).toEqual([new Date('2023-11-14T22:13:20Z')]);
    expect(await date({ d: ['3 de março de 2025'] }, 'D MMMM YYYY')).toEqual([new Date('2025-03-03')]);
  });

  it('reads words, 1 and 0 as yes and no', async () => {
    const { table: after, counts } = await learnAndApply(
      changeType,
      table({ b: ['Ja', 'nein', 'ja', 'vielleicht', null] }),
      { column: 'b', to: 'boolean' },
    );
    expect(cellsOf(after).b).toEqual([true, false, true, null, null]);
    expect(columnAs(after, 'b', 'boolean').spelling).toEqual(['nein', 'Ja']);
    expect(counts).toEqual({ converted: 3, failed: 1 });
    expect((await changed({ b: [1, 0, 2] }, { column: 'b', to: 'boolean' })).cells).toEqual([
      true,
      false,
      null,
    ]);
  });

  it('reads yes and no as 1 and 0', async () => {
    expect((await changed({ b: [true, null, false] }, { column: 'b', to: 'number' })).cells).toEqual([
      1,
      null,
      0,
    ]);
  });

  it('leaves a column that has the kind already, an empty table and one row as they are', async () => {
    expect((await changed({ n: [1, null] }, { column: 'n', to: 'number' })).counts).toEqual({
      converted: 0,
      failed: 0,
    });
    expect((await changed({ n: [] }, { column: 'n', to: 'text' })).cells).toEqual([]);
    expect((await changed({ n: ['7'] }, { column: 'n', to: 'number' })).cells).toEqual([7]);
  });

  it('refuses a column that is not there', async () => {
    const doing = changed({ n: [1] }, { column: 'm', to: 'text' });
    expect(await refusal(doing)).toEqual({ code: 'missing-column', details: { column: 'm' } });
  });

  it('takes only the options of the kind asked for', () => {
    expect(v.is(changeType.params, { column: 'n', to: 'number', decimal: ',' })).toBe(true);
    expect(v.is(changeType.params, { column: 'n', to: 'text', decimal: ',' })).toBe(false);
    expect(v.is(changeType.params, { column: 'n', to: 'boolean', decimal: ',' })).toBe(false);
    expect(v.is(changeType.params, { column: 'n', to: 'number', format: '1.234,56 €' })).toBe(true);
    expect(v.is(changeType.params, { column: 'n', to: 'number', format: 'DD/MM/YYYY' })).toBe(false);
    expect(v.is(changeType.params, { column: 'n', to: 'date', format: 'DD/MM' })).toBe(false);
  });

  it('says itself in one line and names what it reads and adds', () => {
    expect(changeType.describe({ column: 'Amount', to: 'number' })).toBe('Read Amount as a number');
    expect(changeType.describe({ column: 'Day', to: 'date' })).toBe('Read Day as a date');
    expect(changeType.describe({ column: 'Id', to: 'text' })).toBe('Read Id as text');
    expect(changeType.describe({ column: 'Paid', to: 'boolean' })).toBe('Read Paid as yes or no');
    expect([
      changeType.reads({ column: 'n', to: 'text' }),
      changeType.adds({ column: 'n', to: 'text' }),
    ]).toEqual([['n'], []]);
  });
});

describe('numberFromText', () => {
  it.each([
    ['12', 12],
    [' -3.50 ', -3.5],
    ['+4', 4],
    ['\u22125', -5],
    ['1,234,567.8', 1234567.8],
    ["1'234", 1234],
    ['1\u00a0234', 1234],
    ['£9.99', 9.99],
    ['-€ 3', -3],
    ['3 $', 3],
    ['.5', 0.5],
    ['5.', 5],
    ['1e3', 1000],
    ['9007199254740991', 9007199254740991],
  ])('reads %o', (text, value) => expect(numberFromText(text, '.')).toBe(value));

  it.each([
    '',
    '-',
    '.',
    'e5',
    '12 apples',
    '1,23',
    '1,2345',
    '1,234.567,8',
    '12,34,567',
    '0x10',
    'NaN',
    'Infinity',
  ])('does not read %o', (text) => expect(numberFromText(text, '.')).toBeNaN());

  it('does not read whole numbers beyond 2^53, nor what overflows', () => {
    expect(numberFromText('9007199254740993', '.')).toBeNaN();
    expect(numberFromText('1e999', '.')).toBeNaN();
  });

  it('reads a decimal comma', () => {
    expect(numberFromText('1.234,5', ',')).toBe(1234.5);
    expect(numberFromText('1,5', ',')).toBe(1.5);
    expect(numberFromText('1.5', ',')).toBeNaN();
  });
});

describe('dateFromText', () => {
  it.each([
    ['2011-12-09', 'ymd', '2011-12-09'],
    ['2011/1/9', 'dmy', '2011-01-09'],
    ['20111209', 'ymd', '2011-12-09'],
    ['9.12.2011', 'dmy', '2011-12-09'],
    ['03/01/19', 'dmy', '2019-01-03'],
    ['03/01/19', 'mdy', '2019-03-01'],
    ['69-03-01', 'ymd', '1969-03-01'],
    ['11-Feb-13', 'dmy', '2013-02-11'],
    ['9 December 2011', 'ymd', '2011-12-09'],
    ['Dec 9, 2011', 'mdy', '2011-12-09'],
    ['2012-02-29', 'ymd', '2012-02-29'],
    ['2011-12-09T12:50:00Z', 'ymd', '2011-12-09T12:50:00'],
    ['2011-12-09 12:50:30.25+02:00', 'ymd', '2011-12-09T12:50:30.250'],
    ['12/9/2011 1:05 PM', 'mdy', '2011-12-09T13:05:00'],
    ['12/9/2011, 12:05 a.m.', 'mdy', '2011-12-09T00:05:00'],
  ] as [string, DateOrder, string][])('reads %o (%s)', (text, order, iso) => {
    expect(dateFromText(text, order)).toBe(Date.parse(iso.includes('T') ? `${iso}Z` : iso));
  });

  it.each([
    '',
    'soon',
    '2011-02-29',
    '2011-13-01',
    '31/12/2011x',
    '2011-12-09 25:00',
    '2011-12-09 1:00 13',
    '1-2',
  ])('does not read %o', (text) => expect(dateFromText(text, 'ymd')).toBeNaN());

  it('does not guess an order it was not told', () => {
    expect(dateFromText('31/12/2011', 'mdy')).toBeNaN();
    expect(dateFromText('01/02/2011', 'ymd')).toBeNaN();
  });
});
