import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedPieces, onlyGoes } from '../../../src/ui/steps/marked';

describe('what is marked in a text', () => {
  it('marks what goes where nothing is new', () => {
    const pieces = markedPieces(' RED  TAPE ', 'RED TAPE');
    expect(pieces.filter(({ is }) => is === 'gone').map(({ text }) => text)).toEqual([' ', ' ', ' ']);
    expect(onlyGoes(pieces)).toBe(true);
    expect(onlyGoes(markedPieces('tape', 'TAPE'))).toBe(false);
  });

  it('can be read as either text', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '😀'), maxLength: 200 });
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        const pieces = markedPieces(before, after);
        const read = (without: string) =>
          pieces
            .filter(({ is }) => is !== without)
            .map(({ text }) => text)
            .join('');
        expect([read('new'), read('gone')]).toEqual([before, after]);
      }),
      { numRuns: 50 },
    );
  });
});
