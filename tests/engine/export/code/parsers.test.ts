import { SparkSQL } from 'dt-sql-parser/dist/parser/spark';
import { Parser as BigQuery } from 'node-sql-parser/build/bigquery';
import { Parser as Snowflake } from 'node-sql-parser/build/snowflake';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type CodeInput } from '../../../../src/engine/export/code/code-of';
import { run } from '../../../../src/engine/recipe/run';
import type { Recipe } from '../../../../src/engine/recipe/schema';
import { unwatched } from '../../../../src/engine/work';
import { inputOf, names, sourcesOf } from '../../recipe/written';
import { formulaCases } from './formula-cases';
import { PLAIN } from '../../../support/files';
import { step } from './learnt-shop';
import { FORMATS } from './numbers-by-hand';
import type { Case } from './same-cells';
import { parseRecipe } from '../../../../src/engine/recipe/parse';

/** What a parser of the dialect finds wrong; null where it reads the code to its end. */
const read = {
  bigquery: (sql: string) => thrownBy(() => new BigQuery().astify(sql)),
  snowflake: (sql: string) => thrownBy(() => new Snowflake().astify(sql)),
  spark: (sql: string) => new SparkSQL().validate(sql)[0]?.message ?? null,
};

function thrownBy(parse: () => unknown): string | null {
  try {
    parse();
    return null;
  } catch (error) {
    return String((error as Error).message).slice(0, 300);
  }
}

const recipeOnTexts = (columns: readonly string[], steps: Recipe['steps']): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [
    {
      name: 'shop.csv',
      read: { ...PLAIN, header: true },
      grain: 'customers',
      columns: columns.map((name) => ({ name, kind: 'text', role: null })),
    },
  ],
  steps,
});

const learnt = new Map<string, Omit<CodeInput, 'target'>>();

let formulas: Map<string, Case>;

describe('code that is not run', () => {
  beforeAll(async () => {
    for (const name of names) {
      const input = inputOf(name);
      const recipe = parseRecipe(input.recipe);
      const { first, others } = sourcesOf(recipe, input.table, input.others);
      const { mode, fits } = input;
      const { used } = await run(recipe, first, { mode, sources: others, fits, work: unwatched });
      learnt.set(name, { recipe, fits: used });
    }
    const written = FORMATS.map((format, at) =>
      step(`s${at}`, 'change-type', { column: format, to: 'number', format }),
    );
    learnt.set('numbers as they are written', { recipe: recipeOnTexts(FORMATS, written), fits: {} });
    formulas = await formulaCases(['examples', 'rows that meet']);
  }, 120_000);

  it.each(['bigquery', 'snowflake', 'spark'] as const)(
    'is read by a parser of %s',
    (target) => {
      const wrong: Record<string, string> = {};
      const said = [...learnt].map(([name, input]) => [name, codeOf({ ...input, target })] as const);
      const more = [...formulas].map(([name, one]) => [name, one.code(target)] as const);
      for (const [name, { text }] of [...said, ...more]) {
        const fault = read[target](text);
        if (fault !== null) wrong[name] = `${fault}\n${text}`;
      }
      expect(wrong).toEqual({});
    },
    120_000,
  );
});
