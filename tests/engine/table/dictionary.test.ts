import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dictionary } from '../../../src/engine/table/dictionary';

describe('Dictionary', () => {
  it('gives back every text, in whatever order it is asked', () => {
    const text = fc.oneof(fc.string({ maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), fc.infiniteStream(fc.nat()), (written, asked) => {
        const dictionary = Dictionary.of(written);
        for (let turn = 0; turn < 20 && written.length > 0; turn++) {
          const code = asked.next().value % written.length;
          expect(dictionary.text(code)).toBe(written[code]);
        }
        expect(written.map((_, code) => dictionary.text(code))).toEqual(written);
      }),
      { numRuns: 50 },
    );
  });

  it('leaves out some of its texts', () => {
    const left = Dictionary.of(['NA', 'é', '', 'b', 'NULL']).without(new Set([0, 4]));
    expect([0, 1, 2].map((code) => left.text(code))).toEqual(['é', '', 'b']);
    expect(left.size).toBe(3);
  });
});
