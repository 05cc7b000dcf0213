import Papa from 'papaparse';
import { codeOf, type Code } from '../../../../src/engine/export/code/code-of';
import type { Target } from '../../../../src/engine/export/code/targets';
import { run, type RunOptions } from '../../../../src/engine/recipe/run';
import type { Recipe, RecipeStep } from '../../../../src/engine/recipe/schema';
import { unwatched } from '../../../../src/engine/work';
import { PLAIN } from '../../../support/files';
import { sourcesOf, written, type Input, type Written } from '../../recipe/written';
import { databaseOf, type Cell, type Database, type Rows } from './databases';
import { rowsOf } from './rows-of';
import { runPython, type Job } from './run-python';

/** A recipe with its table and what it gives here. */
export interface Case {
  table: readonly Written[];
  /** Other files that are read, with the names of their tables. */
  others: readonly { name: string; table: readonly Written[] }[];
  code: (target: Target) => Code;
  expected: string[];
}

const isWhole = ({ unsaid }: Code): boolean => unsaid.every(({ weight }) => weight === 'differs');

/** Twelve digits of a number are compared, for logarithms and roots are rounded otherwise elsewhere. */
function plain(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const text = String(cell)
    .replace(/^(\d{4}-\d\d-\d\d) (?=\d)/, '$1T')
    .replace(/^(\d{4}-\d\d-\d\dT[\d:]+?)(\.0+)?Z?$/, '$1')
    .replace('T00:00:00', '');
  if (/^(true|false)$/i.test(text)) return text.toLowerCase();
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? String(Number(Number(text).toPrecision(12))) : text;
}

const sortedRows = (columns: readonly string[], rows: Rows): string[] =>
  rows.map((row) => columns.map((name) => plain(row[name])).join(' | ')).sort();

const columnsOf = ({ expected }: Case): string[] => expected[0]!.split(' | ');

export async function caseOf(
  recipe: Recipe,
  cells: Pick<Input, 'table' | 'others'>,
  options: Pick<RunOptions, 'mode' | 'fits'> = { mode: 'learn' },
): Promise<Case> {
  const { first, others } = sourcesOf(recipe, cells.table, cells.others);
  const outcome = await run(recipe, first, { ...options, sources: others, work: unwatched });
  const table = written(outcome.table);
  const columns = table.map((column) => column.name);
  const rows = (table[0]?.cells ?? []).map((_, row) =>
    Object.fromEntries(table.map((column) => [column.name, column.cells[row]!])),
  );
  return {
    table: cells.table,
    others: (cells.others ?? []).map((one, at) => ({
      name: recipe.sources[at + 1]!.name.replace(/\.csv$/, '').replace(/\W/g, '_'),
      table: one,
    })),
    code: (target) => codeOf({ recipe, fits: outcome.used, target, table: 'shop' }),
    expected: [columns.join(' | '), ...sortedRows(columns, rows)],
  };
}

/** Steps on a table written by hand. */
export function caseOfSteps(
  table: readonly Written[],
  grain: 'orders' | 'customers',
  steps: readonly RecipeStep[],
  other?: readonly Written[],
): Promise<Case> {
  const sourceOf = (name: string, written_: readonly Written[]) => ({
    name,
    read: { ...PLAIN, header: true },
    grain,
    columns: written_.map((one) => ({ name: one.name, kind: one.kind, role: null })),
  });
  const sources = [sourceOf('shop.csv', table), ...(other ? [sourceOf('a second.csv', other)] : [])];
  return caseOf(
    { format: 'tessera-recipe', version: 1, sources, steps: [...steps] },
    { table: [...table], ...(other && { others: [[...other]] }) },
  );
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

type Cases = ReadonlyMap<string, Case>;

async function load(database: Database, { table, others }: Case): Promise<void> {
  await database.load('shop', table);
  for (const other of others) await database.load(other.name, other.table);
}

/** The script with the files it reads. */
function jobOf({ code, table, others }: Case): Job {
  const script = code('python').text;
  const asked = others.filter((_, at) => script.includes(`OTHER_${at + 1}.csv`));
  return { script, csv: csvOf(table), others: asked.map((one) => csvOf(one.table)) };
}

/** What the database makes of each case that can be said whole, and what it should. */
export async function inDatabase(target: Database['target'], cases: Cases) {
  const database = await databaseOf(target);
  const found: Record<string, string[]> = {};
  const expected: Record<string, string[]> = {};
  for (const [name, one] of cases) {
    const code = one.code(target);
    if (!isWhole(code)) continue;
    await load(database, one);
    expected[name] = one.expected;
    found[name] = await database.query(code.text).then(
      (rows) => [Object.keys(rows[0] ?? {}).join(' | '), ...sortedRows(columnsOf(one), rows)],
      (error: unknown) => [String(error), code.text],
    );
  }
  return { found, expected };
}

/** The same in Python, all in one. */
export async function inPython(cases: Cases) {
  const whole = [...cases].filter(([, one]) => isWhole(one.code('python')));
  const out = await runPython(whole.map(([, one]) => jobOf(one)));
  const found = whole.map(([name, one], at): [string, string[]] => {
    if (out[at]!.startsWith('ERROR')) return [name, [out[at]!]];
    const rows = rowsOf(out[at]!);
    return [name, [Object.keys(rows[0] ?? {}).join(' | '), ...sortedRows(columnsOf(one), rows)]];
  });
  return {
    found: Object.fromEntries(found),
    expected: Object.fromEntries(whole.map(([name, { expected }]) => [name, expected])),
  };
}

/** What goes wrong with code that lacks steps; nothing where all of it runs. */
export async function withGaps(cases: Cases) {
  const lacking = [...cases].filter(([, one]) => !isWhole(one.code('python')));
  const out = await runPython(lacking.map(([, one]) => jobOf(one)));
  const failed = lacking.flatMap(([name], at) =>
    out[at]!.startsWith('ERROR') ? [[name, out[at]!] as const] : [],
  );
  return { tried: lacking.length, failed };
}

/** The same in a database. */
export async function withGapsIn(target: Database['target'], cases: Cases) {
  const database = await databaseOf(target);
  const failed: string[] = [];
  for (const [name, one] of cases) {
    const code = one.code(target);
    if (isWhole(code)) continue;
    await load(database, one);
    await database.query(code.text).catch((error: unknown) => failed.push(`${name}: ${String(error)}`));
  }
  return failed;
}
