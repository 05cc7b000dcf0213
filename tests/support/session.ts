import { readFileSync } from 'node:fs';
import {
  bytesSource,
  labelledCustomers,
  openTable,
  run,
  segmentationOf,
  sourceTable,
  understand,
  unwatched,
  type ByteSource,
} from '../../src/engine/index';
import { fileOnDesk, type SessionToSave } from '../../src/workers/session-file/write-session';

export const ORDERS = 'cli-orders.csv';
export const ordersBytes = () => new Uint8Array(readFileSync(`tests/fixtures/data/${ORDERS}`));

/** Orders, grouped by the automatic recipe, that reuse what was learnt of themselves. */
export async function segmentedOrders(): Promise<SessionToSave> {
  const bytes = ordersBytes();
  const { read } = await openTable(bytesSource(ORDERS, bytes), {}, unwatched);
  const understanding = await understand(read, { today: Date.UTC(2026, 0, 1) }, unwatched);
  if (!understanding.recipe.ok) throw new Error(understanding.recipe.code);
  const { recipe } = understanding.recipe;
  const table = sourceTable(read.table, recipe.sources[0]!);
  const outcome = await run(recipe, table, { mode: 'learn', work: unwatched });
  const segmentation = (await segmentationOf(recipe, outcome, [], unwatched))!;
  const customers = labelledCustomers(outcome.table, segmentation)!;
  return {
    state: {
      info: {
        id: 'first',
        name: 'Spring – “été” 🌱',
        file: ORDERS,
        bytes: bytes.length,
        rows: read.report.rows,
        columns: 4,
        segments: segmentation.k,
        changed: 1_770_000_000_000,
      },
      history: [
        { recipe: { ...recipe, steps: [] }, choice: {} },
        { recipe, choice: { refused: ['copies'] }, parent: 0 },
      ],
      cursor: 1,
    },
    understanding,
    fits: outcome.fits,
    files: [fileOnDesk(read, new Blob([bytes]))],
    reused: { from: 'winter.csv', recipe, fits: outcome.fits, then: { name: 'winter.csv', customers } },
  };
}

export async function bytesOf(parts: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const all: Uint8Array<ArrayBuffer>[] = [];
  for await (const part of parts) all.push(part as Uint8Array<ArrayBuffer>);
  return new Uint8Array(await new Blob(all).arrayBuffer());
}

export const sourceOf = (bytes: Uint8Array): ByteSource => bytesSource('work.tessera', bytes);
