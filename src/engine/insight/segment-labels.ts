import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import { columnAs } from '../table/table';
import { segmentColumns } from './segment-columns';

/** The segments as they stand in the table: an id per row (0 for none), and the name of each id that occurs. */
export interface SegmentLabels {
  ids: Uint8Array;
  names: ReadonlyMap<number, string>;
}

/** Reads what the `segment` step added. @throws EngineError `missing-column` where it has not run */
export function segmentLabels(table: ColumnTable): SegmentLabels {
  const added = segmentColumns(table);
  if (!added) throw new EngineError('missing-column', { column: 'segment_id' });
  const { values } = columnAs(table, added.id, 'number');
  const texts = columnAs(table, added.name, 'text');
  // NaN becomes 0.
  const ids = new Uint8Array(values);
  const names = new Map<number, string>();
  const seen = new Uint8Array(256);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!;
    if (id === 0 || seen[id] === 1) continue;
    seen[id] = 1;
    names.set(id, texts.at(row) ?? '');
  }
  return { ids, names };
}
