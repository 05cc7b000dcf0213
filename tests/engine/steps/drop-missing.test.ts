import { describe, expect, it } from 'vitest';
import { dropMissing } from '../../../src/engine/steps/drop-missing';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const rows = {
  id: ['a', null, 'c', null],
  day: [new Date(0), new Date(0), null, null],
  yes: [true, true, true, true],
  n: [1, 2, 3, 4],
};

describe('drop-missing', () => {
  it('sets aside rows with a blank in any of the columns, and counts the blanks of each', async () => {
    const before = table(rows);
    const { table: after, counts } = await learnAndApply(dropMissing, before, {
      columns: ['id', 'day', 'yes'],
    });
    expect(cellsOf(after)).toEqual({ id: ['a'], day: [new Date(0)], yes: [true], n: [1] });
    expect(counts).toEqual({ dropped: 3, 'missing:id': 2, 'missing:day': 2, 'missing:yes': 0 });
    tableEqual(before, table(rows));
  });

  it('leaves a table without blanks, an empty one and one row as they are', async () => {
    for (const cells of [rows.n, [], [7]]) {
      const before = table({ n: cells });
      const { table: after, counts } = await learnAndApply(dropMissing, before, { columns: ['n'] });
      tableEqual(after, before);
      expect(counts.dropped).toBe(0);
    }
  });

  it('keeps counts of columns with hostile names', async () => {
    const before = table(
      JSON.parse('{ "__proto__": [1, null], "dropped": [null, null] }') as object as typeof rows,
    );
    const { counts } = await learnAndApply(dropMissing, before, { columns: ['__proto__', 'dropped'] });
    expect(counts).toEqual({ dropped: 2, 'missing:__proto__': 1, 'missing:dropped': 2 });
  });

  it('refuses a column that is not there', async () => {
    const doing = learnAndApply(dropMissing, table(rows), { columns: ['gone'] });
    expect(await refusal(doing)).toEqual({ code: 'missing-column', details: { column: 'gone' } });
  });

  it('says itself in one line and names what it reads and adds', () => {
    const params = { columns: ['id', 'day'] };
    expect(dropMissing.describe(params)).toBe('Set aside rows without id and day');
    expect(dropMissing.describe({ ...params, label: 'a customer' })).toBe(
      'Set aside rows without a customer',
    );
    expect([dropMissing.reads(params), dropMissing.adds(params)]).toEqual([['id', 'day'], []]);
  });
});
