import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { fillMissing } from '../../../src/engine/steps/fill-missing';
import type { TextColumn } from '../../../src/engine/table/columns';
import { columnAs } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

type Cells = Parameters<typeof table>[0];
type Params = Parameters<typeof fillMissing.describe>[0];

async function filled(cells: Cells, params: Params) {
  const before = table(cells);
  const { table: after, counts, fit } = await learnAndApply(fillMissing, before, params);
  tableEqual(before, table(cells));
  return { cells: cellsOf(after), counts, fit };
}

const median = (...columns: string[]): Params => ({ columns, with: 'median' });
const constant = (column: string, value: string | number | boolean): Params => ({
  columns: [column],
  with: 'constant',
  value,
});

describe('fill-missing', () => {
  it('fills with the median: the middle value, or the mean of the middle two', async () => {
    expect(await filled({ odd: [3, null, 1, 2], even: [4, 1, null, null] }, median('odd', 'even'))).toEqual({
      cells: { odd: [3, 2, 1, 2], even: [4, 1, 2.5, 2.5] },
      counts: { filled: 3 },
      fit: {
        columns: [
          { column: 'odd', value: 2 },
          { column: 'even', value: 2.5 },
        ],
      },
    });
  });

  it('fills each kind with a value of that kind', async () => {
    expect((await filled({ n: [null, 1] }, constant('n', 0))).cells.n).toEqual([0, 1]);
    expect((await filled({ b: [null, true] }, constant('b', false))).cells.b).toEqual([false, true]);
    const day = new Date('2024-05-06');
    expect((await filled({ d: [null, day] }, constant('d', '2023-01-31'))).cells.d).toEqual([
      new Date('2023-01-31'),
      day,
    ]);
    expect((await filled({ t: [null, 'x'] }, constant('t', 'Łódź'))).cells.t).toEqual(['Łódź', 'x']);
  });

  it('does not write a text twice into the dictionary', async () => {
    const { table: after } = await learnAndApply(
      fillMissing,
      table({ t: ['xy', null, 'x'] }),
      constant('t', 'x'),
    );
    const column: TextColumn = columnAs(after, 't', 'text');
    expect([[...column], column.dictionary.size]).toEqual([['xy', 'x', 'x'], 2]);
  });

  it('leaves a column without blanks, one row and an empty table as they are', async () => {
    for (const cells of [[1, 2], [7], []]) {
      expect((await filled({ n: cells }, constant('n', 9))).counts).toEqual({ filled: 0 });
    }
  });

  it('fills a constant column with its constant', async () => {
    expect((await filled({ n: [0.1, null, 0.1] }, median('n'))).cells.n).toEqual([0.1, 0.1, 0.1]);
  });

  it('takes the value learnt when it is reused', async () => {
    const fit = { columns: [{ column: 'n', value: 42 }] };
    const { table: after } = await fillMissing.apply(table({ n: [null, 1] }), median('n'), fit, unwatched);
    expect(cellsOf(after).n).toEqual([42, 1]);
  });

  it('refuses the median of nothing and of what is no number', async () => {
    expect(await refusal(filled({ n: [null, null] }, median('n')))).toEqual({
      code: 'too-few-values',
      details: { column: 'n', count: 0 },
    });
    expect(await refusal(filled({ t: ['x', null] }, median('t')))).toEqual({
      code: 'wrong-kind',
      details: { column: 't', kind: 'text', needed: 'number' },
    });
  });

  it.each([
    [{ n: [1, null] }, 'much', 'text'],
    [{ t: ['x', null] }, 1, 'number'],
    [{ b: [true, null] }, 'yes', 'text'],
    [{ d: [new Date(0), null] }, 'soon', 'text'],
  ] as [Cells, string | number, string][])('refuses %o with %o', async (cells, value, needed) => {
    const doing = filled(cells, constant(Object.keys(cells)[0]!, value));
    expect(await refusal(doing)).toMatchObject({ code: 'wrong-kind', details: { needed } });
  });

  it('refuses parameters without a value', () => {
    expect(v.is(fillMissing.params, { columns: ['n'], with: 'constant' })).toBe(false);
    expect(v.is(fillMissing.params, { columns: ['n'], with: 'mode' })).toBe(false);
  });

  it('says itself in one line and names what it reads and adds', () => {
    expect(fillMissing.describe(median('Income'))).toBe('Fill blank Income with the median');
    expect(fillMissing.describe(constant('City', 'unknown'))).toBe('Fill blank City with “unknown”');
    expect([fillMissing.reads(median('n')), fillMissing.adds(median('n'))]).toEqual([['n'], []]);
  });
});
