import { describe, expect, it } from 'vitest';
import { duplicateRows } from '../../../src/engine/table/duplicate-rows';
import { withColumns } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { table } from '../../support/tables';

const marks = async (columns: Parameters<typeof table>[0], names = Object.keys(columns)) => [
  ...(await duplicateRows(table(columns), names, unwatched)),
];

describe('duplicateRows', () => {
  it('marks every row that equals an earlier one in all columns', async () => {
    const day = new Date(Date.UTC(2024, 0, 5));
    const found = await marks({
      who: ['a', 'b', 'a', 'a', 'a'],
      spent: [1, 1, 1, 2, 1],
      on: [day, day, day, day, day],
      vip: [true, true, true, true, false],
    });
    expect(found).toEqual([0, 0, 1, 0, 0]);
  });

  it('takes blanks for equal, and −0 for 0', async () => {
    expect(await marks({ x: [null, 0, null, -0, 1], y: ['a', null, 'a', null, null] })).toEqual([
      0, 0, 1, 1, 0,
    ]);
  });

  it('looks at the columns given only', async () => {
    expect(await marks({ id: [1, 2, 3], x: [5, 5, 6] }, ['x'])).toEqual([0, 1, 0]);
  });

  it('marks nothing in an empty table, in one row, and where all rows differ', async () => {
    expect(await marks({ x: [] })).toEqual([]);
    expect(await marks({ x: [1] })).toEqual([0]);
    expect(await marks({ x: [1, 1 + 2 ** -52, 2 ** 53, -1] })).toEqual([0, 0, 0, 0]);
  });

  it('finds as many as a set of texts does, over many blocks', async () => {
    const xs = Array.from({ length: 30_000 }, (_, at) => (at * 7919) % 1009);
    const ys = xs.map((_, at) => (at * 104_729) % 23);
    const texts = new Set(xs.map((x, at) => `${x} ${ys[at]}`));
    const found = await marks({ x: xs, y: ys });
    expect(found.filter((mark) => mark === 0)).toHaveLength(texts.size);
  });

  it('marks what a set of texts marks, wherever the copies lie in a long table', async () => {
    const rows = 40_000;
    const texts = Array.from({ length: rows }, (_, at) => `${(at * 7919) % 20_011}`);
    const days = texts.map((_, at) => new Date(((at * 31) % 97) * 86_400_000));
    const seen = new Set<string>();
    const expected = texts.map((text, at) => {
      const row = `${text} ${days[at]!.getTime()}`;
      const copy = seen.has(row) ? 1 : 0;
      seen.add(row);
      return copy;
    });
    expect(await marks({ text: texts, on: days })).toEqual(expected);
  });

  it('marks a table again where one column became another', async () => {
    const one = table({ x: [1, 1], y: [2, 2] });
    expect([...(await duplicateRows(one, ['x', 'y'], unwatched))]).toEqual([0, 1]);
    const other = withColumns(one, [['y', Float64Array.of(2, 3)]]);
    expect([...(await duplicateRows(other, ['x', 'y'], unwatched))]).toEqual([0, 0]);
    expect([...(await duplicateRows(one, ['x', 'y'], unwatched))]).toEqual([0, 1]);
  });

  it('refuses a column that is not there', async () => {
    await expect(marks({ x: [1] }, ['y'])).rejects.toMatchObject({ code: 'missing-column' });
  });
});
