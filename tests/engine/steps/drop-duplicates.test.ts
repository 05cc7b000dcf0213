import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dropDuplicates } from '../../../src/engine/steps/drop-duplicates';
import { metaOf } from '../../../src/engine/table/meta';
import { columnOf } from '../../../src/engine/table/table';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const dropped = async (columns: Parameters<typeof table>[0], params: { columns?: string[] } = {}) => {
  const before = table(columns);
  const { table: after, counts } = await learnAndApply(dropDuplicates, before, params);
  tableEqual(before, table(columns));
  return { cells: cellsOf(after), dropped: counts.dropped };
};

describe('drop-duplicates', () => {
  it('keeps the first of equal rows, in their order', async () => {
    expect(await dropped({ id: ['b', 'a', 'b', 'a', 'c'], n: [1, 2, 1, 3, 1] })).toEqual({
      cells: { id: ['b', 'a', 'a', 'c'], n: [1, 2, 3, 1] },
      dropped: 1,
    });
  });

  it('takes two blanks for equal, and 0 for −0, but no blank for 0', async () => {
    expect(await dropped({ n: [null, 0, null, -0], t: [null, null, null, null] })).toEqual({
      cells: { n: [null, 0], t: [null, null] },
      dropped: 2,
    });
  });

  it('tells dates, booleans and numbers apart by every bit', async () => {
    const days = [new Date(0), new Date(1), new Date(0)];
    expect((await dropped({ day: days, yes: [true, true, false] })).dropped).toBe(0);
    expect((await dropped({ n: [0.1 + 0.2, 0.3, 2 ** 53, 2 ** 53 - 1] })).dropped).toBe(0);
  });

  it('looks only at the columns named', async () => {
    const rows = { id: ['a', 'a', 'b'], n: [1, 2, 1] };
    expect((await dropped(rows, { columns: ['id'] })).cells).toEqual({ id: ['a', 'b'], n: [1, 1] });
  });

  it('leaves an empty table and one row as they are', async () => {
    expect(await dropped({ id: [] })).toEqual({ cells: { id: [] }, dropped: 0 });
    expect(await dropped({ id: ['a'] })).toEqual({ cells: { id: ['a'] }, dropped: 0 });
  });

  it('leaves one row of a table whose rows are all equal', async () => {
    expect(await dropped({ id: Array<string>(20_000).fill('a'), n: Array<number>(20_000).fill(7) })).toEqual({
      cells: { id: ['a'], n: [7] },
      dropped: 19_999,
    });
  });

  it('gives what comparing every pair of rows gives', async () => {
    const cell = fc.option(fc.integer({ min: 0, max: 3 }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell), { maxLength: 60 }), async (rows) => {
        const first = rows.filter(
          (row, i) => rows.findIndex((b) => row[0] === b[0] && row[1] === b[1]) === i,
        );
        const texts = (of: typeof rows) => of.map(([, b]) => (b === null ? null : `t${b}`));
        const { cells } = await dropped({ a: rows.map(([a]) => a), b: texts(rows) });
        expect(cells).toEqual({ a: first.map(([a]) => a), b: texts(first) });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it('keeps the classes of columns and what the table knows', async () => {
    const before = table({ id: ['a', 'a'], yes: [true, true] }, { grain: 'orders', key: 'id' });
    const after = (await learnAndApply(dropDuplicates, before, {})).table;
    expect(columnOf(after, 'yes').kind).toBe('boolean');
    expect(metaOf(after)).toMatchObject({ grain: 'orders', key: 'id' });
  });

  it('refuses a column that is not there', async () => {
    const doing = learnAndApply(dropDuplicates, table({ id: ['a'] }), { columns: ['toString'] });
    expect(await refusal(doing)).toEqual({ code: 'missing-column', details: { column: 'toString' } });
  });

  it('says itself in one line and names what it reads and adds', () => {
    expect(dropDuplicates.describe({})).toBe('Drop exact copies');
    expect(dropDuplicates.describe({ columns: ['a', 'b', 'c'] })).toBe('Drop rows with the same a, b and c');
    expect(dropDuplicates.reads({})).toEqual([]);
    expect(dropDuplicates.reads({ columns: ['a'] })).toEqual(['a']);
    expect(dropDuplicates.adds({})).toEqual([]);
  });
});
