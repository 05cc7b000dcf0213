import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf } from '../../../../../src/engine/export/code/code-of';
import type { Target } from '../../../../../src/engine/export/code/targets';
import { readTable } from '../../../../../src/engine/files/read-table';
import { understand } from '../../../../../src/engine/insight/understand';
import { run } from '../../../../../src/engine/recipe/run';
import type { RecipeStep } from '../../../../../src/engine/recipe/schema';
import { sourceTable } from '../../../../../src/engine/recipe/source-table';
import { unwatched } from '../../../../../src/engine/work';
import { fileOf } from '../../../../support/files';
import { databaseOf, type Rows } from '../databases';
import { byKey, step, type Learnt } from '../learnt-shop';
import { rowsOf } from '../rows-of';
import { python, runPython } from '../run-python';

/** Order lines with prices in euros, every twelfth in pounds. */
const shop = new TextEncoder().encode(
  [
    'Customer,Order No,Order date,Quantity,Unit price',
    ...Array.from({ length: 240 }, (_, at) => {
      const customer = `W${(at * at) % 29}`;
      const price = `${(at * 7) % 1300 > 1000 ? '1,' : ''}${100 + ((at * 7) % 300)}.${10 + (at % 90)}`;
      const day = `2024-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + ((at * 5) % 28)).padStart(2, '0')}`;
      return `${customer},O${at >> 1},${day},${1 + (at % 4)},"${at % 12 === 0 ? '£' : '€'}${price}"`;
    }),
  ].join('\n'),
);
const folder = mkdtempSync(join(tmpdir(), 'tessera-euros-'));
const path = join(folder, 'shop.csv');
const LABELS = ['monetary', 'segment_id', 'segment'];
const plain = (cell: unknown): string => String(cell).replace(/^(-?\d+)\.0$/, '$1');
const labelsIn = (rows: Rows): Record<string, string> =>
  Object.fromEntries(
    rows.map((row) => [String(row['Customer']), LABELS.map((name) => plain(row[name])).join(' | ')]),
  );

/** One currency counted alone, as the remedy of the finding does it, a formula of its numbers, and the automatic recipe. */
async function euros(): Promise<Learnt> {
  const opened = await readTable(fileOf(shop, 'shop.csv'), {}, unwatched);
  const before = await understand(opened, {}, unwatched);
  const { op, params } = before.findings.find(({ code }) => code === 'mixed-currencies')!.remedy!;
  const steps: RecipeStep[] = [
    step('own-1', op, params),
    step('own-2', 'formula', { as: 'dear', formula: '[Unit price] * [Quantity] > 500' }),
  ];
  const source = sourceTable(opened.table, before.source);
  const own = { format: 'tessera-recipe' as const, version: 1 as const, sources: [before.source], steps };
  const prepared = await run(own, source, { mode: 'learn', work: unwatched });
  const after = await understand(opened, {}, unwatched, { table: prepared.table, steps });
  if (!after.recipe.ok) throw new Error(after.recipe.code);
  const { recipe } = after.recipe;
  return { recipe, outcome: await run(recipe, source, { mode: 'learn', work: unwatched }) };
}

/** The same where a person says of the column that it is euros: other cells are blank as the file is read. */
async function saidToBeEuros(): Promise<Learnt> {
  const price = { kind: 'number', format: '€1,234.56', others: 'blank' } as const;
  const file = fileOf(shop, 'shop.csv');
  const opened = await readTable(file, { columns: new Map([['Unit price', price]]) }, unwatched);
  const { recipe: found } = await understand(opened, {}, unwatched);
  if (!found.ok) throw new Error(found.code);
  const source = sourceTable(opened.table, found.recipe.sources[0]!);
  return {
    recipe: found.recipe,
    outcome: await run(found.recipe, source, { mode: 'learn', work: unwatched }),
  };
}

let made: Learnt;
const codeIn = (target: Target) => codeOf({ recipe: made.recipe, fits: made.outcome.used, target });

describe('code of a shop that counts one of two currencies', () => {
  beforeAll(async () => {
    writeFileSync(path, shop);
    made = await euros();
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says every step', () => {
    expect(made.recipe.steps.slice(0, 2).map(({ op }) => op)).toEqual(['change-type', 'formula']);
    for (const target of ['python', 'duckdb', 'postgresql', 'bigquery', 'snowflake', 'spark'] as const)
      expect(codeIn(target).unsaid.filter(({ weight }) => weight === 'missing')).toEqual([]);
  });

  it('gives every customer our money and segment in DuckDB', async () => {
    const database = await databaseOf('duckdb');
    await database.loadCsv('shop', made.recipe.sources[0]!.columns, { path, text: () => shop });
    const labels = labelsIn(await database.query(codeIn('duckdb').text));
    expect(labels).toEqual(byKey(made.outcome, 'Customer', LABELS));
  });

  it.skipIf(python === null)('gives every customer our money and segment in Python', async () => {
    const [out] = await runPython([{ script: codeIn('python').text, csv: shop }]);
    expect(labelsIn(rowsOf(out!))).toEqual(byKey(made.outcome, 'Customer', LABELS));
  });

  it.skipIf(python === null)('reads in Python no other currency as the one that was said', async () => {
    const { recipe, outcome } = await saidToBeEuros();
    const code = codeOf({ recipe, fits: outcome.used, target: 'python' });
    expect(code.unsaid.filter(({ weight }) => weight === 'missing')).toEqual([]);
    const [out] = await runPython([{ script: code.text, csv: shop }]);
    expect(labelsIn(rowsOf(out!))).toEqual(byKey(outcome, 'Customer', LABELS));
  });
});
