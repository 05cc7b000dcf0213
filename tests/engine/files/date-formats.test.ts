import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadChoice } from '../../../src/engine/files/read-delimited';
import { dateParserOf } from '../../../src/engine/table/build/date-parser-of';
import { columnOf } from '../../../src/engine/table/table';
import { read } from '../../support/files';

/** One column beside a column of letters, from a file whose cells are kept apart by tabs. */
async function column(cells: readonly string[], name = 'x', choice: ReadChoice['columns'] = new Map()) {
  const text = [`${name}\tother`, ...cells.map((cell) => `${cell}\tx`)].join('\n');
  const { table, report } = await read(text, { options: { delimiter: '\t' }, columns: choice });
  const { kind, format, ambiguous } = report.columns[0]!;
  return { kind, format, ambiguous, cells: [...columnOf(table, name)] };
}
const moments = (...isos: string[]) => isos.map((iso) => new Date(`${iso}Z`));
const parse = (format: string, text: string) => {
  const bytes = new TextEncoder().encode(text);
  return dateParserOf(format)!.parse(bytes, 0, bytes.length);
};

describe('readTable: written dates', () => {
  it.each([
    ['English', ['March 3, 2025', 'Dec 24, 2025'], 'MMM DD, YYYY', ['2025-03-03T00:00', '2025-12-24T00:00']],
    [
      'English ordinals',
      ['March 3rd, 2025', 'May 1st, 2025'],
      'MMMM D, YYYY',
      ['2025-03-03T00:00', '2025-05-01T00:00'],
    ],
    [
      'weekdays',
      ['Mon, 3 Mar 2025', 'Tuesday, 4 March 2025'],
      'D MMMM YYYY',
      ['2025-03-03T00:00', '2025-03-04T00:00'],
    ],
    ['mail headers', ['Mon, 03 Mar 2025 10:30:00 +0100'], 'D MMMM YYYY HH:mm:ss', ['2025-03-03T10:30']],
    ['German', ['3. März 2025', '24. Dez. 2025'], 'D MMMM YYYY', ['2025-03-03T00:00', '2025-12-24T00:00']],
    ['German weekdays', ['Montag, 3. März 2025'], 'D MMMM YYYY', ['2025-03-03T00:00']],
    [
      'French',
      ['1er août 2025', '14 févr. 2025 14h30'],
      'D MMMM YYYY HH:mm',
      ['2025-08-01T00:00', '2025-02-14T14:30'],
    ],
    [
      'Spanish',
      ['3 de marzo de 2025', '1 ene 2025'],
      'D MMMM YYYY',
      ['2025-03-03T00:00', '2025-01-01T00:00'],
    ],
    ['Italian', ['3 gennaio 2025', '5 set 2025'], 'D MMMM YYYY', ['2025-01-03T00:00', '2025-09-05T00:00']],
    ['Dutch', ['3 maart 2025', '1 mei 2025'], 'D MMMM YYYY', ['2025-03-03T00:00', '2025-05-01T00:00']],
    [
      'Portuguese',
      ['3 de março de 2025', '1 out 2025'],
      'D MMMM YYYY',
      ['2025-03-03T00:00', '2025-10-01T00:00'],
    ],
    ['year first', ['2025-Mar-03', '2025 April 4'], 'YYYY MMMM D', ['2025-03-03T00:00', '2025-04-04T00:00']],
    [
      'browsers',
      ['3/4/2025, 10:22:31 PM', '3/14/2025, 1:05:00 AM'],
      'MM/DD/YYYY HH:mm:ss a',
      ['2025-03-04T22:22:31', '2025-03-14T01:05'],
    ],
  ])('reads %s', async (_what, cells, format, isos) => {
    expect(await column(cells)).toEqual({ kind: 'date', format, ambiguous: false, cells: moments(...isos) });
  });

  it.each([
    ['1-10', '2-11'],
    ['3-4', '1-2'],
    ['12.5.1', '12.6.0'],
    ['1.2.3.4', '10.0.0.1'],
    ['3 marble 2025', '4 marble 2025'],
    ['may 2025', 'june 2025'],
    ['Room 3 March 2025'],
    ['30 February 2025'],
    ['10:30', '11:45'],
    ['1/2', '3/4'],
    ['2025-1', '2025-2'],
    ['A-1-2025', 'B-2-2025'],
    ['13/13/2025'],
    ['Mai Tai 2, 2025'],
  ])('leaves %s as text', async (...cells) => {
    expect(await column(cells)).toMatchObject({ kind: 'text', cells });
  });

  it('reads an ambiguous column as the column beside it is settled', async () => {
    const { report } = await read('ordered,shipped\n03/04/2025,03/24/2025\n05/06/2025,05/07/2025\n');
    expect(report.columns.map(({ format, ambiguous }) => [format, ambiguous])).toEqual([
      ['MM/DD/YYYY', true],
      ['MM/DD/YYYY', false],
    ]);
  });

  it('takes a format that is said before any other, and another where a cell speaks against it', async () => {
    const said = new Map([['x', { kind: 'date' as const, format: 'MM/DD/YYYY' }]]);
    expect((await column(['03/04/2025'], 'x', said)).cells).toEqual(moments('2025-03-04T00:00'));
    expect((await column(['03/04/2025', '25/12/2025'], 'x', said)).format).toBe('DD/MM/YYYY');
  });

  it('counts other cells as blank only on a person’s word', async () => {
    const said = new Map([['x', { kind: 'date' as const, format: 'MM/DD/YYYY', others: 'blank' as const }]]);
    const { kind, cells } = await column(['03/04/2025', '25/12/2025', 'soon'], 'x', said);
    expect([kind, cells]).toEqual(['date', [...moments('2025-03-04T00:00'), null, null]]);
  });

  it.each([
    ['excel-serial', ['45000', '45000.5'], ['2023-03-15T00:00', '2023-03-15T12:00']],
    ['epoch-seconds', ['1700000000'], ['2023-11-14T22:13:20']],
    ['epoch-milliseconds', ['1700000000123'], ['2023-11-14T22:13:20.123']],
    ['YYYYMMDD', ['20250303'], ['2025-03-03T00:00']],
  ])('keeps %s as numbers until it is told', async (format, cells, isos) => {
    expect((await column(cells, 'amount')).kind).toBe('number');
    const said = new Map([['amount', { kind: 'date' as const, format }]]);
    expect(await column(cells, 'amount', said)).toEqual({
      kind: 'date',
      format,
      ambiguous: false,
      cells: moments(...isos),
    });
  });
});

