import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { moments } from '../../stats/moments';
import { quantile, sorted } from '../../stats/quantile';
import { columnAs, columnOf } from '../../table/table';
import type { Work } from '../../work';
import type { FillValue } from '../parts/filled';
import { groupsOf } from '../parts/groups';
import { textOf } from '../parts/text-of';
import { comparable, type Comparable } from './comparable';
import { groupedBy, MOST_GROUPS, type FillFit, type GroupValue, type Params } from './params';
import { rowsByGroup, type RowsByGroup } from './rows-by-group';

type Middle = 'median' | 'mean' | 'most-frequent';
const MIDDLES: Readonly<Record<Middle, (rising: Float64Array) => number>> = {
  median: (rising) => quantile(rising, 0.5),
  mean: (rising) => moments(rising).mean,
  'most-frequent': mostFrequent,
};

/**
 * What goes into the blanks of each column, overall and, with `by`, in each group that has a value; nothing where cells
 * are filled from cells around them.
 * @throws EngineError `too-few-values` if a column is blank throughout; `too-many-groups`
 */
export async function learn(table: ColumnTable, params: Params, work: Work): Promise<FillFit> {
  const kind = params.with;
  if (kind !== 'constant' && !Object.hasOwn(MIDDLES, kind)) return { columns: [] };
  const by = groupedBy(params);
  const groups = by === undefined ? null : await namedGroups(table, by, work);
  const columns: FillFit['columns'] = [];
  for (const [done, column] of params.columns.entries()) {
    const rest = work.breathe({ phase: 'filling', done, total: params.columns.length, unit: 'rounds' });
    if (rest) await rest;
    if (kind === 'constant') columns.push({ column, value: params.value });
    else columns.push(await middlesOf(table, column, kind as Middle, groups, work));
  }
  return { columns };
}

async function middlesOf(
  table: ColumnTable,
  column: string,
  kind: Middle,
  groups: NamedGroups | null,
  work: Work,
): Promise<FillFit['columns'][number]> {
  const cells = comparable(
    kind === 'most-frequent' ? columnOf(table, column) : columnAs(table, column, 'number'),
  );
  const middle = MIDDLES[kind];
  const rising = sorted(cells.values);
  if (rising.length === 0) throw new EngineError('too-few-values', { column, count: 0 });
  const value = cells.valueOf(middle(rising));
  if (!groups) return { column, value };
  return { column, value, groups: await middlesByGroup(cells, middle, groups, work) };
}

async function middlesByGroup(
  { values, valueOf }: Comparable,
  middle: (rising: Float64Array) => number,
  { names, rows }: NamedGroups,
  work: Work,
): Promise<GroupValue[]> {
  const found: GroupValue[] = [];
  for (const [group, name] of names) {
    const rest = work.breathe();
    if (rest) await rest;
    const rising = sorted(Float64Array.from(rows.of(group), (row) => values[row]!));
    if (rising.length > 0) found.push({ group: name, value: valueOf(middle(rising)) as FillValue });
  }
  return found;
}

interface NamedGroups {
  /** Code and name of each group that has rows, by name. */
  names: (readonly [code: number, name: string])[];
  rows: RowsByGroup;
}

async function namedGroups(table: ColumnTable, by: string, work: Work): Promise<NamedGroups> {
  const column = columnOf(table, by);
  const groups = await groupsOf(column, 'grouping-rows', work);
  const rows = rowsByGroup(groups);
  const names: [number, string][] = [];
  for (let code = 0; code < groups.size; code++) {
    const first = rows.of(code)[0];
    if (first !== undefined) names.push([code, textOf(column, first)!]);
    if (names.length > MOST_GROUPS) {
      throw new EngineError('too-many-groups', {
        column: by,
        groups: groups.size,
        most: MOST_GROUPS,
        filling: true,
      });
    }
  }
  // By name, so that what is learnt does not depend on the order of rows.
  names.sort(([, a], [, b]) => (a < b ? -1 : 1));
  return { names, rows };
}

/** The value that stands most often, of equally frequent ones the smallest. @see scikit-learn, SimpleImputer */
function mostFrequent(rising: Float64Array): number {
  let best = NaN;
  let most = 0;
  for (let from = 0; from < rising.length;) {
    let to = from + 1;
    while (to < rising.length && rising[to] === rising[from]) to++;
    if (to - from > most) {
      most = to - from;
      best = rising[from]!;
    }
    from = to;
  }
  return best;
}
