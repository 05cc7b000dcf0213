import { readFileSync } from 'node:fs';
import { readTable } from '../../../src/engine/files/read-table';
import { bytesSource } from '../../../src/engine/files/source';
import type { RunOutcome } from '../../../src/engine/recipe/outcome';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import type { SegmentFit } from '../../../src/engine/steps/segment';
import { keep, numbers } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { realPath } from '../../support/files';
import { recipeOf, step } from '../recipe/recipes';

const MEASURES = ['recency_days', 'frequency', 'monetary'];
const logs = MEASURES.map((name) => `${name}_log`);

/** Five segments of Online Retail. */
export const onlineRetailRecipe = recipeOf(
  [
    step('copies', 'drop-duplicates', {}),
    step('blanks', 'drop-missing', { columns: ['CustomerID', 'InvoiceDate', 'Quantity', 'UnitPrice'] }),
    step('rfm', 'rfm', {
      customer: 'CustomerID',
      date: 'InvoiceDate',
      order: 'InvoiceNo',
      amount: null,
      quantity: 'Quantity',
      price: 'UnitPrice',
    }),
    step('log', 'transform', { columns: MEASURES, with: 'log1p' }),
    step('scale', 'scale', { columns: logs, with: 'z' }),
    step('segment', 'segment', { columns: logs.map((name) => `${name}_z`), k: 5 }),
  ],
  [],
  'orders',
);

export interface Halves {
  first: RunOutcome;
  second: RunOutcome;
  fit: SegmentFit;
}

/** Online Retail: segments learnt from the rows before June 2011, and the others put into them. */
export async function onlineRetailHalves(): Promise<Halves> {
  const bytes = readFileSync(realPath('transactions/online_retail_2010-2011.csv'));
  const { table } = await readTable(bytesSource('online_retail.csv', bytes), {}, unwatched);
  const end = Date.UTC(2011, 5, 1);
  const half = (early: boolean) => {
    const marks = Uint8Array.from(numbers(table, 'InvoiceDate'), (day) => Number(day < end === early));
    return sourceTable(keep(table, marks), onlineRetailRecipe.sources[0]!);
  };
  const first = await run(onlineRetailRecipe, half(true), { mode: 'learn', work: unwatched });
  const { fits } = first;
  const second = await run(onlineRetailRecipe, half(false), { mode: 'reuse', fits, work: unwatched });
  return { first, second, fit: fits['segment'] as SegmentFit };
}
