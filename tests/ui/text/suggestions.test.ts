import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../../src/engine/index';
import { useLocale } from '../../../src/ui/text/format';
import {
  applySafe,
  foundInData,
  segmentsSay,
  suggestionsSay,
  suggestionText,
} from '../../../src/ui/text/suggestions';

useLocale('en-GB');

const suggestion = (changed: Partial<Suggestion>): Suggestion => ({
  id: 'blank:Income',
  code: 'blank',
  columns: ['Income'],
  effect: { rows: 0, cells: 381, columns: 0 },
  share: 0.0855,
  details: { with: 'median', value: null },
  step: { op: 'fill-missing', params: {} },
  safe: true,
  why: 'not-read',
  ...changed,
});
const cells = (count: number) => ({ rows: 0, cells: count, columns: 0 });

describe('a suggestion in words', () => {
  it('goes on from the count', () => {
    expect(suggestionText(suggestion({}))).toEqual({
      sentence: 'cells of Income are blank (9\u00a0%)',
      act: 'Fill with the median.',
    });
    const ends = suggestion({ code: 'blanks-at-ends', columns: ['Description'], effect: cells(85_151) });
    expect(suggestionText(ends).sentence).toBe('cells of Description have blanks at the ends');
  });

  it('says one where it is one', () => {
    const income = suggestion({
      code: 'placeholder',
      effect: cells(1),
      details: { value: 666666, next: 162397 },
    });
    expect(suggestionText(income).sentence).toBe('cell of Income says 666,666; the next is 162,397');
  });

  it('says how many cells of another kind become blank', () => {
    const charges = suggestion({ code: 'number-as-text', details: { failed: 1 } });
    expect(suggestionText(charges).act).toBe('Read as numbers; 1 that is none becomes blank.');
  });

  it('names one it does not know by its code', () => {
    expect(suggestionText(suggestion({ code: 'new-one' })).sentence).toBe('new-one');
  });
});

describe('what becomes of the segments', () => {
  it('is said of each', () => {
    expect(segmentsSay(suggestion({}))).toBe('No segment changes.');
    expect(segmentsSay(suggestion({ why: 'read' }))).toBe('Segments may change: they are made from Income.');
    expect(segmentsSay(suggestion({ why: 'no-segments' }))).toBe('');
  });

  it('is said of all together', () => {
    const unsafe = suggestion({ safe: false, why: 'rows-count' });
    expect(suggestionsSay([])).toBe('Nothing to suggest for this table.');
    expect([foundInData(1), foundInData(2)]).toEqual([
      'Data lists one thing worth knowing',
      'Data lists 2 things worth knowing',
    ]);
    expect(suggestionsSay([suggestion({}), suggestion({})])).toBe(
      '2 suggestions; none changes your segments.',
    );
    expect(suggestionsSay([suggestion({})])).toBe('1 suggestion; it changes no segment.');
    expect(suggestionsSay([suggestion({}), unsafe])).toBe('2 suggestions; 1 of them changes no segment.');
    expect(suggestionsSay([unsafe])).toBe('1 suggestion; it may change your segments.');
    expect(suggestionsSay([suggestion({ safe: false, why: 'no-segments' })])).toBe('1 suggestion.');
    expect([applySafe(1), applySafe(5)]).toEqual(['Apply the safe one', 'Apply the 5 safe ones']);
  });
});
