import { describe, expect, it } from 'vitest';
import type { FaultInTurn } from '../../../src/engine/index';
import { addedSaid, faultSaid, keptFacts } from '../../../src/ui/text/own-steps';
import { keepable } from '../../../src/ui/state/keepable';
import { step } from '../../engine/recipe/recipes';

const steps = [{ op: 'drop-duplicates', version: 1, params: {} }];
const group = { format: 'tessera-steps' as const, version: 1 as const, name: 'Tidy', steps };

describe('kept steps in words', () => {
  it('say how many they are and which columns they need', () => {
    expect(keptFacts({ group, needs: [] })).toBe('1 step');
    expect(keptFacts({ group: { ...group, steps: [...steps, ...steps] }, needs: ['town', 'amount'] })).toBe(
      '2 steps · needs town and amount',
    );
    expect(addedSaid('Tidy', 2)).toBe('Tidy added: 2 steps.');
  });

  it('say why they cannot be added', () => {
    const fault = (code: FaultInTurn['code'], details: FaultInTurn['details']) =>
      faultSaid({ step: 1, code, details });
    expect(fault('name-taken', { column: 'amount_bin' })).toBe(
      'amount_bin is there already, and these steps would make it once more.',
    );
    expect(fault('wrong-kind', { column: 'town', kind: 'text', needed: 'number' })).toContain('town');
  });
});

describe('keepable', () => {
  it('names the steps of the person that are on and read no other file', () => {
    const join = step('own-1', 'join', { source: 1 });
    const off = step('own-2', 'drop-duplicates', {}, { enabled: false });
    const on = step('own-3', 'drop-duplicates', {});
    expect(keepable({ before: [join, off, on] })).toEqual([on]);
    expect(keepable({})).toEqual([]);
  });
});
