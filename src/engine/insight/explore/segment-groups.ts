import type { ColumnTable } from 'arquero';
import { inBlocks } from '../../steps/parts/blocks';
import { MISSING } from '../../table/columns';
import type { Work } from '../../work';
import { customerRows } from '../customer-rows';
import { segmentLabels } from '../segment-labels';
import type { Category } from './pair/pair-view';

/** Segments that are told apart; the last of more are one. */
const MOST_SEGMENTS = 12;

/**
 * The segments as groups of the rows of a table, the most valuable first: each row by its customer. Rows whose customer is in no
 * segment are in no group.
 * @param customers the table the segments were made in
 * @param segments by their ids, as they are named now
 * @throws EngineError `missing-column`, Stopped
 */
export async function segmentGroups(
  table: ColumnTable,
  customers: ColumnTable,
  segments: readonly { id: number; name: string }[],
  work: Work,
): Promise<Category> {
  const { ids } = segmentLabels(customers);
  const all = segments.length <= MOST_SEGMENTS;
  const kept = segments.slice(0, all ? MOST_SEGMENTS : MOST_SEGMENTS - 1);
  const levels = [...kept.map(({ name }) => name), ...(all ? [] : [null])];
  const places = new Uint8Array(256).fill(levels.length);
  segments.forEach(({ id }, at) => (places[id] = Math.min(at, kept.length)));
  const customerOf = customerRows(table, customers);
  const codes = new Uint8Array(table.numRows());
  await inBlocks(codes.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const customer = customerOf[row]!;
      codes[row] = customer === MISSING ? levels.length : places[ids[customer]!]!;
    }
  });
  return { name: '', kind: 'category', codes, levels };
}
