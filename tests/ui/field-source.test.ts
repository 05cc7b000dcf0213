import { describe, expect, it } from 'vitest';
import { sourceOf, sourceOptions, sourceValue } from '../../src/ui/screens/export/campaigns/field-source';

describe('the column of a field', () => {
  it('goes into a list and comes back, colons and names like our own words included', () => {
    const sources = [
      { column: 'a:b' },
      { column: '' },
      { column: 'first', part: 'last' },
      { column: 'x', part: 'first' },
    ] as const;
    expect(sources.map((source) => sourceOf(sourceValue(source)))).toEqual(sources);
    expect(sourceOf(sourceValue(undefined))).toBeNull();
  });

  it('offers parts of texts for names only, and what is chosen though it is not there any more', () => {
    const columns = [
      { name: 'Who', kind: 'text', of: 'rows' },
      { name: 'n', kind: 'number', of: 'rows' },
    ] as const;
    const labels = (is: 'email' | 'last-name') =>
      sourceOptions(columns, is, { column: 'gone' }).map(({ label }) => label);
    expect(labels('email')).toEqual(['Left out', 'Who', 'n', 'gone']);
    expect(labels('last-name')).toEqual(['Left out', 'Who', 'n', 'Who, its last word', 'gone']);
  });
});
