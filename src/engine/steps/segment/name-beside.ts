import type { ColumnTable } from 'arquero';
import type { FeatureInfo } from '../../insight/feature-info';
import { naming, type SegmentName } from '../../insight/name-segments';
import type { Pieces } from '../../pieces';
import { OUT_OF_THE_ORDINARY } from './set-apart';

/** Names k segments as if the one that was set apart were not there; it is called by what it is. */
export function* nameBeside(
  table: ColumnTable,
  features: readonly FeatureInfo[],
  ids: Uint8Array,
  k: number,
  apart: number | null,
): Pieces<SegmentName[]> {
  if (apart === null) return yield* naming(table, features, ids, k);
  const ordinary = ids.map((id) => (id === apart ? 0 : id > apart ? id - 1 : id));
  const named = yield* naming(table, features, ordinary, k - 1);
  return [...named.slice(0, apart - 1), { name: OUT_OF_THE_ORDINARY, rfm: null }, ...named.slice(apart - 1)];
}
