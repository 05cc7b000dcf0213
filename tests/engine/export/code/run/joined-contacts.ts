import { beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../../../../../src/engine/export/code/code-of';
import { readTable } from '../../../../../src/engine/files/read-table';
import { understand } from '../../../../../src/engine/insight/understand';
import type { RunOutcome } from '../../../../../src/engine/recipe/outcome';
import { run } from '../../../../../src/engine/recipe/run';
import type { Recipe } from '../../../../../src/engine/recipe/schema';
import { sourceTable } from '../../../../../src/engine/recipe/source-table';
import { sampleShop } from '../../../../../src/engine/sample/sample-shop';
import { columnOf } from '../../../../../src/engine/table/table';
import { unwatched } from '../../../../../src/engine/work';
import { fileOf } from '../../../../support/files';
import { databaseOf, type Rows } from '../databases';
import { byKey, step } from '../learnt-shop';
import { python, runPython } from '../run-python';
import { rowsOf } from '../rows-of';

const shop = sampleShop(1);
const LABELS = ['segment_id', 'segment'];
const BROUGHT = ['E-mail', 'Opt-in'];

/** Who the customers of the shop are, but for a few, and one twice. */
function contactsOf(ids: readonly string[]): string {
  const lines = ids.slice(3).map((id, at) => `${id},${at}@shop.example,${at % 3 === 0 ? 'yes' : 'no'}`);
  return ['ID,E-mail,Opt-in', ...lines, lines[0], ''].join('\n');
}

/** The automatic recipe of the orders behind the join, copies left out, with what the join brings taken along. */
async function joined(): Promise<{ recipe: Recipe; outcome: RunOutcome }> {
  const read = await readTable(fileOf(shop, 'shop.csv'), {}, unwatched);
  const understood = await understand(read, {}, unwatched);
  if (!understood.recipe.ok) throw new Error(understood.recipe.code);
  const made = understood.recipe.recipe;
  const ids = [...new Set([...columnOf(read.table, 'customer_id')].map(String))];
  const contacts = await readTable(fileOf(contactsOf(ids), 'contacts.csv'), {}, unwatched);
  const other = {
    name: 'contacts.csv',
    read: contacts.report.options,
    grain: 'customers' as const,
    columns: contacts.report.columns.map(({ name, kind }) => ({ name, kind, role: null })),
  };
  const brings = {
    source: 1, left: 'customer_id', right: 'ID', matching: 'alike', how: 'left', repeated: 'first',
    columns: BROUGHT.map((column) => ({ column, as: column })),
  }; // prettier-ignore
  const recipe: Recipe = {
    ...made,
    sources: [made.sources[0]!, other],
    steps: [
      step('join', 'join', brings),
      step('copies', 'drop-duplicates', {}),
      ...made.steps.map((one) =>
        one.op === 'rfm' ? { ...one, params: { ...one.params, keep: BROUGHT } } : one,
      ),
    ],
  };
  const sources = new Map([[1, sourceTable(contacts.table, other)]]);
  const table = sourceTable(read.table, recipe.sources[0]!);
  return { recipe, outcome: await run(recipe, table, { mode: 'learn', sources, work: unwatched }) };
}

const labelsOf = (rows: Rows): Record<string, string> =>
  Object.fromEntries(
    rows.map((row) => [String(row['customer_id']), LABELS.map((name) => String(row[name])).join(' | ')]),
  );

describe('code of orders that a file of contacts was joined to', () => {
  let made: Awaited<ReturnType<typeof joined>>;
  beforeAll(async () => {
    made = await joined();
  }, 60_000);

  it('gives every customer our segment in DuckDB', async () => {
    const { recipe, outcome } = made;
    const folder = mkdtempSync(join(tmpdir(), 'tessera-joined-'));
    const path = join(folder, 'shop.csv');
    try {
      writeFileSync(path, shop);
      const database = await databaseOf('duckdb');
      await database.loadCsv('shop', recipe.sources[0]!.columns, { path, text: () => shop });
      const rows = await database.query(codeOf({ recipe, fits: outcome.used, target: 'duckdb' }).text);
      expect(labelsOf(rows)).toEqual(byKey(outcome, 'customer_id', LABELS));
    } finally {
      rmSync(folder, { recursive: true });
    }
  }, 60_000);

  it.skipIf(python === null)('gives every customer our segment in Python', async () => {
    const { recipe, outcome } = made;
    const { text } = codeOf({ recipe, fits: outcome.used, target: 'python' });
    const [out] = await runPython([{ script: text, csv: shop }]);
    expect(labelsOf(rowsOf(out!))).toEqual(byKey(outcome, 'customer_id', LABELS));
  });
});