const MONTHS = [
  'Januar',
  'février',
  'Mar',
  'abril',
  'maggio',
  'juni',
  'July',
  'août',
  'setembro',
  'okt.',
  'nov',
  'Dezember',
];
const two = (value: number) => String(value).padStart(2, '0');

describe('dateParserOf', () => {
  it('reads back every day in every pattern', () => {
    const day = fc.date({ min: new Date('1970-01-01'), max: new Date('2068-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
        const ms = Date.UTC(y, m - 1, d);
        const written: [string, string][] = [
          ['YYYY-MM-DD', `${y}-${two(m)}-${two(d)}`],
          ['DD/MM/YYYY', `${d}/${m}/${y}`],
          ['MM/DD/YY', `${two(m)}/${two(d)}/${two(y % 100)}`],
          ['DD.MM.YY', `${two(d)}.${two(m)}.${two(y % 100)}`],
          ['YYYYMMDD', `${y}${two(m)}${two(d)}`],
          ['D MMMM YYYY', `${d}. ${MONTHS[m - 1]} ${y}`],
          ['D MMMM YYYY', `${d} de ${MONTHS[m - 1]} de ${y}`],
          ['MMMM D, YYYY', `${MONTHS[m - 1]} ${d}, ${y}`],
          ['epoch-seconds', String(ms / 1000)],
          ['epoch-milliseconds', String(ms)],
          ['excel-serial', String(ms / 86_400_000 + 25_569)],
        ];
        for (const [format, text] of written)
          expect([format, text, parse(format, text)]).toEqual([format, text, ms]);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it.each([
    // Excel itself: day 1 is 1 January 1900, day 60 the leap day that never was, day 61 the 1 March.
    ['excel-serial', '1', '1900-01-01T00:00'],
    ['excel-serial', '59', '1900-02-28T00:00'],
    ['excel-serial', '61', '1900-03-01T00:00'],
    ['excel-serial', '40877.534722', '2011-11-30T12:50'],
    ['MM/DD/YYYY HH:mm', '3/4/2025 9:05', '2025-03-04T09:05'],
  ])('reads %s %s', (format, text, iso) => {
    expect(parse(format, text)).toBe(Date.parse(`${iso}Z`));
  });

  it.each([
    ['excel-serial', '60'],
    ['excel-serial', '-5'],
    ['epoch-seconds', '99999999999'],
    ['D MMMM YYYY', '31 April 2025'],
    ['D MMMM YYYY', '3 March 2025 25:00'],
  ])('reads no %s in %s', (format, text) => {
    expect(parse(format, text)).toBe(NaN);
  });

  it('knows no other patterns', () => {
    expect(['YYYY', 'DD/MM', 'DD/MM-YYYY', '', '1,234.56'].map(dateParserOf)).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});

describe('readTable: yes and no in other languages', () => {
  it.each([
    ['ja', 'nein'],
    ['Oui', 'Non'],
    ['sí', 'no'],
    ['SI', 'NO'],
    ['Sim', 'Não'],
    ['wahr', 'falsch'],
    ['on', 'off'],
    ['j', 'n'],
    ['tak', 'nie'],
  ])('reads %s and %s', async (yes, no) => {
    expect(await column([yes, no, yes])).toMatchObject({ kind: 'boolean', cells: [true, false, true] });
    expect(await column([no, yes])).toMatchObject({ kind: 'boolean', cells: [false, true] });
  });

  it.each([
    ['ja', 'no'],
    ['oui', 'nein'],
    ['on', 'non'],
    ['0', 'yes'],
  ])('leaves %s and %s as text', async (...cells) => {
    expect(await column(cells)).toMatchObject({ kind: 'text', cells });
  });

  it('reads 1 and 0 as yes and no where it is told', async () => {
    expect((await column(['1', '0'])).kind).toBe('number');
    const said = new Map([['x', { kind: 'boolean' as const, format: '0/1' }]]);
    expect(await column(['1', '0', ''], 'x', said)).toMatchObject({
      kind: 'boolean',
      cells: [true, false, null],
    });
  });
});
