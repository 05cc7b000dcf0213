import { SparkSQL } from 'dt-sql-parser';
import parsers from 'node-sql-parser';
import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../../src/engine/export/code/code-of';
import type { Target } from '../../../../src/engine/export/code/targets';
import { run } from '../../../../src/engine/recipe/run';
import { unwatched } from '../../../../src/engine/work';
import { fixtureByOp, sourcesOf } from '../../recipe/written';

/** What a parser of the dialect finds wrong; null where it reads the code to its end. */
const read: Partial<Record<Target, (sql: string) => string | null>> = {
  bigquery: (sql) => parsedBy(sql, 'bigquery'),
  snowflake: (sql) => parsedBy(sql, 'snowflake'),
  spark: (sql) => new SparkSQL().validate(sql)[0]?.message ?? null,
};

function parsedBy(sql: string, database: string): string | null {
  try {
    new parsers.Parser().astify(sql, { database });
    return null;
  } catch (error) {
    return String((error as Error).message).slice(0, 300);
  }
}

describe('code that is not run', () => {
  it.each(['bigquery', 'snowflake', 'spark'] as const)(
    'is read by a parser of %s',
    async (target) => {
      const wrong: Record<string, string> = {};
      for (const { input, recipe } of new Set(fixtureByOp.values())) {
        const { first, others } = sourcesOf(recipe, input.table, input.others);
        const { used } = await run(recipe, first, {
          mode: input.mode,
          sources: others,
          fits: input.fits,
          work: unwatched,
        });
        const code = codeOf({ recipe, fits: used, target });
        const fault = read[target]!(code.text);
        if (fault !== null) wrong[input.about] = `${fault}\n${code.text}`;
      }
      expect(wrong).toEqual({});
    },
    120_000,
  );
});
