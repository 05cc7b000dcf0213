import { describe, expect, it } from 'vitest';
import { findSteps } from '../../../src/ui/steps/by-hand/find-steps';
import { CATALOGUE } from '../../../src/ui/steps/catalogue';
import { GROUPS } from '../../../src/ui/steps/catalogue/entry';

const titles = (sought: string) =>
  findSteps(CATALOGUE, sought).flatMap(({ entries }) => entries.map(({ title }) => title));

describe('the search for a step', () => {
  it('shows all of them, by group, while nothing is sought', () => {
    expect(titles('').length).toBe(CATALOGUE.length);
    const groups = findSteps(CATALOGUE, '').map(({ group }) => group);
    expect(groups).toEqual(GROUPS.filter((group) => CATALOGUE.some((entry) => entry.group === group)));
  });

  it('finds a step by its title, its line or other words, whatever their case and accents', () => {
    expect(titles('FILL blanks')).toContain('Fill blanks');
    expect(titles('duplicates')).toContain('Drop exact copies');
    expect(titles('mojibaké')).toEqual(['Repair text decoded wrongly']);
    expect(titles('no such step')).toEqual([]);
  });
});
