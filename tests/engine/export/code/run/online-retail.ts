import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../../../src/engine/export/code/code-of';
import type { RunOutcome } from '../../../../../src/engine/recipe/outcome';
import { columnOf } from '../../../../../src/engine/table/table';
import { hasRealFiles, realFile, realPath } from '../../../../support/files';
import { readFileSync } from 'node:fs';
import { databaseOf, type Rows } from '../databases';
import { byKey, learnt, reused, type Learnt } from '../learnt-shop';
import { rowsOf } from '../rows-of';
import { python, runPython } from '../run-python';

const FILE = 'transactions/online_retail_2010-2011.csv';
const CUSTOMERS = 4339;
/** PostgreSQL in WebAssembly is given so many lines, for all of them take it half a minute; `bench/code.mjs` runs all. */
const POSTGRES_LINES = 40_000;

const ours = ({ outcome }: Learnt) => byKey(outcome, 'CustomerID', ['segment_id', 'segment']);
const theirs = (rows: Rows) =>
  Object.fromEntries(
    rows.map((row) => [
      String(row['CustomerID']),
      `${String(row['segment_id'])} | ${String(row['segment'])}`,
    ]),
  );
const customersOf = (outcome: RunOutcome) => columnOf(outcome.table, 'CustomerID').length;

describe.skipIf(!hasRealFiles)('code of Online Retail (skipped without ../shared/data)', () => {
  let all: Promise<Learnt> | null = null;
  const whole = () => (all ??= learnt(realFile(FILE)));

  it('gives all 4,339 customers our segment in DuckDB', async () => {
    const { recipe, outcome } = await whole();
    const code = codeOf({ recipe, fits: outcome.used, target: 'duckdb', table: 'online_retail' });
    const duckdb = await databaseOf('duckdb');
    await duckdb.loadCsv('online_retail', recipe.sources[0]!.columns, {
      path: realPath(FILE),
      text: () => readFileSync(realPath(FILE)),
    });
    const rows = await duckdb.query(code.text);
    expect(rows.length).toBe(CUSTOMERS);
    expect(theirs(rows)).toEqual(ours(await whole()));
  }, 120_000);

  it(`gives every customer of the first ${POSTGRES_LINES} lines our segment in PostgreSQL`, async () => {
    const text = readFileSync(realPath(FILE), 'utf8')
      .split('\n')
      .slice(0, POSTGRES_LINES + 1)
      .join('\n');
    const bytes = new TextEncoder().encode(`${text}\n`);
    // What was learnt from the whole file is used again, as it would be in a database; the day counted to stays.
    const { recipe, outcome } = await whole();
    const part = await reused(bytes, { recipe, outcome });
    const code = codeOf({ recipe, fits: part.outcome.used, target: 'postgresql', table: 'online_retail' });
    const postgres = await databaseOf('postgresql');
    await postgres.loadCsv('online_retail', recipe.sources[0]!.columns, { path: '', text: () => bytes });
    const rows = await postgres.query(code.text);
    expect(rows.length).toBe(customersOf(part.outcome));
    expect(theirs(rows)).toEqual(ours(part));
  }, 120_000);

  it.skipIf(python === null)(
    'gives all 4,339 customers our segment in Python',
    async () => {
      const { recipe, outcome } = await whole();
      const code = codeOf({ recipe, fits: outcome.used, target: 'python' });
      const [out] = await runPython([{ script: code.text, csv: readFileSync(realPath(FILE)) }]);
      const rows = rowsOf(out!);
      expect(rows.length).toBe(CUSTOMERS);
      expect(theirs(rows)).toEqual(ours(await whole()));
    },
    120_000,
  );
});
