import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { codeOf } from '../../../../../src/engine/export/code/code-of';
import { sampleShop } from '../../../../../src/engine/sample/sample-shop';
import { fileOf } from '../../../../support/files';
import { databaseOf, type Cell, type Rows } from '../databases';
import { byKey, learnt, step, type Learnt } from '../learnt-shop';
import { python, runPython } from '../run-python';
import { rowsOf } from '../rows-of';

const LABELS = ['recency_days', 'frequency', 'monetary', 'segment_id', 'segment'];
const SCORES = ['r_score', 'f_score', 'm_score', 'rfm_score', 'rfm_segment', 'rule_segment'];
const COLUMNS = [...LABELS, ...SCORES];

const shop = sampleShop(1);
const folder = mkdtempSync(join(tmpdir(), 'tessera-shop-'));
const path = join(folder, 'shop.csv');
let made: Learnt;

const bySql = (rows: Rows): Record<string, string> =>
  Object.fromEntries(
    rows.map((row) => [String(row['customer_id']), COLUMNS.map((name) => plain(row[name])).join(' | ')]),
  );
/** Numbers without a fraction as they are here: 30, not 30.0. */
const plain = (cell: Cell | undefined): string => String(cell).replace(/^(-?\d+)\.0$/, '$1');

describe('code of the sample shop', () => {
  beforeAll(async () => {
    writeFileSync(path, shop);
    made = await learnt(fileOf(shop, 'shop.csv'), [
      step('scores', 'rfm-scores', {
        recency: 'recency_days',
        frequency: 'frequency',
        monetary: 'monetary',
        levels: 5,
      }),
      step('rules', 'rule-segments', {
        rules: [
          {
            name: "Big 'spenders'",
            when: [
              { column: 'monetary', from: 1000 },
              { column: 'frequency', from: 5 },
            ],
          },
          {
            name: 'At the weekend',
            when: [
              { column: 'last_purchase', weekdays: [6, 7] },
              { column: 'last_purchase', hours: [0, 10, 20] },
            ],
          },
          { name: 'Here lately', when: [{ column: 'last_purchase', from: '2025-11-01' }] },
        ],
      }),
      step('split', 'split-segment', { segment: 1, into: 2 }),
      step('merge', 'merge-segments', { segments: [2, 3], name: 'Middle "ones"' }),
    ]);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['duckdb', 'postgresql'] as const)(
    'gives every customer our segment in %s',
    async (target) => {
      const database = await databaseOf(target);
      const { recipe, outcome } = made;
      const code = codeOf({ recipe, fits: outcome.used, target });
      expect(code.unsaid.filter(({ weight }) => weight === 'missing')).toEqual([]);
      await database.loadCsv('shop', recipe.sources[0]!.columns, { path, text: () => shop });
      const rows = await database.query(code.text);
      expect(bySql(rows)).toEqual(byKey(outcome, 'customer_id', COLUMNS));
    },
    60_000,
  );

  it.skipIf(python === null)(
    'gives every customer our segment in Python (pandas, scikit-learn)',
    async () => {
      const { recipe, outcome } = made;
      const code = codeOf({ recipe, fits: outcome.used, target: 'python' });
      const [out] = await runPython([{ script: code.text, csv: shop }]);
      expect(bySql(rowsOf(out!))).toEqual(byKey(outcome, 'customer_id', COLUMNS));
    },
  );
});
