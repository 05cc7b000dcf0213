import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/engine/insight/understand';
import { sourceTable, unitOf } from '../../../src/engine/recipe/source-table';
import { unitsAsRead } from '../../../src/engine/recipe/units-as-read';
import { metaOf } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { read } from '../../support/files';
import { someOrders } from '../insight/understood';

const orders = (sign: string) => read(someOrders('customer,order_no,date,amount', (at) => `${sign}${at}.50`));

describe('unitsAsRead', () => {
  it('believes the cells of the next file, and the recipe where they say nothing', async () => {
    const [euros, dollars, plain] = await Promise.all(['€', '$', ''].map(orders));
    const { source } = await understand(euros!, {}, unwatched);
    const amount = (of: typeof source) => unitOf(of.columns.at(-1)!);
    expect(amount(unitsAsRead(source, euros!.report))).toBe('€');
    expect(unitsAsRead(source, euros!.report)).toEqual(source);
    const other = unitsAsRead(source, dollars!.report);
    expect(amount(other)).toBe('$');
    expect(metaOf(sourceTable(dollars!.table, other)).units.get('amount')).toBe('$');
    expect(amount(unitsAsRead(source, plain!.report))).toBe('€');
  });

  it('believes the cells against what a person said of another file', async () => {
    const { source } = await understand(await orders(''), { currency: 'CHF' }, unwatched);
    expect(unitOf(source.columns.at(-1)!)).toBe('CHF');
    const other = unitsAsRead(source, (await orders('$')).report);
    expect(unitOf(other.columns.at(-1)!)).toBe('$');
  });
});
