import { describe, expect, it } from 'vitest';
import { fateOfFormula, fuzzedFormula } from '../../support/fuzz/formulas';

/** `npm run fuzz -- --formulas 50000` does the rest. */
const HERE = 1500;

describe('formulas by chance', () => {
  it('give a column or are refused', async () => {
    const fates = new Map<string, number>();
    for (let at = 0; at < HERE; at++) {
      const fate = await fateOfFormula(fuzzedFormula(1, at));
      fates.set(fate, (fates.get(fate) ?? 0) + 1);
    }
    expect(fates.get('column')).toBeGreaterThan(HERE / 4);
    expect(fates.get('bad-formula syntax')).toBeGreaterThan(HERE / 10);
    expect([...fates.keys()].filter((fate) => !/^(column|bad-formula|missing-column)/.test(fate))).toEqual(
      [],
    );
  });
});
