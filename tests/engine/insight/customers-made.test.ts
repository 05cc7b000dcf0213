import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/engine/insight/prepare';
import { historyOf } from '../../../src/engine/insight/history/history-of';
import { segmentationOf } from '../../../src/engine/insight/segmentation-of';
import { understand } from '../../../src/engine/insight/understand';
import { run } from '../../../src/engine/recipe/run';
import type { RecipeStep } from '../../../src/engine/recipe/schema';
import { kindsOf, sourceTable } from '../../../src/engine/recipe/source-table';
import { validate } from '../../../src/engine/recipe/validate';
import { unwatched } from '../../../src/engine/work';
import { read } from '../../support/files';

/** 60 customers, of whom the first third buy often. */
const lines = Array.from({ length: 60 }, (_, i) =>
  Array.from({ length: i < 20 ? 8 + ((i * 7) % 6) : 2 + (i % 3) }, (_, order) => {
    const day = ((i * 37) % 91) + order * (9 + ((i * 13) % 17));
    const date = new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
    return `C${i},${i}-${order},${date},£${5 + ((i * 37) % 97) + ((order * 53) % 19)}.50,${(i + order) % 3 ? 'Tea' : 'Pot'}`;
  }),
).flat();
const FILE = `customer,order,date,amount,product\n${lines.join('\n')}\n`;

const step = (op: string, params: object): RecipeStep => ({
  id: 'own',
  op,
  version: 1,
  enabled: true,
  params: { ...params },
});
const columns = {
  customer: 'customer',
  date: 'date',
  order: 'order',
  amount: 'amount',
  quantity: null,
  price: null,
};
const measures = [
  { measure: 'recency' }, { measure: 'frequency' }, { measure: 'monetary' }, { measure: 'mean-gap' }, { measure: 'share', column: 'product', value: 'Pot' }, { measure: 'favourite', column: 'product' },
]; // prettier-ignore

describe.each([
  ['aggregate', step('aggregate', { ...columns, measures }), 'days_between_mean'],
  ['customer-value', step('customer-value', columns), 'expected_order_value'],
])('customers that a person made of orders by %s', (_, own, feature) => {
  it('are what the automatic recipe groups, on all their columns, and the file stays one of orders', async () => {
    const file = await read(FILE);
    const before = await understand(file, {}, unwatched);
    expect(before.grain).toBe('orders');
    const prepared = await prepare([file], [own], [before.source], undefined, unwatched);
    const chosen = { grain: 'orders' as const, roles: new Map([['customer', 'customer' as const]]) };
    const after = await understand(file, chosen, unwatched, prepared);
    expect([after.grain, after.source.grain]).toEqual(['customers', 'orders']);
    expect(after.source.columns).toEqual(before.source.columns);
    expect(after.money).toEqual({ by: 'amount', column: 'monetary' });
    expect(after.currency?.unit).toBe('£');
    const grouped = after.lists.filter(({ list }) => list === 'grouped-by').map(({ column }) => column);
    expect(grouped).toEqual(expect.arrayContaining(['recency_days', 'monetary', feature]));
    const recipe = after.recipe.ok ? after.recipe.recipe : null;
    expect(validate(recipe!, kindsOf(file.table))).toEqual([]);
    const source = sourceTable(file.table, recipe!.sources[0]!);
    const outcome = await run(recipe!, source, { mode: 'learn', work: unwatched });
    const describing = after.lists.filter(({ list }) => list === 'described-by').map(({ column }) => column);
    const segmentation = await segmentationOf(recipe!, outcome, describing, unwatched);
    for (const { traits } of segmentation!.segments)
      expect(new Set(traits.map(({ column }) => column)).size).toBe(traits.length);
    expect(segmentation).toMatchObject({ grain: 'orders', referenceDate: expect.any(Number) as number });
    expect(segmentation!.segments.reduce((sum, { size }) => sum + size, 0)).toBe(60);
    expect(
      await historyOf({ recipe: recipe!, outcome, source, sources: new Map() }, segmentation!, unwatched),
    ).toEqual({ why: 'measures' });
    // What was made and does not group describes, and stands in the list.
    const all = own.op === 'aggregate' ? 'product_favourite' : 'last_purchase';
    expect([segmentation!.kept?.includes(all), segmentation!.kept?.includes('recency_days')]).toEqual([
      true,
      false,
    ]);
  });

  it('are gone with the step', async () => {
    const file = await read(FILE);
    const before = await understand(file, {}, unwatched);
    const prepared = await prepare([file], [own], [before.source], undefined, unwatched);
    const made = await understand(file, {}, unwatched, prepared);
    const off = await prepare([file], [{ ...own, enabled: false }], [made.source], undefined, unwatched);
    const after = await understand(file, {}, unwatched, off);
    expect([after.grain, after.recipe.ok]).toEqual(['orders', true]);
  });
});

describe('customers made of orders of whom nearly all came once', () => {
  it('are grouped by how often they came all the same', async () => {
    const orders = Array.from({ length: 200 }, (_, i) =>
      Array.from({ length: i < 8 ? 2 + i : 1 }, (_, order) => {
        const date = new Date(Date.UTC(2024, 0, 1 + ((i * 37) % 91) + order * 11)).toISOString().slice(0, 10);
        return `C${i},${i}-${order},${date},£${5 + ((i * 37) % 97)}.50,Tea`;
      }),
    ).flat();
    const file = await read(`customer,order,date,amount,product\n${orders.join('\n')}\n`);
    const own = step('aggregate', { ...columns, measures: measures.slice(0, 3) });
    const { source } = await understand(file, {}, unwatched);
    const prepared = await prepare([file], [own], [source], undefined, unwatched);
    const roles = new Map([['customer', 'customer' as const]]);
    const { lists } = await understand(file, { grain: 'orders', roles }, unwatched, prepared);
    const grouped = lists.filter(({ list }) => list === 'grouped-by').map(({ column }) => column);
    expect(grouped).toEqual(['recency_days', 'frequency', 'monetary']);
  });
});
