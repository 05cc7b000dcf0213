import { describe, expect, it } from 'vitest';
import { columnProfiles, cellPattern } from '../../../src/engine/files/mend/column-profile';
import { mendRecord } from '../../../src/engine/files/mend/mend-record';
import { read, records } from '../../support/files';

const MARKS = { delimiter: ',', quote: '"' };
const TOWNS = ['York', 'Leeds', 'Upper Slaughter', 'Ely', 'Kings Lynn', 'Hull'];
const rows = Array.from({ length: 30 }, (_, at) => [
  `C-${100 + at}`,
  `2025-01-${10 + (at % 20)}`,
  TOWNS[at % 6]!,
  `${at}.50`,
  `A sentence about what was bought, number ${at}, and why it was`,
]);
const profiles = columnProfiles(rows);
const mend = (raw: string) => mendRecord(raw, MARKS, profiles);

describe('cellPattern', () => {
  it('names runs of digits and letters', () => {
    expect(['MG-8769', '28/01/2018', '$74.69'].map(cellPattern)).toEqual(['a-9', '9/9/9', '$9.9']);
  });
});

describe('mendRecord', () => {
  it.each([
    ['a cell too many', 'C-200,2025-02-01,,York,9.50,"A long note, as they are here"'],
    ['a comma without quotes', 'C-200,2025-02-01,York,9.50,A long note, as they are here'],
    ['no comma between two', 'C-200,2025-02-01York,9.50,"A long note, as they are here"'],
    ['no comma before a quote', 'C-200,2025-02-01,York,9.50"A long note, as they are here"'],
    ['another separator', 'C-200;2025-02-01;York;9.50;"A long note, as they are here"'],
  ])('mends %s', (_what, raw) => {
    expect(mend(raw)).toEqual(['C-200', '2025-02-01', 'York', '9.50', 'A long note, as they are here']);
  });

  it('gives up on a record of thousands of pieces instead of trying every way to join them', () => {
    expect(mend(`C-200,2025-02-01,York,${'a,b c;'.repeat(3000)}`)).toBe(null);
  });

  it('joins the words of a cell where blanks keep cells apart', () => {
    expect(mend('C-200 2025-02-01 Kings Lynn 9.50 "A long note, as they are here"')?.[2]).toBe('Kings Lynn');
  });

  it.each([
    ['too few cells to tell', 'C-200,York'],
    ['values of other columns', '1,2,3,4,5,6'],
    ['nothing', ''],
  ])('leaves %s alone', (_what, raw) => {
    expect(mend(raw)).toBe(null);
  });

  it('leaves a row alone that can be mended in two ways', () => {
    const twice = columnProfiles(
      rows.map(([id, day, town, money]) => [id!, town!, TOWNS[money!.length % 6]!, day!]),
    );
    expect(mendRecord('C-200,York,Hull,Ely,2025-02-01', MARKS, twice)).toBe(null);
  });
});

describe('readTable: rows that are mended', () => {
  const text = (broken: string): string =>
    [
      'id,day,town,money,note',
      ...rows.map((row) => row.map((cell) => `"${cell}"`).join(',')),
      broken,
      '',
    ].join('\n');

  it('mends what it can, counts it and shows the row as it stands in the file', async () => {
    const broken = 'C-200,2025-02-01,,York,9.50,"A long note, as ""they"" are here"';
    const { table, report } = await read(text(broken));
    expect(report.options.mend).toBe(true);
    expect(report.mended).toEqual({ count: 1, first: [{ row: 31, text: broken }] });
    expect(report.ragged).toBe(null);
    expect(report.columns.map(({ kind }) => kind)).toEqual(['text', 'date', 'text', 'number', 'text']);
    expect(table.numRows()).toBe(31);
  });

  it('reads the same in slices of any size', async () => {
    const content = text('C-200,2025-02-01,,York,9.50,note here and there');
    const { options } = (await read(content)).report;
    const whole = await records(content, options);
    expect(whole.at(-1)).toHaveLength(5);
    for (const slice of [1, 5, 64]) expect(await records(content, options, slice)).toEqual(whole);
  });

  it('does not where it is told not to', async () => {
    const { report } = await read(text('C-200,2025-02-01,,York,9.50,x'), { options: { mend: false } });
    expect(report.options.mend).toBe(undefined);
    expect(report.ragged?.count).toBe(1);
  });
});
