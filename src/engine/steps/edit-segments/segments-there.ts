import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { segmentLabels } from '../../insight/segment-labels';
import type { KnownSegments } from '../../table/known-segments';
import { metaOf } from '../../table/meta';

/** The segments a step finds and may change. */
export interface SegmentsThere extends KnownSegments {
  /** The columns that hold them. */
  columns: { id: string; name: string; probability?: string };
  /** One id per row, from 1; 0 for a row in no segment. */
  ids: Uint8Array;
  k: number;
}

/** @throws EngineError `no-segments` where no step before made any; `no-such-segment` where one of `asked` is not there */
export function segmentsThere(table: ColumnTable, asked: readonly number[]): SegmentsThere {
  const { labels } = metaOf(table);
  if (!labels?.known) throw new EngineError('no-segments');
  const k = labels.known.names.length;
  const missing = asked.find((id) => id > k);
  if (missing !== undefined) throw new EngineError('no-such-segment', { segment: missing, k });
  return {
    ...labels.known,
    columns: {
      id: labels.id,
      name: labels.name,
      ...(labels.probability !== undefined && { probability: labels.probability }),
    },
    ids: segmentLabels(table).ids,
    k,
  };
}
