import { describe, expect, it } from 'vitest';
import { withSaidRoles } from '../../../src/engine/insight/said-roles';
import { table } from '../../support/tables';
import { step } from '../recipe/recipes';

const prepared = (...steps: ReturnType<typeof step>[]) => ({ table: table({ a: [1] }), steps });

describe('withSaidRoles', () => {
  const says = step('s1', 'set-role', { column: 'a', role: 'amount' });

  it('adds the roles that steps say, under the names that columns have in the end', () => {
    const renamed = step('s2', 'rename-columns', { names: [{ column: 'a', as: 'b' }] });
    expect([...withSaidRoles({}, prepared(says, renamed)).roles!]).toEqual([['b', 'amount']]);
    const none = step('s2', 'set-role', { column: 'a', role: null });
    expect([...withSaidRoles({}, prepared(says, none)).roles!]).toEqual([['a', null]]);
  });

  it('leaves the last word to what is chosen beside, and all as it is without such steps', () => {
    const chosen = { roles: new Map([['a', 'price' as const]]) };
    expect([...withSaidRoles(chosen, prepared(says)).roles!]).toEqual([['a', 'price']]);
    expect(withSaidRoles(chosen, prepared({ ...says, enabled: false }))).toBe(chosen);
    expect(withSaidRoles(chosen, null)).toBe(chosen);
  });
});
