import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/engine/errors';
import { commentsAlone } from '../../../src/engine/files/comments-alone';
import { firstRows } from '../../../src/engine/files/first-rows';
import { labelSource } from '../../../src/engine/files/label-source';
import { openTable } from '../../../src/engine/files/open-table';
import type { ReadOptions } from '../../../src/engine/files/read-options';
import { bytesSource } from '../../../src/engine/files/source';
import { tryColumn } from '../../../src/engine/files/try-column';
import { columnNames, columnOf } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { written } from '../../support/files';

const MB = 1 << 20;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array =>
  new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
const ROWS = 300;
const TABLE = `no,name,spent\n${Array.from({ length: ROWS }, (_, at) => `${at},n${at % 7},${at * 2}.5\n`).join('')}`;

const open = async (bytes: Uint8Array, options: Partial<ReadOptions> = {}) =>
  (await openTable(bytesSource('orders.csv', bytes), { options }, unwatched)).read;
const refusal = async (text: string, options: Partial<ReadOptions> = {}): Promise<unknown> => {
  const thrown: unknown = await open(utf8(text), options).catch((error: unknown) => error);
  return thrown instanceof EngineError ? { code: thrown.code, ...thrown.details } : thrown;
};

describe('readTable: files that begin late', () => {
  const above: [what: string, text: string, lines: number][] = [
    ['blank lines', '\n'.repeat(MB + 3), MB + 3],
    ['blank lines of two letters', '\r\n'.repeat(MB), MB],
    ['lines of blanks', ' \t \n'.repeat(MB / 2), MB / 2],
    ['comments', '# made, by hand\n# once\n'.repeat(MB / 16), MB / 8],
    ['comments and blank lines', '// made by hand\r\n\r\n'.repeat(MB / 16), MB / 8],
  ];
  it.each(above)('reads on behind more than a megabyte of %s', async (_, text, lines) => {
    const bytes = utf8(text + TABLE);
    const { table, report } = await open(bytes);
    expect([report.rows, report.options.skip, report.options.delimiter]).toEqual([ROWS, lines, ',']);
    expect(columnNames(table)).toEqual(['no', 'name', 'spent']);
    expect(columnOf(table, 'spent').at(299)).toBe(598.5);
    const first = await firstRows(bytesSource('orders.csv', bytes), {}, unwatched);
    expect([first.rows[0], first.options, first.estimatedRows]).toEqual([
      ['0', 'n0', '0.5'],
      report.options,
      ROWS,
    ]);
  });

  it('does the same in UTF-16 and behind a mark, and as a recipe says it', async () => {
    const wide = utf16(`\ufeff${'\n'.repeat(MB)}${TABLE}`);
    const { report } = await open(wide);
    expect([report.rows, report.options.encoding, report.options.skip]).toEqual([ROWS, 'utf-16le', MB]);
    const marked = utf8(`\ufeff${'\n'.repeat(MB)}${TABLE}`);
    const { options } = (await open(marked)).report;
    const again = await open(marked, options);
    expect([again.report.rows, again.report.options]).toEqual([ROWS, options]);
    const column = { name: 'spent', position: 2 };
    const trial = await tryColumn(
      bytesSource('orders.csv', marked),
      options,
      column,
      { kind: 'number' },
      false,
      unwatched,
    );
    expect([trial.fits, trial.of, trial.cells[1]]).toEqual([
      ROWS,
      ROWS,
      { row: 2, written: '2.5', value: 2.5 },
    ]);
  });

  it('mends rows far down as it does at the beginning', async () => {
    const broken = TABLE.replace('\n7,n0,', '\n7,n0,,');
    const near = await open(utf8(`\n\n${broken}`));
    const far = await open(utf8('\n'.repeat(MB) + broken));
    expect(near.report.mended).toMatchObject({ count: 1 });
    expect(far.report.mended).toEqual(near.report.mended);
  });

  it('labels the rows of such a file', async () => {
    const bytes = utf8(`${' \n'.repeat(MB)}no,name\n1,a\n2,b\n`);
    const { report } = await open(bytes);
    const added = { names: ['segment'], cell: (row: number) => `s${row}` };
    const labelled = labelSource(bytesSource('orders.csv', bytes), report.options, added, unwatched);
    expect(await written(labelled)).toBe('no,name,segment\n1,a,s0\n2,b,s1\n');
  });

  it('says that a file of any size holds nothing but blanks', async () => {
    const empty = { code: 'empty-file', file: 'orders.csv' };
    expect(await refusal(' \r\n\t\n'.repeat(MB / 2))).toEqual({ ...empty, bytes: (5 * MB) / 2 });
  });
});

describe('readTable: comments alone', () => {
  const comments = { code: 'empty-file', file: 'orders.csv' };
  it.each([
    ['# one line\n', '#'],
    ['# made by hand, in May\n\n#\n# of 2025\n', '#'],
    ['% a, b\n% c\n', '%'],
    ['-- select * from orders;\n-- 0 rows\n', '--'],
    [`${'// nothing to see\n'.repeat(MB / 8)}//`, '//'],
  ])('are no table, and said to be comments', async (text, comment) => {
    expect(await refusal(text)).toEqual({ ...comments, comment, bytes: text.length });
  });

  it('leaves what only begins so', async () => {
    expect(commentsAlone('#id,name\n#1,Ann\n#2,Bo\n')).toBeUndefined();
    expect(commentsAlone('#spring\n#summer sale\n#winter\n')).toBe('#');
    expect(commentsAlone('#spring\n#summer\n#winter\n')).toBeUndefined();
    expect(commentsAlone('# made by hand\na,b\n1,2\n')).toBeUndefined();
    expect(commentsAlone('\n \n')).toBeUndefined();
    expect((await open(utf8('#spring\n#summer\n#winter\n'))).report.rows).toBeGreaterThan(1);
  });
});

describe('readTable: a first line beyond a megabyte', () => {
  it('names as many columns as it does, and all of them', async () => {
    const names = Array.from(
      { length: 1300 },
      (_, at) => `a rather long name of a column, from ${'a survey '.repeat(92)}${at}`,
    );
    const line = names.map((name) => `"${name}"`).join(';');
    expect(line.length).toBeGreaterThan(MB);
    const row = (at: number) => names.map((_, column) => column * at).join(';');
    const { table, report } = await open(utf8(`${line}\n${row(1)}\n${row(2)}\n${row(3)}\n`));
    expect([report.rows, report.options.header, report.ragged]).toEqual([3, true, null]);
    expect(columnNames(table)).toEqual(names);
    expect(columnOf(table, names[1299]!).at(2)).toBe(3897);
  });

  it('may be one name', async () => {
    for (const name of ['x'.repeat(2 * MB), `${'a line of it\n'.repeat(MB / 8)}end`]) {
      const { table, report } = await open(utf8(`"${name}",b,c\n${TABLE.slice(TABLE.indexOf('\n') + 1)}`));
      const [first, ...others] = columnNames(table);
      // A plain comparison: a failure would print both.
      expect([report.rows, first === name, others]).toEqual([ROWS, true, ['b', 'c']]);
    }
  });

  it('reads a first row that long below short names', async () => {
    const { table, report } = await open(utf8(`a,b\n"${'a line of it\n'.repeat(MB / 8)}",1\nx,2\n`));
    expect([report.rows, columnOf(table, 'b').at(1)]).toEqual([2, 2]);
  });
});
