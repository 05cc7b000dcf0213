import { describe, expect, it } from 'vitest';
import { labelSource } from '../../../src/engine/files/label-source';
import { unwatched } from '../../../src/engine/work';
import type { ReadOptions } from '../../../src/engine/files/read-options';
import { fileOf, PLAIN, read, records, written } from '../../support/files';
import { columnOf } from '../../../src/engine/table/table';

const added = {
  names: ['segment_id', 'segment'],
  cell: (row: number, column: number) => (column === 0 ? `${row}` : `S, ${row}`),
};
const label = (text: string, options: Partial<ReadOptions>, sliceBytes?: number) =>
  written(labelSource(fileOf(text), { ...PLAIN, ...options }, added, unwatched, { sliceBytes }));

describe('labelSource', () => {
  it('keeps every cell as it was and adds the columns behind', async () => {
    const text = 'id, name ,x\r\n007,"a ""b"", c", 1.50 \r\n\r\n8,,\r\n';
    expect(await label(text, { header: true }, 4)).toBe(
      'id," name ",x,segment_id,segment\n007,"a ""b"", c"," 1.50 ",0,"S, 0"\n8,,,1,"S, 1"\n',
    );
  });

  it('keeps the added columns in line where records differ in length', async () => {
    expect(await label('a;b\n1\n1;2;3,5\n', { header: true, delimiter: ';' })).toBe(
      'a,b,Extra 1,segment_id,segment\n1,,,0,"S, 0"\n1,2,"3,5",1,"S, 1"\n',
    );
  });

  it('writes made-up names where the file has none', async () => {
    expect(await label(' 1  2\n 3  4\n', { delimiter: 'whitespace' })).toBe(
      'Column 1,Column 2,segment_id,segment\n1,2,0,"S, 0"\n3,4,1,"S, 1"\n',
    );
  });

  it('writes UTF-8 whatever the source was', async () => {
    const source = fileOf(Buffer.from('name\nJosé\n', 'latin1'));
    const options = { ...PLAIN, header: true, encoding: 'windows-1252' };
    expect(await written(labelSource(source, options, { names: ['s'], cell: () => 'A' }, unwatched))).toBe(
      'name,s\nJosé,A\n',
    );
  });

  it('numbers rows as readTable does', async () => {
    const text = 'Title\n\nid,day\n\na,1\n"b\nb",2\n\n""\nc\n';
    const { table, report } = await read(text, { options: { delimiter: ',', skip: 2, header: true } });
    const cell = (row: number) => String(columnOf(table, 'id').at(row));
    const out = await written(
      labelSource(fileOf(text), report.options, { names: ['same'], cell }, unwatched),
    );
    const rows = (await records(out)).slice(1);
    expect(rows.map((row) => row[2])).toEqual(rows.map((row) => row[0]));
    expect(rows.length).toBe(table.totalRows());
  });
});
