import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

interface Made {
  recipe: Recipe;
  outcome: RunOutcome;
  contacts: string;
}

/** Who the customers of the shop are, but for a few, and one twice. */
function contactsOf(ids: readonly string[]): string {
  const lines = ids
    .slice(3)
    .map((id, at) => `${id},2024-01-${10 + (at % 20)},${at}@shop.example,${at % 3 === 0 ? 'yes' : 'no'}`);
  return ['ID,Since,E-mail,Opt-in', ...lines, lines[0], ''].join('\n');
}

/** The automatic recipe of the orders behind the join, copies left out, with what the join brings taken along. */
async function joined(right: string): Promise<Made> {
  const read = await readTable(fileOf(shop, 'shop.csv'), {}, unwatched);
  const understood = await understand(read, {}, unwatched);
  if (!understood.recipe.ok) throw new Error(understood.recipe.code);
  const made = understood.recipe.recipe;
  const ids = [...new Set([...columnOf(read.table, 'customer_id')].map(String))];
  const text = contactsOf(ids);
  const contacts = await readTable(fileOf(text, 'contacts.csv'), {}, unwatched);
  const other = {
    name: 'contacts.csv',
    read: contacts.report.options,
    grain: 'customers' as const,
    columns: contacts.report.columns.map(({ name, kind }) => ({ name, kind, role: null })),
  };
  const brings = {
    source: 1, left: 'customer_id', right, matching: 'alike', how: 'left', repeated: 'first',
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
  return {
    recipe,
    contacts: text,
    outcome: await run(recipe, table, { mode: 'learn', sources, work: unwatched }),
  };
}

const cellsOf = (rows: Rows, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    rows.map((row) => [
      String(row['customer_id']),
      columns.map((name) => String(row[name] === '' ? null : row[name]).toLowerCase()).join(' | '),
    ]),
  );
const ours = ({ outcome }: Made, columns: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(byKey(outcome, 'customer_id', columns)).map(([key, cells]) => [key, cells.toLowerCase()]),
  );

describe.each([
  { how: 'was joined to', right: 'ID', columns: [...LABELS, ...BROUGHT] },
  // Dates are no keys of code: that join is not in it, and what it brings is not taken along.
  { how: 'is not joined to in code', right: 'Since', columns: LABELS },
])('code of orders that a file of contacts $how', ({ right, columns }) => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-joined-'));
  const file = (name: string) => join(folder, name);
  let made: Made;
  beforeAll(async () => {
    made = await joined(right);
    writeFileSync(file('shop.csv'), shop);
    writeFileSync(file('contacts.csv'), made.contacts);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['duckdb', 'postgresql'] as const)(
    'gives every customer our segment in %s',
    async (target) => {
      const { recipe, outcome, contacts } = made;
      const database = await databaseOf(target);
      const [first, other] = recipe.sources;
      const text = () => new TextEncoder().encode(contacts);
      await database.loadCsv('shop', first!.columns, { path: file('shop.csv'), text: () => shop });
      await database.loadCsv('contacts', other!.columns, { path: file('contacts.csv'), text });
      const rows = await database.query(codeOf({ recipe, fits: outcome.used, target }).text);
      expect(cellsOf(rows, columns)).toEqual(ours(made, columns));
    },
    60_000,
  );

  it.skipIf(python === null)('gives every customer our segment in Python', async () => {
    const { recipe, outcome, contacts } = made;
    const { text: script } = codeOf({ recipe, fits: outcome.used, target: 'python' });
    const others = script.includes('OTHER_1') ? [contacts] : [];
    const [out] = await runPython([{ script, csv: shop, others }]);
    expect(cellsOf(rowsOf(out!), columns)).toEqual(ours(made, columns));
  });
});
