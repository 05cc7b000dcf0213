import { describe, expect, it } from 'vitest';
import { madeColumns } from '../../../src/engine/export/made-columns';
import type { Recipe } from '../../../src/engine/recipe/schema';

const orders = {
  customer: 'who',
  date: 'day',
  order: 'order',
  amount: null,
  quantity: 'pieces',
  price: 'price',
};
const stepsOf = (...steps: [op: string, params: object, enabled?: boolean][]): Pick<Recipe, 'steps'> => ({
  steps: steps.map(([op, params, enabled = true], i) => ({
    id: `s${i}`,
    op,
    version: 1,
    enabled,
    params: params as Recipe['steps'][number]['params'],
  })),
});
const told = (recipe: Pick<Recipe, 'steps'>) =>
  Object.fromEntries([...madeColumns(recipe)].map(([name, { unit, from }]) => [name, [unit, from]]));

describe('madeColumns', () => {
  it('knows the days, orders and money of customers, and what each was made from', () => {
    expect(told(stepsOf(['rfm', orders]))).toEqual({
      recency_days: ['days', 'day'],
      frequency: ['orders', 'order'],
      monetary: [undefined, 'pieces × price'],
      last_purchase: [undefined, 'day'],
    });
  });

  it('says the day that days are counted to', () => {
    const made = madeColumns(stepsOf(['rfm', orders]), { s0: { referenceDate: '2025-10-01' } });
    expect(made.get('recency_days')!.holds).toBe('days from the last purchase to 2025-10-01, at least 1');
  });

  it('counts days with a purchase where no column names the order', () => {
    const { frequency } = told(stepsOf(['rfm', { ...orders, order: null, amount: 'paid' }]));
    expect(frequency).toEqual(['days with a purchase', 'day']);
  });

  it('knows measures of one’s own choice by the names they have', () => {
    const measures = [
      { measure: 'mean-gap' },
      { measure: 'basket-size', as: 'lines' },
      { measure: 'order-value' },
      { measure: 'sum', column: 'pieces' },
      { measure: 'rows' },
    ];
    expect(told(stepsOf(['aggregate', { ...orders, measures }]))).toEqual({
      days_between_mean: ['days', 'day'],
      lines: ['rows', 'order'],
      mean_order_value: [undefined, 'order, pieces × price'],
      pieces_sum: [undefined, 'pieces'],
      rows: ['rows', undefined],
    });
  });

  it('follows names, forgets what goes, and leaves out what is switched off', () => {
    const names = [{ column: 'recency_days', as: 'Days since' }];
    const steps = stepsOf(
      ['days-since', { column: 'born' }],
      ['rfm', { ...orders, keep: ['born_days'] }],
      ['rename-columns', { names }],
      ['remove-columns', { columns: ['monetary'] }],
      ['remove-columns', { columns: ['frequency'] }, false],
      ['days-since', { column: 'last_purchase' }],
    );
    expect(told(steps)).toEqual({
      born_days: ['days', 'born'],
      'Days since': ['days', 'day'],
      frequency: ['orders', 'order'],
      last_purchase: [undefined, 'day'],
      last_purchase_days: ['days', 'last_purchase'],
    });
  });

  it('knows forecasts', () => {
    const made = told(stepsOf(['customer-value', { ...orders }]));
    expect(made['expected_orders']).toEqual(['days with a purchase', 'day']);
    expect(made['expected_value']).toEqual([undefined, 'day, pieces × price']);
    expect(made['recency_days']).toEqual(['days', 'day']);
  });
});
