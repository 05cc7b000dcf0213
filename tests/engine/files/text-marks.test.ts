import { describe, expect, it } from 'vitest';
import { columnOf } from '../../../src/engine/table/table';
import { read } from '../../support/files';

const customers = async (cells: string[]) => {
  const { table, report } = await read(['customer,city', ...cells.map((cell) => `${cell},Ely`)].join('\n'));
  return { cells: [...columnOf(table, 'customer')], marks: report.missingMarks };
};

describe('a mark among codes', () => {
  it('is nobody’s number where every other cell holds a digit', async () => {
    expect(await customers(['C-1041', 'NULL', 'C-2207', 'C-2208', 'NULL'])).toEqual({
      cells: ['C-1041', null, 'C-2207', 'C-2208', null],
      marks: [{ mark: 'NULL', count: 2 }],
    });
  });

  it('stays a word in a column of words', async () => {
    const { cells, marks } = await customers(['Smith', 'Null', 'Jones 2', 'NA']);
    expect(cells).toEqual(['Smith', 'Null', 'Jones 2', 'NA']);
    expect(marks).toEqual([]);
  });
});
