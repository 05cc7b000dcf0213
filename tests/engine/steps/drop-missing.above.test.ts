import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { dropMissing } from '../../../src/engine/steps/drop-missing';
import { columnNames } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply } from './apply';
import { keepsTheLaws } from './laws';

const ROWS = {
  a: [1, null, null, null],
  b: ['x', 'y', null, null],
  c: [true, true, true, null],
  d: [1, 2, 3, null],
};
const params = { columns: ['a', 'b', 'c', 'd'], above: 0.5 };

describe('drop-missing above a share', () => {
  keepsTheLaws(dropMissing, {
    params,
    cells: ROWS,
    says: 'Set aside rows with more than 50 % of 4 columns blank',
    reads: params.columns,
  });

  it('keeps a row of which just that share is blank', async () => {
    const { table: after, counts } = await learnAndApply(dropMissing, table(ROWS), params);
    expect(cellsOf(after).a).toEqual([1, null, null]);
    expect(counts).toEqual({ dropped: 1, 'missing:a': 3, 'missing:b': 2, 'missing:c': 1, 'missing:d': 1 });
  });

  it('takes nothing above for any blank at all', async () => {
    const { table: after } = await learnAndApply(dropMissing, table(ROWS), { ...params, above: 0 });
    expect(after.numRows()).toBe(1);
  });
});

const expected = JSON.parse(
  readFileSync(new URL('../../expectations/missing/missing.json', import.meta.url), 'utf8'),
) as { credit_rows_left: Record<string, number> };

describe.skipIf(!hasRealFiles)('rows of credit_data that pandas keeps', () => {
  it.each(Object.entries(expected.credit_rows_left))('with at most %s blanks', async (most, left) => {
    const { table: read } = await readTable(realFile('customers/credit_data.csv'), {}, unwatched);
    const columns = columnNames(read);
    const { table: after } = await learnAndApply(dropMissing, read, {
      columns,
      above: Number(most) / columns.length,
    });
    expect(after.numRows()).toBe(left);
  });
});
