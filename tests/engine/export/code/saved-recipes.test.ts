import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeOf, type Code } from '../../../../src/engine/export/code/code-of';
import type { Target } from '../../../../src/engine/export/code/targets';
import { parseRecipe } from '../../../../src/engine/recipe/parse';
import { run } from '../../../../src/engine/recipe/run';
import { unwatched } from '../../../../src/engine/work';
import { inputOf, names, sourcesOf, written, type Written } from '../../recipe/written';
import { databaseOf, type Cell, type Rows } from './databases';
import { rowsOf } from './rows-of';
import { python, runPython } from './run-python';

interface Case {
  table: readonly Written[];
  code: (target: Target) => Code;
  expected: string[];
}

/** What each saved recipe gives here. */
const cases = new Map<string, Case>();
const isWhole = ({ unsaid }: Code): boolean => unsaid.every(({ weight }) => weight === 'differs');

/** Twelve digits of a number are compared, for logarithms and roots are rounded otherwise elsewhere. */
function plain(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell)
    .replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T')
    .replace('T00:00:00', '');
  if (/^(true|false)$/i.test(text)) return text.toLowerCase();
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? String(Number(Number(text).toPrecision(12))) : text;
}

const sortedRows = (columns: readonly string[], rows: Rows): string[] =>
  rows.map((row) => columns.map((name) => plain(row[name])).join(' | ')).sort();

const columnsOf = ({ expected }: Case): string[] => expected[0]!.split(' | ');

async function caseOf(name: string): Promise<Case> {
  const input = inputOf(name);
  const recipe = parseRecipe(input.recipe);
  const { first, others } = sourcesOf(recipe, input.table, input.others);
  const outcome = await run(recipe, first, {
    mode: input.mode,
    sources: others,
    fits: input.fits,
    work: unwatched,
  });
  const table = written(outcome.table);
  const columns = table.map((column) => column.name);
  const rows = (table[0]?.cells ?? []).map((_, row) =>
    Object.fromEntries(table.map((column) => [column.name, column.cells[row]!])),
  );
  return {
    table: input.table,
    code: (target) => codeOf({ recipe, fits: outcome.used, target, table: 'shop' }),
    expected: [columns.join(' | '), ...sortedRows(columns, rows)],
  };
}

const csvOf = (table: readonly Written[]): string =>
  Papa.unparse(
    {
      fields: table.map(({ name }) => name),
      data: (table[0]?.cells ?? []).map((_, row) => table.map(({ cells }) => cells[row] ?? '')),
    },
    // A line without anything in it is no row.
    { quotes: true },
  );

describe('code of saved recipes', () => {
  beforeAll(async () => {
    for (const name of names) cases.set(name, await caseOf(name));
  }, 120_000);

  it.each(['duckdb', 'postgresql'] as const)(
    'gives the same cells in %s, or says what is missing',
    async (target) => {
      const database = await databaseOf(target);
      const found: Record<string, string[]> = {};
      const expected: Record<string, string[]> = {};
      for (const [name, one] of cases) {
        const code = one.code(target);
        if (!isWhole(code)) continue;
        await database.load('shop', one.table);
        expected[name] = one.expected;
        const columns = columnsOf(one);
        found[name] = await database.query(code.text).then(
          (rows) => [Object.keys(rows[0] ?? {}).join(' | '), ...sortedRows(columns, rows)],
          (error: unknown) => [String(error), code.text],
        );
      }
      expect(found).toEqual(expected);
    },
    120_000,
  );

  it.skipIf(python === null)(
    'gives the same cells in Python, or says what is missing',
    () => {
      const whole = [...cases].filter(([, one]) => isWhole(one.code('python')));
      const out = runPython(
        whole.map(([, one]) => ({ script: one.code('python').text, csv: csvOf(one.table) })),
      );
      const found = whole.map(([name, one], at) => {
        if (out[at]!.startsWith('ERROR')) return [name, [out[at]!]];
        const rows = rowsOf(out[at]!);
        return [name, [Object.keys(rows[0] ?? {}).join(' | '), ...sortedRows(columnsOf(one), rows)]];
      });
      expect(Object.fromEntries(found)).toEqual(
        Object.fromEntries(whole.map(([name, { expected }]) => [name, expected])),
      );
    },
    120_000,
  );
});
