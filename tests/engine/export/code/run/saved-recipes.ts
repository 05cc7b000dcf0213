import { beforeAll, describe, expect, it } from 'vitest';
import { parseRecipe } from '../../../../../src/engine/recipe/parse';
import { inputOf, names } from '../../../recipe/written';
import { python } from '../run-python';
import { caseOf, inDatabase, inPython, withGaps, withGapsIn, type Case } from '../same-cells';

/** What each saved recipe gives here. */
const cases = new Map<string, Case>();

describe('code of saved recipes', () => {
  beforeAll(async () => {
    for (const name of names) {
      const input = inputOf(name);
      cases.set(name, await caseOf(parseRecipe(input.recipe), input, { mode: input.mode, fits: input.fits }));
    }
  }, 120_000);

  it.each(['duckdb', 'postgresql'] as const)(
    'gives the same cells in %s, or says what is missing',
    async (target) => {
      const { found, expected } = await inDatabase(target, cases);
      expect(found).toEqual(expected);
    },
    120_000,
  );

  it.skipIf(python === null)(
    'gives the same cells in Python, or says what is missing',
    async () => {
      const { found, expected } = await inPython(cases);
      expect(found).toEqual(expected);
    },
    120_000,
  );

  it.each(['duckdb', 'postgresql'] as const)('runs in %s where steps are missing', async (target) => {
    expect(await withGapsIn(target, cases)).toEqual([]);
  });

  it.skipIf(python === null)('runs in Python where steps are missing', async () => {
    const { tried, failed } = await withGaps(cases);
    expect(tried).toBeGreaterThan(5);
    expect(failed).toEqual([]);
  });
});
