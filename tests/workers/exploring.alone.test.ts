import { describe, expect, it, vi } from 'vitest';
import type { Recipe, Understanding } from '../../src/engine/index';
import { valueOf } from '../support/outcomes';

vi.mock('../../src/workers/reader.worker.ts?worker&url', () => ({ default: 'reader.js' }));
vi.mock('../../src/workers/piece.worker.ts?worker&url', () => ({ default: 'piece.js' }));
vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
const { Desk } = await import('../../src/workers/desk');

const watch = () => undefined;

/** Twelve months of orders; November brings three times as much. */
function orders(): File {
  const lines = Array.from({ length: 1200 }, (_, i) => {
    const month = i % 12;
    const day = String(1 + (i % 28)).padStart(2, '0');
    const money = month === 10 ? 30 : 10;
    return `C${i % 40},A${i},2024-${String(month + 1).padStart(2, '0')}-${day},${money}.50,shop`;
  });
  return new File(
    [['customer_id,order_id,order_date,amount,channel', ...lines, ''].join('\n')],
    'orders.csv',
  );
}

describe('exploring on the desk', () => {
  it('gives a card per column with its role, what stands out, and the same again', async () => {
    const desk = new Desk();
    await desk.open(1, orders(), {}, watch);
    const cards = await valueOf(desk.overview(2, 'source', watch));
    expect(cards.map(({ name, role, distinct }) => [name, role, distinct])).toEqual([
      ['customer_id', 'customer', 40],
      ['order_id', 'order', 1200],
      ['order_date', 'date', 84],
      ['amount', 'amount', 2],
      ['channel', null, 1],
    ]);
    const { headline, findings } = await valueOf(desk.explored(3, 'source', watch));
    expect(headline).toMatchObject({ measure: ['amount'], unit: 'month', contrast: { best: 10 } });
    expect(findings.map(({ kind, columns }) => [kind, ...columns])).toContainEqual(['constant', 'channel']);
    expect(await valueOf(desk.overview(4, 'source', watch))).toBe(cards);
    expect((await valueOf(desk.explored(5, 'source', watch))).findings).toBe(findings);
  });

  it('looks anew once something else is said of the roles', async () => {
    const desk = new Desk();
    await desk.open(1, orders(), {}, watch);
    await desk.overview(2, 'source', watch);
    await desk.understand(3, { roles: [['amount', null]] }, watch);
    const cards = await valueOf(desk.overview(4, 'source', watch));
    expect(cards.find(({ name }) => name === 'amount')?.role).toBeNull();
    const { headline } = await valueOf(desk.explored(5, 'source', watch));
    expect(headline).toMatchObject({ measure: [], currency: null });
  });

  it('says what a step that adds up orders would do to the file as it was read', async () => {
    const desk = new Desk();
    const { value } = (await desk.open(1, orders(), {}, watch)) as {
      value: { understanding: Understanding };
    };
    const { recipe } = value.understanding.recipe as { recipe: Recipe };
    const columns = { customer: 'customer_id', date: 'order_date', order: 'order_id', amount: 'amount' };
    const params = { ...columns, quantity: null, price: null, measures: [{ measure: 'trend' }] };
    const own = { id: 'own', op: 'aggregate', version: 1, enabled: true, params };
    const ahead = { recipe: { ...recipe, steps: [own] }, index: 0, before: 'source' as const };
    const effect = await valueOf(desk.effect(2, ahead, null, watch));
    expect(effect).toMatchObject({ rows: { before: 1200, after: 40 }, columns: { added: ['spend_trend'] } });
  });

  it('counts blanks by a date, and has no matrix of a single column of numbers', async () => {
    const desk = new Desk();
    await desk.open(1, orders(), {}, watch);
    const by = await valueOf(desk.missingBy(2, 'source', { column: 'order_date' }, [], watch));
    expect(by).toMatchObject({ periods: { unit: 'month' }, missing: [], peak: null });
    expect(await valueOf(desk.pairMatrix(3, 'source', watch))).toBeNull();
  });
});
