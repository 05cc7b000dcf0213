import type { ColumnTable } from 'arquero';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { standardise } from '../../../src/engine/steps/standardise';
import { columnAs } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { MISSING } from '../../../src/engine/table/columns';
import expected from '../../expectations/standardise/standardise.json';
import { hasRealFiles, realFile } from '../../support/files';
import { learnAndApply } from './apply';

// Rows by country, counted by pandas: tests/expectations/standardise/standardise.py. Skipped where ../shared/data is absent.
describe.skipIf(!hasRealFiles)('countries of Online Retail', () => {
  const { onlineRetail: rows } = expected;
  const none = ['Channel Islands', 'European Community', 'Unspecified'] as const;

  let retail: ColumnTable;
  beforeAll(async () => {
    retail = (await readTable(realFile('transactions/online_retail_2010-2011.csv'), {}, unwatched)).table;
  });

  it('are all known but Channel Islands, European Community and Unspecified', async () => {
    const { table: after, counts } = await learnAndApply(standardise, retail, {
      columns: ['Country'],
      as: 'country',
    });
    const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
    const failed = none.reduce((sum, name) => sum + rows[name], 0);
    expect(counts).toEqual({ changed: all - failed, failed });

    const { codes, dictionary } = columnAs(after, 'Country', 'text');
    const cells = new Map<string, number>();
    for (const code of codes.filter((one) => one !== MISSING)) {
      const text = dictionary.text(code);
      cells.set(text, (cells.get(text) ?? 0) + 1);
    }
    const { GB, IE, ZA, US, HK, AE, CZ } = Object.fromEntries(cells);
    expect({ GB, IE, ZA, US, HK, AE, CZ }).toEqual({
      GB: rows['United Kingdom'],
      IE: rows.EIRE,
      ZA: rows.RSA,
      US: rows.USA,
      HK: rows['Hong Kong'],
      AE: rows['United Arab Emirates'],
      CZ: rows['Czech Republic'],
    });
    expect(cells.size).toBe(Object.keys(rows).length);
  });
});
