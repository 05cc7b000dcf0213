import { beforeAll, describe, expect, it } from 'vitest';
import { formulaCases, PYTHON_ALONE } from '../formula-cases';
import { python } from '../run-python';
import { inDatabase, inPython, type Case } from '../same-cells';

let cases: Map<string, Case>;

describe('code of formulas', () => {
  beforeAll(async () => {
    cases = await formulaCases();
  }, 120_000);

  it.each(['duckdb', 'postgresql'] as const)(
    'gives the same cells in %s',
    async (target) => {
      const { found, expected } = await inDatabase(target, cases);
      expect(found).toEqual(expected);
      expect([...cases.keys()].filter((name) => !(name in found))).toEqual([PYTHON_ALONE]);
    },
    120_000,
  );

  it.skipIf(python === null)(
    'gives the same cells in Python',
    async () => {
      const { found, expected } = await inPython(cases);
      expect(found).toEqual(expected);
      expect(Object.keys(found)).toEqual([...cases.keys()]);
    },
    120_000,
  );
});
