import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyFault } from '../../../src/engine/recipe/every-fault';
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
const faultsOf = (steps: RecipeStep[]) => everyFault(recipeOf(steps, [], 'orders'), orders);

describe('everyFault', () => {
  it('follows what would be missing from step to step, and says which one would have made it', () => {
    const steps = [
      step('r', 'rename-columns', { names: [{ column: 'amount', as: 'spent' }] }),
      { ...rfm, params: { ...rfm.params, amount: 'spent' } },
      log,
      z,
      step('m', 'drop-missing', { columns: ['customer'] }),
    ];
    expect(faultsOf(steps)).toEqual([]);
    const off = steps.map((one, at) => (at === 0 ? { ...one, enabled: false } : one));
    expect(faultsOf(off).map(({ step, because, details }) => [step, because, details.column])).toEqual([
      [1, undefined, 'spent'],
      [2, 1, 'recency_days'],
      [2, 1, 'frequency'],
      [2, 1, 'monetary'],
      [3, 2, 'recency_days_log'],
      [3, 2, 'frequency_log'],
      [3, 2, 'monetary_log'],
    ]);
  });

  it('takes nothing for made by a step that could not run', () => {
    const clean = step('c', 'clean-text', { columns: ['who'], ends: 'trim' });
    const rename = step('r', 'rename-columns', { names: [{ column: 'customer', as: 'who' }] });
    const found = faultsOf([clean, rename, step('m', 'drop-missing', { columns: ['who'] })]);
    expect(found).toEqual([{ step: 0, code: 'missing-column', details: { column: 'who' } }]);
  });

  it('checks what stands behind a step that is not known', () => {
    const found = faultsOf([step('q', 'no-such-step', {}), step('m', 'drop-missing', { columns: ['shop'] })]);
    expect(found.map(({ step, code }) => [step, code])).toEqual([
      [0, 'unknown-step'],
      [1, 'missing-column'],
    ]);
  });

  it('begins as validate does, ends, and leaves nothing that could not run', () => {
    const any = fc.constantFrom(rfm, log, z, step('m', 'drop-missing', { columns: ['amount'] }));
    fc.assert(
      fc.property(fc.array(fc.tuple(any, fc.boolean()), { maxLength: 7 }), (list) => {
        const steps = list.map(([one, enabled], at) => ({ ...one, id: `s${at % 6}`, enabled }));
        const all = faultsOf(steps);
        const first = validate(recipeOf(steps, [], 'orders'), orders);
        expect(all.length > 0).toBe(first.length > 0);
        expect(all).toEqual(expect.arrayContaining(first.slice(0, 1)));
        const broken = new Set(all.map((fault) => fault.step));
        const rest = steps.map((one, at) => ({
          ...one,
          id: `t${at}`,
          enabled: one.enabled && !broken.has(at),
        }));
        expect(validate(recipeOf(rest, [], 'orders'), orders)).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
