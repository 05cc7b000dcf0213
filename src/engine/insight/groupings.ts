import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import type { RunOutcome } from '../recipe/outcome';
import type { Recipe } from '../recipe/schema';
import { pointsOf, takePoints } from '../stats/points';
import type { SegmentFit } from '../steps/segment';
import { categoriesOf } from '../steps/segment/categories';
import { completeRows, featuresOf } from '../steps/segment/grouped-rows';
import { methodOf } from '../steps/segment/methods/methods';
import { OUT_OF_THE_ORDINARY } from '../steps/segment/set-apart';
import { outliersAmong } from '../steps/segment/outliers';
import { isMissing, MISSING } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnOf } from '../table/table';
import type { Work } from '../work';
import type { Grouping } from './compare-groupings';
import { featureInfo } from './feature-info';
import { nameSegments } from './name-segments';
import { segmentLabels } from './segment-labels';

/** Groups beyond these are no grouping to compare with. */
const MOST = 50;

/** The segments as they stand in the table. @throws EngineError `missing-column` where there are none */
export function segmentGrouping(table: ColumnTable): Grouping {
  const { ids, names } = segmentLabels(table);
  const k = Math.max(0, ...names.keys());
  const known = metaOf(table).labels?.known?.names;
  return { groups: ids, names: known ?? Array.from({ length: k }, (_, i) => names.get(i + 1) ?? '') };
}

/**
 * The segments there would be with another number of them: that run was tried when the segments were learnt.
 * Customers out of the ordinary stay apart.
 * @throws EngineError `no-such-segment` where that number was not tried
 */
export async function countGrouping(
  { steps }: Recipe,
  { table, used }: RunOutcome,
  k: number,
  work: Work,
): Promise<Grouping> {
  const step = steps.filter(({ op, enabled }) => op === 'segment' && enabled).at(-1);
  const fit = step && (used[step.id] as SegmentFit);
  const run = fit?.runs.find((one) => one.k === k);
  if (!fit || !run) throw new EngineError('no-such-segment', { segment: k, k: fit?.k ?? 0 });
  const features = featuresOf(table, fit.columns);
  const rows = completeRows(features);
  const points = takePoints(pointsOf(features), rows);
  const placing = {
    centroids: run.centroids,
    run,
    ...(run.prototypes && { categories: categoriesOf(table, run.prototypes.columns, rows) }),
  };
  const { labels } = await methodOf(fit.method).place(points, placing, work);
  const apart = fit.outliers?.id ? outliersAmong(points.columns, fit.outliers) : null;
  const groups = new Uint8Array(table.numRows());
  rows.forEach((row, i) => (groups[row] = apart?.[i] === 1 ? 0 : labels[i]! + 1));
  const names = nameSegments(table, featureInfo(table, fit.columns), groups, k).map(({ name }) => name);
  if (!apart) return { groups, names };
  rows.forEach((row, i) => (groups[row] = apart[i] === 1 ? k + 1 : groups[row]!));
  return { groups, names: [...names, OUT_OF_THE_ORDINARY] };
}

/**
 * The groups that a column of words, or of yes and no, makes, in the order of the alphabet. **Blanks**: in no group.
 * @throws EngineError `missing-column`; `wrong-kind` of other columns; `too-many-groups` of more than 50
 */
export function columnGrouping(table: ColumnTable, name: string): Grouping {
  const column = columnOf(table, name);
  if (column.kind !== 'text' && column.kind !== 'boolean')
    throw new EngineError('wrong-kind', { column: name, kind: column.kind, needed: 'text' });
  const codes = column.kind === 'text' ? column.codes : Uint32Array.from(column.values);
  const wordOf = (code: number): string =>
    column.kind === 'text' ? column.dictionary.text(code) : column.spelling[code === 1 ? 1 : 0];
  const missing = (row: number) => (column.kind === 'text' ? codes[row] === MISSING : isMissing(column, row));
  const used = new Set<number>();
  for (let row = 0; row < codes.length; row++) if (!missing(row)) used.add(codes[row]!);
  if (used.size > MOST)
    throw new EngineError('too-many-groups', { column: name, groups: used.size, most: MOST });
  const names = [...new Set([...used].map(wordOf))].sort();
  const places = new Map([...used].map((code) => [code, names.indexOf(wordOf(code)) + 1]));
  return {
    groups: Uint8Array.from(codes, (code, row) => (missing(row) ? 0 : places.get(code)!)),
    names,
  };
}

/**
 * A grouping of one customer table as one of another: customers are found by their key, or, where the tables have none,
 * by their row in the file. Who is not found there is in no group.
 */
export function groupingFor(table: ColumnTable, there: ColumnTable, grouping: Grouping): Grouping {
  if (sameCustomers(table, there)) return grouping;
  const [ours, theirs] = [placesIn(table), placesIn(there)];
  const groups = new Map<string, number>();
  for (let row = 0; row < there.numRows(); row++) groups.set(theirs(row), grouping.groups[row]!);
  return {
    names: grouping.names,
    groups: Uint8Array.from({ length: table.numRows() }, (_, row) => groups.get(ours(row)) ?? 0),
  };
}

/** Whether both tables came from one, row by row: steps share what they leave unchanged. */
function sameCustomers(one: ColumnTable, other: ColumnTable): boolean {
  const [a, b] = [metaOf(one), metaOf(other)];
  if (one.numRows() !== other.numRows() || a.key !== b.key) return false;
  return a.key === null ? a.sourceRows === b.sourceRows : columnOf(one, a.key) === columnOf(other, a.key);
}

function placesIn(table: ColumnTable): (row: number) => string {
  const { key, sourceRows } = metaOf(table);
  if (key === null) return (row) => String(sourceRows?.[row] ?? row);
  const column = columnOf(table, key);
  return (row) => String(column.at(row));
}
