import type { ColumnTable } from 'arquero';
import type { Applied } from '../../recipe/step';
import { withMeta } from '../../table/meta';
import { numbers, withColumns } from '../../table/table';
import type { Column } from '../../table/columns';
import { withSegments } from '../segment/baseline';
import { labelCells, probabilityCells } from '../segment/label-cells';
import type { EditFit } from './fit';
import type { SegmentsThere } from './segments-there';

/** What a step that changes segments needs to know of itself to be done again. */
export interface Edit {
  fit: EditFit;
  /** How many segments there were before it when it was learnt. */
  before: number;
  /** The piece of a row whose segment was there then. */
  pieceOf: (row: number) => number;
  /** The user's own names, by segment id. */
  own: Readonly<Record<string, string>>;
}

/**
 * The table with the segments that were learnt in the place of those before. Segments that were not there when it was
 * learnt come behind the others, so that nobody is lost; the fit given back knows them.
 */
export function applyEdit(
  table: ColumnTable,
  there: SegmentsThere,
  { fit, before, pieceOf, own }: Edit,
): Applied {
  const all = withBehind(fit, there, before);
  const names = all.names.map(
    (name, i) => own[String(i + 1)] ?? name ?? there.names[(all.keeps[i] ?? 1) - 1] ?? '',
  );
  const ids = new Uint8Array(table.numRows());
  let changed = 0;
  for (let row = 0; row < ids.length; row++) {
    const was = there.ids[row]!;
    if (was === 0) continue;
    const id = was > before ? fit.k + was - before : fit.ids[pieceOf(row)]!;
    ids[row] = id;
    if (all.keeps[id - 1] === null) changed++;
  }
  const { columns, features, money } = there;
  const { overlaps, centroids, pinned = [] } = all;
  const known = { features, money, names, overlaps, centroids, pinned };
  const cells = [
    ...labelCells(columns, ids, names),
    ...probabilitiesLeft(table, columns, (row) => all.keeps[ids[row]! - 1] != null),
  ];
  return {
    table: withMeta(withColumns(table, cells), { labels: { ...columns, known } }),
    counts: { customers: changed, segments: all.k },
    ...(all !== fit && { used: all }),
  };
}

/** How likely customers belong where they are; blank in segments that are new, of which nothing says so. */
function probabilitiesLeft(
  table: ColumnTable,
  { probability }: SegmentsThere['columns'],
  stays: (row: number) => boolean,
): [string, Column][] {
  if (probability === undefined) return [];
  const before = numbers(table, probability);
  return [
    probabilityCells(
      probability,
      before.map((value, row) => (stays(row) ? value : NaN)),
    ),
  ];
}

function withBehind(fit: EditFit, there: SegmentsThere, before: number): EditFit {
  const more = there.k - before;
  if (more <= 0) return fit;
  const behind = Array.from({ length: more }, (_, i) => before + i + 1);
  const none = behind.map(() => null);
  return {
    ...fit,
    k: fit.k + more,
    keeps: [...fit.keeps, ...behind],
    names: [...fit.names, ...none],
    rfm: [...fit.rfm, ...none],
    overlaps: [...fit.overlaps, ...none],
    centroids: [...fit.centroids, ...behind.map((id) => [...there.centroids[id - 1]!])],
    ...(fit.baseline && { baseline: withSegments(fit.baseline, fit.k + more) }),
  };
}
