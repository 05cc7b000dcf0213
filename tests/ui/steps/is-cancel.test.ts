import { describe, expect, it } from 'vitest';
import { isCancel } from '../../../src/ui/steps/by-hand/is-cancel';

describe('Esc in the form of a new step', () => {
  it.each([
    ['closes it as it was opened', 'Escape', false, false, true],
    ['throws nothing away that was chosen or written', 'Escape', false, true, false],
    ['closes only the list of names where one is open', 'Escape', true, false, false],
    ['is no other key', 'Enter', false, false, false],
  ])('%s', (_, key, defaultPrevented, touched, closes) => {
    expect(isCancel({ key, defaultPrevented }, touched)).toBe(closes);
  });
});
