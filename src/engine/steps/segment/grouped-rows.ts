import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { canonicalOrderOf, countDistinct } from '../../stats/canonical-order';
import { pointsOf, takePoints, type Points } from '../../stats/points';
import { originOf } from '../../table/meta';
import { columnAs } from '../../table/table';
import type { Progress, Work } from '../../work';
import { categoriesOf, checkLevels, type Categories } from './categories';

/** The customers that can be grouped, in canonical order. */
export interface GroupedRows {
  points: Points;
  /** For each point its row in the table. */
  rows: Uint32Array;
  /** Different customers, counted up to 256. */
  distinct: number;
  /** Of the points, where categories count too; different customers then differ in numbers or in these. */
  categories?: Categories;
}

const BEFORE: Progress = { phase: 'grouping', done: 0, total: 1, unit: 'rounds' };

/** The features as arrays, NaN where missing. */
export const featuresOf = (table: ColumnTable, columns: readonly string[]): Float64Array[] =>
  columns.map((column) => columnAs(table, column, 'number').values);

/** Rows in which no feature is missing or infinite. */
export function completeRows(features: readonly Float64Array[]): Uint32Array {
  const n = features[0]?.length ?? 0;
  const rows = new Uint32Array(n);
  let count = 0;
  for (let row = 0; row < n; row++)
    if (features.every((values) => Number.isFinite(values[row]!))) rows[count++] = row;
  return rows.subarray(0, count);
}

/**
 * Customers without a blank feature, ready to be clustered into k (2 if k is still to be found).
 * @throws EngineError `too-few-values` if no customer is complete; `too-few-customers` if there are fewer than k, or
 * fewer different ones; `all-equal` if nothing tells them apart
 */
export async function groupedRows(
  table: ColumnTable,
  columns: readonly string[],
  { k, seed, categories = [] }: { k: number; seed: number; categories?: readonly string[] },
  work: Work,
): Promise<GroupedRows> {
  const features = featuresOf(table, columns);
  const complete = completeRows(features);
  const customers = complete.length;
  if (customers === 0) {
    const count = (values: Float64Array) =>
      values.reduce((sum, value) => sum + Number(Number.isFinite(value)), 0);
    const counts = features.map(count);
    const worst = counts.indexOf(Math.min(...counts));
    throw new EngineError('too-few-values', {
      column: originOf(table, columns[worst]!),
      count: counts[worst]!,
    });
  }
  if (customers < k) throw new EngineError('too-few-customers', { customers, k });
  const coded = categories.length > 0 ? categoriesOf(table, categories, complete) : null;
  if (coded) checkLevels(table, coded);
  await work.breathe(BEFORE);
  const known = takePoints(pointsOf(features), complete);
  const unordered = coded ? pointsOf([...known.columns, ...coded.codes]) : known;
  await work.breathe(BEFORE);
  const order = await canonicalOrderOf(unordered, seed, {
    breathe: () => work.breathe(BEFORE),
    now: () => 0,
  });
  await work.breathe(BEFORE);
  const ordered = takePoints(unordered, order);
  await work.breathe(BEFORE);
  const distinct = countDistinct(ordered, 256);
  if (distinct === 1 && k > 1) {
    throw new EngineError('all-equal', {
      columns: [...columns, ...categories].map((column) => originOf(table, column)),
      customers,
    });
  }
  if (distinct < k) throw new EngineError('too-few-customers', { customers, k, distinct });
  const rows = order.map((at) => complete[at]!);
  if (!coded) return { points: ordered, rows, distinct };
  const d = columns.length;
  return {
    points: pointsOf(ordered.columns.slice(0, d)),
    rows,
    distinct,
    categories: { ...coded, codes: ordered.columns.slice(d) },
  };
}
