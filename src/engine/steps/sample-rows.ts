import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { seedFrom } from '../stats/random';
import { metaOf } from '../table/meta';
import { columnOf, keep } from '../table/table';
import type { Work } from '../work';
import { inBlocks } from './parts/blocks';
import { textOf } from './parts/text-of';

const seed = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff)));
const by = v.optional(ColumnName);

/**
 * Keeps some rows by chance, in their order: `rows` of them or a `share`. Which ones is a matter of the seed and of
 * the row's number in the file; with `by`, of what that column says, and all rows that say the same stay together: then
 * `rows` and `share` count these (customers, say). A blank there is a row by itself. Counts: `dropped` rows.
 * @throws EngineError `missing-column`
 */
export const sampleRows = defineStep({
  op: 'sample-rows',
  version: 1,
  params: v.union([
    v.strictObject({ rows: v.pipe(v.number(), v.integer(), v.minValue(1)), by, seed }),
    v.strictObject({ share: v.pipe(v.number(), v.gtValue(0), v.maxValue(1)), by, seed }),
  ]),
  reads: (params) => (params.by === undefined ? [] : [params.by]),
  adds: () => [],
  describe: (params) => {
    const many = 'rows' in params ? String(params.rows) : `${Number((params.share * 100).toFixed(2))} %`;
    if (params.by === undefined) return `Keep ${many}${'rows' in params ? '' : ' of the'} rows by chance`;
    return `Keep ${many} of ${params.by} by chance, with all their rows`;
  },
  fit: () => null,
  apply: async (table, params, _fit, work) => {
    const { of, hashes } = await groupsOf(table, params.by, params.seed ?? 1, work);
    const most = 'rows' in params ? params.rows : Math.max(1, Math.round(params.share * hashes.length));
    const inOrder = Uint32Array.from(hashes.keys()).sort((a, b) => hashes[a]! - hashes[b]! || a - b);
    const chosen = new Uint8Array(hashes.length);
    for (const group of inOrder.subarray(0, most)) chosen[group] = 1;
    const marks = Uint8Array.from(of, (group) => chosen[group]!);
    const kept = keep(table, marks);
    return { table: kept, counts: { dropped: marks.length - kept.numRows() } };
  },
});

interface Groups {
  /** For each row its group. */
  of: Uint32Array;
  hashes: readonly number[];
}

/** What stays together, and the number that chance gives it. */
async function groupsOf(
  table: ColumnTable,
  by: string | undefined,
  seed: number,
  work: Work,
): Promise<Groups> {
  const of = new Uint32Array(table.numRows());
  const { sourceRows } = metaOf(table);
  const column = by === undefined ? null : columnOf(table, by);
  const known = new Map<string, number>();
  const hashes: number[] = [];
  await inBlocks(of.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const text = column && textOf(column, row);
      const there = text === null ? undefined : known.get(text);
      of[row] = there ?? hashes.length;
      if (there !== undefined) continue;
      if (text !== null) known.set(text, hashes.length);
      hashes.push(seedFrom(seed, text === null ? (sourceRows?.[row] ?? row) : textHash(text)) >>> 0);
    }
  });
  return { of, hashes };
}

/** FNV-1a over the text's units, 32 bits. */
function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash;
}
