import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaro, jaroWinkler } from '../../../src/engine/stats/jaro-winkler';

/** Winkler 1994, Advanced Methods for Record Linkage: comparison of string comparators on last and first names. */
const PUBLISHED = [
  ['SHACKLEFORD', 'SHACKELFORD', 0.97, 0.982],
  ['DUNNINGHAM', 'CUNNIGHAM', 0.896, 0.896],
  ['NICHLESON', 'NICHULSON', 0.926, 0.956],
  ['JONES', 'JOHNSON', 0.79, 0.832],
  ['MASSEY', 'MASSIE', 0.889, 0.933],
  ['ABROMS', 'ABRAMS', 0.889, 0.922],
  ['JERALDINE', 'GERALDINE', 0.926, 0.926],
  ['MARHTA', 'MARTHA', 0.944, 0.961],
  ['MICHELLE', 'MICHAEL', 0.869, 0.921],
  ['JULIES', 'JULIUS', 0.889, 0.933],
  ['TANYA', 'TONYA', 0.867, 0.88],
  ['DWAYNE', 'DUANE', 0.822, 0.84],
  ['SEAN', 'SUSAN', 0.783, 0.805],
  ['JON', 'JOHN', 0.917, 0.933],
] as const;

describe('jaroWinkler', () => {
  it.each(PUBLISHED)('compares %s with %s as published: %f, %f', (a, b, plain, raised) => {
    expect(jaro(a, b)).toBeCloseTo(plain, 3);
    expect(jaroWinkler(a, b)).toBeCloseTo(raised, 3);
  });

  it('is 1 for equal texts, 0 where nothing is common or one is empty', () => {
    expect([
      jaroWinkler('', ''),
      jaroWinkler('a', 'a'),
      jaroWinkler('', 'a'),
      jaroWinkler('abc', 'xyz'),
    ]).toEqual([1, 1, 0, 0]);
  });

  it('is symmetric and from 0 to 1, of texts longer than it reads, too', () => {
    const text = fc.string({ maxLength: 90, unit: fc.constantFrom('a', 'b', 'c', 'é', ' ') });
    fc.assert(
      fc.property(text, text, (a, b) => {
        const likeness = jaroWinkler(a, b);
        expect(likeness).toBeCloseTo(jaroWinkler(b, a), 12);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
