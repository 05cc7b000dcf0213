import { describe, expect, it } from 'vitest';
import type { RecipeStep } from '../../../src/engine/recipe/schema';
import { validate } from '../../../src/engine/recipe/validate';
import type { Kind } from '../../../src/engine/table/columns';
import { recipeOf, step } from './recipes';

const orders: { name: string; kind: Kind }[] = [
  { name: 'customer', kind: 'text' },
  { name: 'date', kind: 'date' },
  { name: 'amount', kind: 'number' },
];
const roles = { customer: 'customer', date: 'date', order: null, quantity: null, price: null };
const rfm = step('rfm', 'rfm', { ...roles, amount: 'amount' });
const log = step('log', 'transform', { columns: ['recency_days', 'frequency', 'monetary'], with: 'log1p' });
const z = step('z', 'scale', { columns: ['recency_days_log', 'frequency_log', 'monetary_log'], with: 'z' });

const faultsOf = (steps: RecipeStep[], grain: 'orders' | 'customers' = 'orders') =>
  validate(recipeOf(steps, [], grain), orders);

describe('validate', () => {
  it('finds nothing wrong with columns that earlier steps make', () => {
    expect(faultsOf([step('d', 'drop-duplicates', {}), rfm, log, z])).toEqual([]);
  });

  it('reports every missing column, with its step', () => {
    const faults = faultsOf([step('m', 'drop-missing', { columns: ['customer', 'shop', 'toString'] })]);
    expect(faults).toEqual([
      { step: 0, code: 'missing-column', details: { column: 'shop' } },
      { step: 0, code: 'missing-column', details: { column: 'toString' } },
    ]);
  });

  it('knows that rfm leaves only its own columns', () => {
    expect(faultsOf([rfm, step('m', 'drop-missing', { columns: ['customer', 'amount'] })])).toEqual([
      { step: 1, code: 'missing-column', details: { column: 'amount' } },
    ]);
  });

  it('passes over steps that are off, so that what they add is missing', () => {
    expect(faultsOf([rfm, { ...log, enabled: false }, z]).map(({ code, step: at }) => [at, code])).toEqual([
      [2, 'missing-column'],
      [2, 'missing-column'],
      [2, 'missing-column'],
    ]);
  });

  it('reports names that are taken, by the table and within one step', () => {
    const twice = step('s', 'transform', { columns: ['amount'], with: 'log1p' });
    expect(faultsOf([twice, { ...twice, id: 't' }])).toEqual([
      { step: 1, code: 'name-taken', details: { column: 'amount_log' } },
    ]);
    const clash = validate(
      recipeOf([step('r', 'rfm', { ...rfm.params, customer: 'monetary' })], [], 'orders'),
      [...orders, { name: 'monetary', kind: 'text' }],
    );
    expect(clash).toEqual([{ step: 0, code: 'name-taken', details: { column: 'monetary' } }]);
  });

  it('reports parameters with their path', () => {
    const bad = [
      step('a', 'scale', { columns: [], with: 'z' }),
      step('b', 'scale', { columns: ['amount', 'amount'], with: 'z' }),
      step('c', 'scale', { columns: ['amount'], with: 'loudness' }),
      step('d', 'scale', { columns: ['amount'], with: 'z', extra: 1 }),
      step('e', 'drop-missing', { columns: ['amount', 7] }),
    ];
    expect(faultsOf(bad).map(({ step: at, code, details }) => [at, code, details.path])).toEqual([
      [0, 'bad-params', 'steps.0.params.columns'],
      [1, 'bad-params', 'steps.1.params.columns'],
      [2, 'bad-params', 'steps.2.params.with'],
      [3, 'bad-params', 'steps.3.params.extra'],
      [4, 'bad-params', 'steps.4.params.columns.1'],
    ]);
  });

  it('reports an unknown step and does not guess what would come after it', () => {
    expect(
      faultsOf([step('a', 'magic', {}), z, step('b', 'scale', { columns: [], with: 'z' })]),
    ).toMatchObject([
      { step: 0, code: 'unknown-step', details: { op: 'magic' } },
      { step: 2, code: 'bad-params' },
    ]);
    expect(faultsOf([step('a', 'magic', {}, { enabled: false }), rfm])).toEqual([]);
  });

  it('reports kinds that do not fit, also of columns a step changes or makes', () => {
    const wrong = { ...rfm, params: { ...rfm.params, date: 'amount' } };
    expect(faultsOf([wrong])).toEqual([
      { step: 0, code: 'wrong-kind', details: { column: 'amount', kind: 'number', needed: 'date' } },
    ]);
    const asText = step('t', 'change-type', { column: 'amount', to: 'text' });
    expect(faultsOf([asText, rfm])).toEqual([
      { step: 1, code: 'wrong-kind', details: { column: 'amount', kind: 'text', needed: 'number' } },
    ]);
    expect(faultsOf([rfm, step('s', 'scale', { columns: ['last_purchase'], with: 'z' })])).toEqual([
      { step: 1, code: 'wrong-kind', details: { column: 'last_purchase', kind: 'date', needed: 'number' } },
    ]);
  });

  it('reports the wrong grain: rfm on customers, and rfm twice', () => {
    const fault = { code: 'wrong-grain', details: { grain: 'customers', needed: 'orders' } };
    expect(faultsOf([rfm], 'customers')).toEqual([{ step: 0, ...fault }]);
    expect(faultsOf([rfm, { ...rfm, id: 'again' }])[0]).toEqual({ step: 1, ...fault });
  });

  it('refuses to group orders', () => {
    const group = step('g', 'segment', { columns: ['amount'], k: 2 });
    const fault = { code: 'wrong-grain', details: { grain: 'orders', needed: 'customers' } };
    expect(faultsOf([group])).toEqual([{ step: 0, ...fault }]);
    expect(faultsOf([group], 'customers')).toEqual([]);
    const summed = step('g', 'segment', { columns: ['monetary'], k: 2 });
    expect(faultsOf([rfm, summed])).toEqual([]);
  });

  it('reports rfm without money and with a date that is none', () => {
    const money = { amount: null, quantity: 'amount' };
    expect(faultsOf([{ ...rfm, params: { ...rfm.params, ...money } }])).toEqual([
      { step: 0, code: 'no-money', details: {} },
    ]);
    expect(faultsOf([{ ...rfm, params: { ...rfm.params, referenceDate: '2011-02-30' } }])).toEqual([
      { step: 0, code: 'bad-reference-date', details: { value: '2011-02-30' } },
    ]);
  });

  it('reports an id that stands twice', () => {
    expect(faultsOf([step('d', 'drop-duplicates', {}), { ...rfm, id: 'd' }])).toMatchObject([
      { step: 1, code: 'bad-params', details: { path: 'steps.1.id' } },
    ]);
  });

  it('knows the columns of other sources, as the recipe remembers them or as they are', () => {
    const two = (steps: RecipeStep[]) => {
      const recipe = recipeOf(steps, [], 'orders');
      const [first] = recipe.sources;
      const columns = [
        { name: 'customer', kind: 'text' as const, role: null },
        { name: 'age', kind: 'number' as const, role: null },
      ];
      return { ...recipe, sources: [first!, { ...first!, name: 'customers.csv', columns }] };
    };
    const by = { source: 1, left: 'customer', right: 'customer', matching: 'exact', how: 'left' };
    const bring = step('j', 'join', { ...by, columns: [{ column: 'age', as: 'age' }] });
    const scaled = step('s', 'scale', { columns: ['age'], with: 'z' });
    const recipe = two([step('a', 'append', { sources: [1] }), { ...scaled, id: 't' }, bring, scaled]);
    expect(validate(recipe, orders)).toEqual([
      { step: 2, code: 'name-taken', details: { column: 'age' } },
      { step: 3, code: 'name-taken', details: { column: 'age_z' } },
    ]);
    expect(validate(two([bring, scaled]), orders)).toEqual([]);
    const now = new Map([[1, { name: 'new.csv', columns: [{ name: 'customer', kind: 'text' as const }] }]]);
    expect(validate(two([bring]), orders, undefined, now)).toEqual([
      { step: 0, code: 'missing-column', details: { column: 'age', file: 'new.csv' } },
    ]);
    expect(validate(two([bring, scaled]), orders, undefined, new Map())).toEqual([
      { step: 0, code: 'missing-source', details: { source: 1, like: 'customers.csv' } },
    ]);
  });
});
