import { describe, expect, it } from 'vitest';
import { openTable } from '../../../../src/engine/files/open-table';
import { columnOf } from '../../../../src/engine/table/table';
import { unwatched } from '../../../../src/engine/work';
import { compared, expectedTables } from '../../../support/columnar';
import { hasRealFiles, realFile } from '../../../support/files';

// Python's own SQLite: tests/expectations/columnar/sqlite.py.
const tables = Object.entries(expectedTables()).flatMap(([file, of]) =>
  Object.entries(of).map(([table, facts]) => ({ file, table, facts })),
);

describe.skipIf(!hasRealFiles)('openTable on real databases (skipped where ../shared/data is absent)', () => {
  it.each(tables)('reads $table of $file as Python does', async ({ file, table: sheet, facts }) => {
    const { table, report } = (await openTable(realFile(`sqlite/${file}`), { options: { sheet } }, unwatched))
      .read;
    expect(report.rows).toBe(facts.rows);
    for (const [name, of] of Object.entries(facts.columns)) {
      const { wanted, found, ratio } = compared(columnOf(table, name), of);
      expect([name, wanted]).toMatchObject([name, found]);
      expect(ratio).toBeCloseTo(1, 12);
    }
  });

  it('takes the larger table and finds its dates', async () => {
    const { report } = (await openTable(realFile('sqlite/retail_transactions.sqlite'), {}, unwatched)).read;
    expect(report.sheet).toMatchObject({ name: 'transactions', others: [{ name: 'response', rows: 6884 }] });
    expect(report.columns.map(({ name, kind }) => [name, kind])).toEqual([
      ['customer_id', 'text'],
      ['trans_date', 'date'],
      ['tran_amount', 'number'],
    ]);
  });
});
