import type { ColumnTable } from 'arquero';
import { beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { cleanText } from '../../../src/engine/steps/clean-text';
import { dropDuplicates } from '../../../src/engine/steps/drop-duplicates';
import { extract } from '../../../src/engine/steps/extract';
import { filterRows } from '../../../src/engine/steps/filter-rows';
import type { Condition } from '../../../src/engine/steps/filter-rows/params';
import { sortRows } from '../../../src/engine/steps/sort-rows';
import { columnOf } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/text-steps/text-steps.json';
import { hasRealFiles, realFile } from '../../support/files';
import { learnAndApply } from './apply';

// Expectations by pandas: tests/expectations/text-steps/text-steps.py. Skipped where ../shared/data is absent.
const open = async (path: string) => (await readTable(realFile(path), {}, unwatched)).table;
const kept = async (table: ColumnTable, match: 'all' | 'any', ...conditions: Condition[]) =>
  (await learnAndApply(filterRows, table, { match, conditions, rows: 'keep' })).table;

describe.skipIf(!hasRealFiles)('text and rows of Online Retail', () => {
  let retail: ColumnTable;
  beforeAll(async () => {
    retail = await open('transactions/online_retail_2010-2011.csv');
  });

  it('finds as many descriptions with blanks at the ends as pandas, of all rows and of the named customers', async () => {
    const trim = async (table: ColumnTable) =>
      (await learnAndApply(cleanText, table, { columns: ['Description'], ends: 'trim' })).counts.changed;
    expect(await trim(retail)).toBe(expected.onlineRetail.allTrimmed);
    const { table: once } = await learnAndApply(dropDuplicates, retail, {});
    const named = await kept(once, 'all', { column: 'CustomerID', is: 'not-blank' });
    expect(named.numRows()).toBe(expected.onlineRetail.named);
    expect(await trim(named)).toBe(expected.onlineRetail.trailing);
  });

  it('filters text as pandas does', async () => {
    const rows = async (condition: Condition) => (await kept(retail, 'all', condition)).numRows();
    expect(await rows({ column: 'Country', is: 'text', value: 'Germany' })).toBe(
      expected.onlineRetail.germany,
    );
    expect(await rows({ column: 'InvoiceNo', is: 'starts', value: 'C' })).toBe(expected.onlineRetail.returns);
    const red: Condition = { column: 'Description', is: 'contains', value: 'RED ', case: 'any' };
    expect(await rows(red)).toBe(expected.onlineRetail.redWords);
  });
});

describe.skipIf(!hasRealFiles)('rows of Superstore', () => {
  const west: Condition = { column: 'Region', is: 'text', value: 'West' };
  const consumer: Condition = { column: 'Segment', is: 'text', value: 'Consumer' };
  const { superstore } = expected;

  it('filters, sorts and takes out as pandas does', async () => {
    const store = await open('transactions/Sample - Superstore.csv');
    expect((await kept(store, 'all', west, consumer)).numRows()).toBe(superstore.consumersInWest);
    const small: Condition = { column: 'Profit', is: 'between', from: 0, to: 10 };
    expect((await kept(store, 'all', small)).numRows()).toBe(superstore.profitBetween);
    const loss: Condition = { column: 'Profit', is: 'less', value: 0 };
    const bulk: Condition = { column: 'Quantity', is: 'at-least', value: 10 };
    expect((await kept(store, 'any', loss, bulk)).numRows()).toBe(superstore.lossOrBulk);
    const { table: sorted } = await learnAndApply(sortRows, store, {
      by: [
        { column: 'Region', order: 'rising' },
        { column: 'Profit', order: 'falling' },
      ],
    });
    const ids = [...columnOf(sorted, 'Row ID')].slice(-3).map(Number);
    expect(ids).toEqual(superstore.lastOfSort);
    const { table: named } = await learnAndApply(extract, store, {
      column: 'Customer Name', as: 'first', what: 'pattern', pattern: '^[^ ]+',
    }); // prettier-ignore
    expect(new Set<unknown>(columnOf(named, 'first')).size).toBe(superstore.firstNames);
  });
});
