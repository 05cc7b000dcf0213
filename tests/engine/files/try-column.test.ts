import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/engine/insight/understand';
import type { ColumnChoice } from '../../../src/engine/files/column-choice';
import { tryColumn } from '../../../src/engine/files/try-column';
import { columnChoices } from '../../../src/engine/recipe/column-choices';
import { SourceSchema } from '../../../src/engine/recipe/schema';
import { columnOf } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import * as v from 'valibot';
import { fileOf, read } from '../../support/files';

const FILE = [
  'order id,when,paid',
  '0012,03/04/2025,"1,5"',
  ',04/05/2025,NA',
  '0013,25/12/2025,two',
  '',
].join('\n');

async function tried(column: string, choice: ColumnChoice, text = FILE, whole = true) {
  const { report } = await read(text);
  const position = report.columns.findIndex(({ name }) => name === column);
  return tryColumn(fileOf(text), report.options, { name: column, position }, choice, whole, unwatched);
}

describe('tryColumn', () => {
  it('shows cells as written beside what they would be, and counts those that do not fit', async () => {
    expect(await tried('paid', { kind: 'number', format: '1.234,56' })).toEqual({
      kind: 'number',
      format: '1.234,56',
      unit: null,
      hasTime: false,
      fits: 1,
      of: 2,
      missing: 1,
      whole: true,
      first: [{ row: 3, value: 'two' }],
      cells: [
        { row: 1, written: '1,5', value: 1.5 },
        { row: 2, written: 'NA', value: null },
        { row: 3, written: 'two', value: null },
      ],
    });
  });

  it('gives dates in the order that is said', async () => {
    const { cells, fits, first } = await tried('when', { kind: 'date', format: 'MM/DD/YYYY' });
    expect(cells.map(({ value }) => value)).toEqual([Date.UTC(2025, 2, 4), Date.UTC(2025, 3, 5), null]);
    expect([fits, first]).toEqual([2, [{ row: 3, value: '25/12/2025' }]]);
  });

  it('finds the format where only the kind is said', async () => {
    expect(await tried('when', { kind: 'date' })).toMatchObject({ format: 'DD/MM/YYYY', fits: 3, of: 3 });
    expect(await tried('order id', { kind: 'number' })).toMatchObject({ fits: 0, of: 2 });
  });

  it('shows text as it is written, with marks as blanks where that is said', async () => {
    expect(await tried('order id', { kind: 'text' })).toMatchObject({
      kind: 'text', fits: 2, of: 2, missing: 1,
      cells: [{ row: 1, written: '0012', value: '0012' }, { row: 3, written: '0013', value: '0013' }],
    }); // prettier-ignore
    const marks = await tried('paid', { kind: 'text', marks: 'blank' });
    expect([marks.fits, marks.missing, marks.cells[1]!.value]).toEqual([2, 1, null]);
  });

  it('tries the first megabyte alone where the whole is not asked for', async () => {
    const lines = Array.from({ length: 120_000 }, (_, at) => `${at},${at === 110_000 ? 'x' : at}`);
    const text = `a,b\n${lines.join('\n')}\n`;
    expect(await tried('b', { kind: 'number' }, text, false)).toMatchObject({ first: [], whole: false });
    const whole = await tried('b', { kind: 'number' }, text);
    expect([whole.of, whole.fits, whole.first]).toEqual([120_000, 119_999, [{ row: 110_001, value: 'x' }]]);
  });
});

describe('what is said of columns', () => {
  it('stands in the recipe and has the next file read in the same way', async () => {
    const columns = new Map<string, ColumnChoice>([
      ['when', { kind: 'date', format: 'MM/DD/YYYY', others: 'blank' }],
      ['order id', { kind: 'number', others: 'blank' }],
    ]);
    const first = await understand(await read(FILE, { columns }), {}, unwatched);
    const source = v.parse(SourceSchema, first.source);
    expect(source.columns.map(({ kind, format, others }) => [kind, format, others])).toEqual([
      ['text', undefined, undefined],
      ['date', 'MM/DD/YYYY', 'blank'],
      ['text', undefined, undefined],
    ]);
    const next = await read('order id,when,paid\n7,01/02/2025,3\n', { columns: columnChoices(source) });
    expect([...columnOf(next.table, 'when')]).toEqual([new Date('2025-01-02')]);
    expect(next.report.columns.map(({ kind }) => kind)).toEqual(['text', 'date', 'text']);
  });

  it('keeps what the first file taught about days and months for a file that leaves it open', async () => {
    const first = await understand(await read('d,x\n03/31/2025,1\n'), {}, unwatched);
    const next = await read('d,x\n04/05/2025,1\n', { columns: columnChoices(first.source) });
    expect(next.report.columns[0]).toMatchObject({ format: 'MM/DD/YYYY', ambiguous: false });
  });
});
