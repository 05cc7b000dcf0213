import { describe, expect, it } from 'vitest';
import { codeOf, type Unsaid } from '../../../../src/engine/export/code/code-of';
import { TARGETS, type Target } from '../../../../src/engine/export/code/targets';
import type { Recipe, RecipeStep } from '../../../../src/engine/recipe/schema';
import { PLAIN } from '../../../support/files';
import { step } from './learnt-shop';

const sourceOf = (name: string, kinds: Record<string, 'text' | 'number' | 'date'>) => ({
  name,
  read: { ...PLAIN, header: true },
  grain: 'orders' as const,
  columns: Object.entries(kinds).map(([column, kind]) => ({ name: column, kind, role: null })),
});
const recipeOf = (steps: readonly RecipeStep[]): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [
    sourceOf('orders.csv', { who: 'text', at: 'date', paid: 'number', land: 'text' }),
    sourceOf('contacts.csv', { since: 'date', mail: 'text', age: 'number' }),
  ],
  steps: [...steps],
});
/** Keys that are dates are not matched in code. */
const join = step('join', 'join', {
  source: 1,
  left: 'who',
  right: 'since',
  matching: 'exact',
  how: 'left',
  columns: ['mail', 'age'].map((column) => ({ column, as: column })),
});
const MONEY = { customer: 'who', date: 'at', order: null, amount: 'paid', quantity: null, price: null };
const CENTROIDS = { columns: ['frequency'], centroids: [[1], [9]], names: ['Few', 'Many'] };
const fits = {
  rfm: { referenceDate: '2024-01-01', orderTotals: false },
  sparse: { columns: ['land', 'age'] },
  segment: CENTROIDS,
};
const saidBy = (steps: readonly RecipeStep[], target: Target = 'python') =>
  codeOf({ recipe: recipeOf([join, ...steps]), fits, target });
/** What is said of the steps behind the join. */
const behind = (unsaid: readonly Unsaid[]): [number | null, string, string][] =>
  unsaid
    .filter(({ step: at, reason }) => at !== 0 && !reason.startsWith('Money') && !/which row/.test(reason))
    .map(({ step: at, weight, reason }) => [at, weight, reason]);
const WITHOUT = (what: string) => `It is without ${what}, which a step that is not in this code makes.`;

describe('columns that the code lacks', () => {
  it.each(TARGETS)('are not taken along to customers in %s, who get their segments', (target) => {
    const code = saidBy(
      [
        step('copies', 'drop-duplicates', {}),
        step('rfm', 'rfm', { ...MONEY, keep: ['land', 'mail', 'age'] }),
        step('segment', 'segment', { columns: ['frequency'], k: 2 }),
      ],
      target,
    );
    expect(code.unsaid.filter(({ weight }) => weight === 'missing').map(({ reason }) => reason)).toEqual([
      'Only keys that are text or numbers are matched in code.',
    ]);
    expect(behind(code.unsaid)).toEqual([[2, 'differs', WITHOUT('mail and age')]]);
    expect(code.text).toContain(
      `Mind: Add up orders per customer, to 1 Jan 2024. ${WITHOUT('mail and age')}`,
    );
    expect(code.text).toContain('Many');
  });

  it('are not measured, and lost to the steps behind', () => {
    const { unsaid } = saidBy([
      step('rfm', 'aggregate', {
        ...MONEY,
        keep: ['mail'],
        measures: [{ measure: 'frequency' }, { measure: 'mean', column: 'age', as: 'mean age' }],
      }),
      step('double', 'formula', { as: 'double', formula: '[mean age] * 2' }),
    ]);
    expect(behind(unsaid)).toEqual([
      [1, 'differs', WITHOUT('mail and age')],
      [2, 'missing', 'It reads mean age, which a step that is not in this code makes.'],
    ]);
  });

  it('are left out of steps that treat each column by itself', () => {
    const code = saidBy([
      step('clean', 'clean-text', { columns: ['who', 'mail'], ends: 'trim' }),
      step('rename', 'rename-columns', { names: [{ column: 'land', as: 'country' }, { column: 'age', as: 'years' }] }),
      step('move', 'move-columns', { columns: ['mail', 'who'], to: 'front' }),
      step('remove', 'remove-columns', { columns: ['years', 'country'] }),
      step('role', 'set-role', { column: 'mail', role: 'ignore' }),
    ]); // prettier-ignore
    expect(behind(code.unsaid)).toEqual([
      [1, 'differs', WITHOUT('mail')],
      [2, 'differs', WITHOUT('age')],
      [3, 'differs', WITHOUT('mail')],
      [4, 'differs', WITHOUT('years')],
    ]);
    expect(code.text).toContain('table.drop(columns=["country"])');
  });

  it('are not among the sparse ones that go', () => {
    const code = saidBy([step('sparse', 'drop-sparse-columns', { columns: ['land', 'age'], above: 0.5 })]);
    expect(behind(code.unsaid)).toEqual([[1, 'differs', WITHOUT('age')]]);
    expect(code.text).toContain('table.drop(columns=["land"])');
  });

  it('keep a step out of the code that does nothing without them', () => {
    const { unsaid } = saidBy([
      step('remove', 'remove-columns', { columns: ['mail'] }),
      step('missing', 'drop-missing', { columns: ['who', 'mail'] }),
    ]);
    expect(behind(unsaid).map(([at, weight]) => [at, weight])).toEqual([
      [1, 'missing'],
      [2, 'missing'],
    ]);
  });

  it('keep a step out that gives another column their name', () => {
    const names = [{ column: 'mail', as: 'to' }, { column: 'land', as: 'mail' }]; // prettier-ignore
    expect(behind(saidBy([step('rename', 'rename-columns', { names })]).unsaid)).toEqual([
      [1, 'missing', 'It reads mail, which a step that is not in this code makes.'],
    ]);
  });

  it('tell no copies apart that their key does not, until that is changed', () => {
    const copies = step('copies', 'drop-duplicates', {});
    const spelt = step('spelt', 'merge-spellings', { column: 'who', merges: [{ from: ['A'], to: 'a' }] });
    expect(behind(saidBy([copies]).unsaid)).toEqual([]);
    expect(behind(saidBy([spelt, copies]).unsaid)).toEqual([
      [2, 'differs', 'Rows are compared without mail and age as they are here: others may count as copies.'],
    ]);
  });

  it('count as blanks of no copy', () => {
    const { unsaid } = saidBy([
      step('copies', 'drop-duplicates', { columns: ['who'], keep: 'most-complete' }),
    ]);
    expect(behind(unsaid)).toEqual([
      [1, 'differs', 'Blanks of a row are counted without those of mail and age: another copy may stay.'],
    ]);
  });
});
