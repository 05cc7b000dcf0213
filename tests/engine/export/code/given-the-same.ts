import { expect, it } from 'vitest';
import { python } from './run-python';
import { inDatabase, inPython, type Case } from './same-cells';

/** Runs the code of all cases on the two databases and in Python; SQL does not say those that are named. */
export function givenTheSame(cases: () => ReadonlyMap<string, Case>, unsaidInSql: readonly string[]): void {
  it.each(['duckdb', 'postgresql'] as const)(
    'gives the same cells in %s',
    async (target) => {
      const { found, expected } = await inDatabase(target, cases());
      expect(found).toEqual(expected);
      expect([...cases().keys()].filter((name) => !(name in found))).toEqual(unsaidInSql);
    },
    120_000,
  );

  it.skipIf(python === null)(
    'gives the same cells in Python',
    async () => {
      const { found, expected } = await inPython(cases());
      expect(found).toEqual(expected);
      expect(Object.keys(found)).toEqual([...cases().keys()]);
    },
    120_000,
  );
}
