import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { dropSparseColumns } from '../../../src/engine/steps/drop-sparse-columns';
import { metaOf } from '../../../src/engine/table/meta';
import { columnNames } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { hasRealFiles, realFile } from '../../support/files';
import { table } from '../../support/tables';
import { learnAndApply } from './apply';
import { keepsTheLaws } from './laws';

const ROWS = { full: [1, 2, 3, 4], half: ['a', null, null, 'b'], bare: [null, null, null, true] };
const params = { columns: ['full', 'half', 'bare'], above: 0.5 };

describe('drop-sparse-columns', () => {
  keepsTheLaws(dropSparseColumns, {
    params,
    cells: ROWS,
    says: 'Remove columns with more than 50 % blank',
    reads: params.columns,
    removes: ['bare'],
  });

  it('takes out those with more blanks than the share, not those with just as many', async () => {
    const before = table(ROWS, { roles: new Map([['bare', 'consent']]), key: 'full' });
    const { table: after, counts, fit } = await learnAndApply(dropSparseColumns, before, params);
    expect(columnNames(after)).toEqual(['full', 'half']);
    expect([counts, metaOf(after).key, [...metaOf(after).roles]]).toEqual([{ removed: 1 }, 'full', []]);
    expect(dropSparseColumns.describe(params, fit)).toBe('Remove columns with more than 50 % blank: bare');
  });

  it('takes the same columns out of a later file, however full they are', () => {
    const later = table({ full: [null], half: ['x'], bare: [true] });
    const { table: after } = dropSparseColumns.apply(later, params, { columns: ['bare'] }, unwatched) as {
      table: typeof later;
    };
    expect(columnNames(after)).toEqual(['full', 'half']);
  });

  it('shares the table where nothing goes', async () => {
    const before = table({ full: [1, 1], half: ['a', 'a'], bare: [true, true] });
    expect((await learnAndApply(dropSparseColumns, before, params)).table).toBe(before);
  });
});

const expected = JSON.parse(
  readFileSync(new URL('../../expectations/missing/missing.json', import.meta.url), 'utf8'),
) as { credit_sparse: Record<string, string[]> };

describe.skipIf(!hasRealFiles)('sparse columns of credit_data, as pandas counts them', () => {
  it.each(Object.entries(expected.credit_sparse))('above a share of %s', async (above, sparse) => {
    const { table: read } = await readTable(realFile('customers/credit_data.csv'), {}, unwatched);
    const { fit } = await learnAndApply(dropSparseColumns, read, {
      columns: columnNames(read),
      above: Number(above),
    });
    expect(fit.columns).toEqual(sparse);
  });
});
