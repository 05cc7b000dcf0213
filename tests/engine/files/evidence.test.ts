import { describe, expect, it } from 'vitest';
import type { ColumnChoice } from '../../../src/engine/files/column-choice';
import { columnOf } from '../../../src/engine/table/table';
import { read } from '../../support/files';

/** What is reported of one column beside a column of letters. */
async function column(name: string, cells: readonly string[], choice?: ColumnChoice) {
  const text = [`${name}\tother`, ...cells.map((cell) => `${cell}\tx`)].join('\n');
  const columns = new Map(choice ? [[name, choice]] : []);
  const { table, report } = await read(text, { options: { delimiter: '\t' }, columns });
  return { ...report.columns[0]!, cells: [...columnOf(table, name)] };
}
const ways = (of: {
  runnersUp?: readonly { kind: string; format: string | null; fits: number; of: number }[];
}) => (of.runnersUp ?? []).map(({ kind, format, fits, of: all }) => [kind, format, fits, all]);

describe('the evidence of a column', () => {
  it('counts the cells of a number column, and offers text', async () => {
    const found = await column('x', ['1', '', '3', 'NA']);
    expect(found.why).toEqual({ code: 'all-fit', fits: 2, of: 2, details: {} });
    expect(ways(found)).toEqual([['text', null, 2, 2]]);
  });

  it('says which place holds a number that can only be a day', async () => {
    const found = await column('x', ['03/04/2025', '25/04/2025']);
    expect(found.why).toMatchObject({ code: 'day-settled', details: { place: 'first' } });
    expect(ways(found)).toEqual([
      ['date', 'MM/DD/YYYY', 1, 2],
      ['text', null, 2, 2],
    ]);
    expect(found.runnersUp![0]!.first).toEqual([{ row: 2, value: '25/04/2025' }]);
  });

  it('says that days and months could change places, and how many cells the other order fits', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => `0${1 + (at % 9)}/04/25`);
    const found = await column('x', many);
    expect(found).toMatchObject({
      ambiguous: true,
      format: 'DD/MM/YY',
      why: { code: 'day-open', fits: 3000, of: 3000 },
    });
    expect(found.runnersUp![0]).toMatchObject({
      kind: 'date',
      format: 'MM/DD/YY',
      fits: 3000,
      of: 3000,
      sampled: false,
    });
  });

  it('asks no more once the order is said', async () => {
    const said = { kind: 'date', format: 'MM/DD/YYYY', others: 'blank' } as const;
    expect(await column('x', ['03/04/2025'], said)).toMatchObject({
      ambiguous: false,
      why: { code: 'chosen' },
    });
  });

  it('counts on the whole column what stands in the way of a kind', async () => {
    const many = Array.from({ length: 3000 }, (_, at) => (at % 1500 === 700 ? 'none of these' : String(at)));
    const found = await column('x', many);
    expect(found.why).toEqual({
      code: 'in-the-way',
      fits: 3000,
      of: 3000,
      details: { kind: 'number', count: 2 },
    });
    expect(found.runnersUp![0]).toMatchObject({ kind: 'number', fits: 2998, of: 3000, sampled: false });
    expect(found.runnersUp![0]!.first.map(({ row }) => row)).toEqual([701, 2201]);
  });

  it('offers what numbers could be besides', async () => {
    expect(ways(await column('order date', ['45000', '45001']))).toContainEqual([
      'date',
      'excel-serial',
      2,
      2,
    ]);
    expect(ways(await column('created_at', ['1700000000', '1700000001']))).toContainEqual([
      'date',
      'epoch-seconds',
      2,
      2,
    ]);
    expect(ways(await column('amount', ['20250101', '20250131']))).toContainEqual(['date', 'YYYYMMDD', 2, 2]);
    expect(ways(await column('active', ['1', '0']))).toContainEqual(['boolean', '0/1', 2, 2]);
    expect(ways(await column('price', ['1,234', '2,500']))).toContainEqual(['number', '1.234,56', 2, 2]);
    expect(ways(await column('amount', ['45000', '45001']))).toEqual([['text', null, 2, 2]]);
  });

  it('says why digits stay text, and offers them as numbers', async () => {
    const found = await column('Order ID', ['536365', '536366']);
    expect(found.why).toMatchObject({ code: 'identifier', details: { identifier: 'named-identifier' } });
    expect(ways(found)).toEqual([['number', null, 2, 2]]);
    expect((await column('x', ['word', 'and word'])).why).toMatchObject({ code: 'words', of: 2 });
    expect((await column('x', ['', ''])).why).toMatchObject({ code: 'blank', of: 0 });
    expect((await column('x', ['Ja', 'Nein'])).why).toMatchObject({
      code: 'two-words',
      details: { no: 'Nein', yes: 'Ja' },
    });
  });

  it('reads a column as a person says, and counts the cells that do not fit', async () => {
    const found = await column('x', ['1', 'two', '', '3'], { kind: 'number', others: 'blank' });
    expect(found).toMatchObject({
      kind: 'number',
      cells: [1, null, null, 3],
      why: { code: 'chosen', fits: 2, of: 3 },
      unread: { count: 1, first: [{ row: 2, value: 'two' }] },
    });
    const ids = await column('Order ID', ['0012', '0013'], { kind: 'text' });
    expect([ids.kind, ids.why?.code]).toEqual(['text', 'chosen']);
  });

  it('counts marks of missing cells among words and leaves them until it is told', async () => {
    const cells = ['Berlin', 'NA', 'Paris', 'NA', '?'];
    expect(await column('city', cells)).toMatchObject({
      cells,
      marks: [
        { mark: 'NA', count: 2, blank: false },
        { mark: '?', count: 1, blank: false },
      ],
    });
    expect(await column('city', cells, { kind: 'text', marks: 'blank' })).toMatchObject({
      cells: ['Berlin', null, 'Paris', null, null],
      marks: [
        { mark: 'NA', count: 2, blank: true },
        { mark: '?', count: 1, blank: true },
      ],
    });
  });

  it('keeps a mark as a word where it is told, though it is a blank elsewhere in the file', async () => {
    const text = 'country,income\nNA,5\nDE,NA\n';
    const kept = await read(text, { columns: new Map([['country', { kind: 'text', marks: 'keep' }]]) });
    expect([...columnOf(kept.table, 'country')]).toEqual(['NA', 'DE']);
    expect([...columnOf(kept.table, 'income')]).toEqual([5, null]);
  });
});
