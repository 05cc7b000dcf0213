import { describe, expect, it } from 'vitest';
import type { Understanding } from '../../../src/engine/insight/understanding';
import { finding, lines, understood } from './understood';

const file = (name: string, cell: (at: number) => string, count = 60): Promise<Understanding> =>
  understood(lines(`customer,${name},amount`, count, (at) => `C${at % 9},${cell(at)},${at}.5`));
const reading = async (name: string, cells: readonly string[]) =>
  (await file(name, (at) => cells[at % cells.length]!)).report.columns[1]!;

describe('dates that numbers may be', () => {
  it.each([
    ['Order Date', (at: number) => `${44_000 + at}`, 'excel-serial'],
    ['date', (at: number) => `${45_000 + at}.25`, 'excel-serial'],
    ['timestamp', (at: number) => `${1_700_000_000 + at * 86_400}`, 'epoch-seconds'],
    ['created_at', (at: number) => `${1_700_000_000 + at * 86_400}`, 'epoch-seconds'],
    ['date', (at: number) => `${1_700_000_000_000 + at * 86_400_000}`, 'epoch-milliseconds'],
    ['created_at', (at: number) => `${1_700_000_000_000 + at * 86_400_000}`, 'epoch-milliseconds'],
  ])('are asked about in %s, not taken (%#)', async (name, cell, format) => {
    const understanding = await file(name, cell);
    expect(understanding.report.columns[1]).toMatchObject({ kind: 'number', format: null });
    expect(finding(understanding, 'number-as-date')).toMatchObject({
      count: 60,
      details: { column: name, format },
    });
  });

  it.each([
    ['visits', (at: number) => `${44_000 + at}`],
    ['date', (at: number) => `${100 + at}`],
    ['spend', (at: number) => `${1_700_000_000 + at}`],
    ['ean', (at: number) => `${1_700_000_000_000 + at}`],
  ])('are nobody’s question in %s (%#)', async (name, cell) => {
    expect(finding(await file(name, cell), 'number-as-date')).toBeUndefined();
  });
});

describe('years of two digits', () => {
  it.each([
    ['31/12/68', '2068-12-31'],
    ['31/12/69', '1969-12-31'],
    ['31/12/00', '2000-12-31'],
    ['31/12/99', '1999-12-31'],
  ])('%s is %s', async (text, iso) => {
    const understanding = await file('date', () => text);
    expect(understanding.report.columns[1]).toMatchObject({ kind: 'date', format: 'DD/MM/YY' });
    expect(understanding.columns[1]!.min).toBe(Date.parse(iso));
  });
});

describe('yes and no', () => {
  it.each([
    ['ja', 'nein'],
    ['Oui', 'Non'],
    ['sí', 'no'],
    ['Sì', 'No'],
    ['sim', 'não'],
    ['JA', 'NEE'],
    ['ja', 'nej'],
    ['tak', 'nie'],
    ['WAHR', 'FALSCH'],
    ['VRAI', 'FAUX'],
    ['verdadero', 'falso'],
    ['on', 'off'],
  ])('are %s and %s', async (yes, no) => {
    const { kind, why } = await reading('newsletter', [yes, no, '']);
    expect([kind, why?.details]).toEqual(['boolean', { no, yes }]);
  });
});

describe('marks of missing cells', () => {
  const marks = ['NA', 'N/A', 'NULL', '?', '-', '#N/A'];

  it.each(marks)('%s is missing among numbers, and counted', async (mark) => {
    const understanding = await file('visits', (at) => (at % 6 === 5 ? mark : String(at)));
    expect(understanding.columns[1]).toMatchObject({ kind: 'number', missing: 10 });
    expect(understanding.report.missingMarks).toEqual([{ mark, count: 10 }]);
  });

  it.each(marks.filter((mark) => mark !== '-'))('%s among words is asked about, not taken', async (mark) => {
    const towns = ['Leeds', 'York', 'Ely'];
    const understanding = await file('town', (at) => (at % 6 === 5 ? mark : towns[at % 3]!));
    expect(understanding.columns[1]).toMatchObject({ kind: 'text', missing: 0 });
    expect(finding(understanding, 'mark-as-word')).toMatchObject({
      count: 10,
      details: { column: 'town', mark },
    });
  });

  it('blank cells are missing without a word', async () => {
    const understanding = await file('visits', (at) => (at % 6 === 5 ? '' : String(at)));
    expect(understanding.columns[1]).toMatchObject({ kind: 'number', missing: 10 });
    expect(understanding.report.missingMarks).toEqual([]);
  });
});

describe('what stays text', () => {
  it.each([
    ['till', ['00412', '00413'], 'leading-zeros'],
    ['card', ['1234567890123456', '2234567890123456'], 'too-many-digits'],
    ['Postal Code', ['77095', '10115'], 'postal-code'],
    ['PLZ', ['01067', '80331'], 'postal-code'],
    ['Telefon', ['+49 170 1234567', '+49 171 7654321'], 'phone'],
    ['phone', ['0170 1234567', '0171 7654321'], 'phone'],
    ['score', ['1-10', '2-11'], null],
    ['size', ['10-12', '8-10'], null],
    ['version', ['1.2.3', '1.10.0'], null],
    ['half', ['1/2', '3/4'], null],
  ])('%s %j', async (name, cells, identifier) => {
    expect(await reading(name, cells)).toMatchObject({ kind: 'text', identifier });
  });
});

describe('digits that a spreadsheet lost', () => {
  it.each([
    ['customer_id', (at: number) => (at % 3 ? '1.23457E+11' : `12345678901${at % 9}`), 40],
    ['EAN', (at: number) => `4.0063${at % 10}E+12`, 60],
    ['phone', () => '4.917E+11', 60],
    ['sku', (at: number) => (at === 7 ? '1,23E+14' : `A${at}`), 0],
  ])('are told of %s', async (name, cell, count) => {
    const understanding = await file(name, (at) => `"${cell(at)}"`);
    const found = finding(understanding, 'digits-lost');
    expect(found?.count ?? 0).toBe(name === 'sku' ? 1 : count);
    expect(found?.details['column']).toBe(name);
    expect(String(found?.details['value'])).toMatch(/E\+/);
    expect(understanding.report.columns[1]!.kind).toBe('text');
  });

  it('are told of numbers that name customers', async () => {
    const text = lines('Kunde,date,amount', 60, (at) => `1.2345${at % 9}E+11,2024-03-1${at % 9},${at}.5`);
    const found = finding(await understood(text), 'digits-lost');
    expect(found).toMatchObject({ details: { column: 'Kunde' } });
    expect(found!.count).toBeGreaterThan(50);
  });

  it.each([
    ['reading', (at: number) => `1.5E+${10 + (at % 5)}`],
    ['customer_id', (at: number) => `12345678901${at % 9}`],
    ['sku', (at: number) => `2E+0${at % 9}`],
    ['hex_id', (at: number) => `12E4${at}`],
  ])('are not seen in %s (%#)', async (name, cell) => {
    expect(finding(await file(name, cell), 'digits-lost')).toBeUndefined();
  });
});
