import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/engine/insight/understand';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { sampleCustomers } from '../../../src/engine/sample/sample-customers';
import { sampleShop } from '../../../src/engine/sample/sample-shop';
import { numbers } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { read } from '../../support/files';

const rowsOf = (bytes: Uint8Array) =>
  new TextDecoder()
    .decode(bytes)
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((row) => row.split(','));
const understoodShop = async (seed: number) => understand(await read(sampleShop(seed)), {}, unwatched);

describe('sampleShop', () => {
  it('gives the same bytes for the same seed, and others for another', () => {
    const [text, again, other] = [1, 1, 2].map((seed) => new TextDecoder().decode(sampleShop(seed)));
    expect(again === text).toBe(true);
    expect(other === text).toBe(false);
  });

  it('is a year of orders of 2,000 customers, each row whole', () => {
    const rows = rowsOf(sampleShop(1));
    expect(rows.length).toBeGreaterThan(12_000);
    expect(rows.length).toBeLessThan(20_000);
    expect(rows.every((cells) => cells.length === 7)).toBe(true);
    const bought = new Set(
      rows.filter(([, , id, , quantity]) => id && Number(quantity) > 0).map(([, , id]) => id),
    );
    expect(bought.size).toBe(2000);
    const dates = rows.map(([, date]) => date!);
    expect(dates.every((date) => date >= '2024-10-01 00:00' && date <= '2025-10-01 00:00')).toBe(true);
  });

  it('sells more before Christmas than in summer', () => {
    const months = new Map<string, number>();
    for (const [, date] of rowsOf(sampleShop(3))) {
      const month = date!.slice(0, 7);
      months.set(month, (months.get(month) ?? 0) + 1);
    }
    expect(months.get('2024-12')!).toBeGreaterThan(months.get('2025-07')! * 1.2);
  });

  it('is understood, dirt and all', async () => {
    const understanding = await understoodShop(1);
    const roles = understanding.guesses
      .filter(({ confidence }) => confidence >= 0.8)
      .map(({ role, column }) => [role, column]);
    expect(Object.fromEntries(roles)).toEqual({
      customer: 'customer_id',
      order: 'order_id',
      date: 'order_date',
      quantity: 'quantity',
      price: 'unit_price',
      product: 'product',
      country: 'country',
    });
    expect(understanding).toMatchObject({ grain: 'orders', customers: 2007 });
    expect(understanding.findings.map(({ code }) => code)).toEqual([
      'no-customer',
      'negative-quantity',
      'copies',
      'free',
    ]);
    expect(understanding.columns.find(({ name }) => name === 'country')!.distinct).toBeGreaterThan(6);
  });

  it.each([1, 2])(
    'gives three to five stable segments, the best of which bring most (seed %i)',
    { timeout: 30_000 },
    async (seed) => {
      const { table } = await read(sampleShop(seed));
      const { recipe } = await understoodShop(seed);
      expect(recipe.ok).toBe(true);
      const { recipe: steps } = recipe as Extract<typeof recipe, { ok: true }>;
      const outcome = await run(steps, sourceTable(table, steps.sources[0]!), {
        mode: 'learn',
        work: unwatched,
      });
      const fit = outcome.fits['step-6'] as { k: number; names: string[]; overlaps: number[] };
      expect(fit.k).toBeGreaterThanOrEqual(3);
      expect(fit.k).toBeLessThanOrEqual(5);
      expect(new Set(fit.names).size).toBe(fit.k);
      expect(Math.min(...fit.overlaps)).toBeGreaterThanOrEqual(0.75);
      const ids = numbers(outcome.table, 'segment_id');
      const money = numbers(outcome.table, 'monetary');
      const best = ids.map((id) => Number(id === 1));
      const share = best.reduce((sum, one) => sum + one) / ids.length;
      const total = money.reduce((sum, value) => sum + value);
      const brought = money.reduce((sum, value, at) => sum + value * best[at]!, 0) / total;
      expect(share).toBeGreaterThan(0.15);
      expect(share).toBeLessThan(0.2);
      expect(brought).toBeGreaterThan(0.55);
      expect(brought).toBeLessThan(0.7);
    },
  );
});

describe('sampleCustomers', () => {
  it('names the customers of the shop with the same seed, once each', () => {
    const buyers = new Set(rowsOf(sampleShop(4)).map(([, , id]) => id!));
    const customers = rowsOf(sampleCustomers(4)).map(([id]) => id!);
    expect(new Set(customers).size).toBe(2000);
    expect(customers.every((id) => buyers.has(id))).toBe(true);
  });

  it('is understood as customers that can be grouped', async () => {
    const understanding = await understand(await read(sampleCustomers(1)), {}, unwatched);
    expect(understanding).toMatchObject({ grain: 'customers', customers: 2000, recipe: { ok: true } });
    const grouped = understanding.lists
      .filter(({ list }) => list === 'grouped-by')
      .map(({ column }) => column);
    expect(grouped).toEqual(['visits_per_month', 'wishlist_items', 'support_contacts']);
  });
});
