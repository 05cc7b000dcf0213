import type { ColumnTable } from 'arquero';
import { categoriesOf } from '../steps/segment/categories';
import { MISSING } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnAs, columnNames, columnOf } from '../table/table';

/** So many values make a column that customers can be grouped by. */
const FEWEST = 2;
const MOST = 30;
/** Smaller groups are never shown: they could point at a person. */
const SMALLEST_GROUP = 10;
/** Names that other steps give. */
const MADE = /^(tessera_)?((rfm|rule)_)?segment(_\d+)?$/;

/** What is most common in a segment. */
export interface CommonCategory {
  column: string;
  /** Null where most have no value. */
  value: string | null;
  /** Of the segment's customers, 0 to 1. */
  share: number;
}

/** The text columns of few values, in which customers can be alike; no key and no segments. */
export function categoryColumns(table: ColumnTable): string[] {
  const { key, labels } = metaOf(table);
  return columnNames(table).filter((name) => {
    if (name === key || name === labels?.name || MADE.test(name)) return false;
    if (columnOf(table, name).kind !== 'text') return false;
    const used = new Set<number>();
    for (const code of columnAs(table, name, 'text').codes) {
      if (code !== MISSING) used.add(code);
      if (used.size > MOST) return false;
    }
    return used.size >= FEWEST;
  });
}

/**
 * For each of k segments the most common category of each column, of equally common ones the first in the order of the
 * text; left out where fewer than 10 customers have it. **Blanks**: a category of their own.
 */
export function commonCategories(
  table: ColumnTable,
  columns: readonly string[],
  labels: Uint8Array,
  k: number,
): CommonCategory[][] {
  const { levels, codes } = categoriesOf(table, columns, Uint32Array.from(labels.keys()));
  const sizes = new Uint32Array(k + 1);
  for (const id of labels) sizes[id]!++;
  const found: CommonCategory[][] = Array.from({ length: k }, () => []);
  columns.forEach((column, j) => {
    const width = levels[j]!.length;
    const counts = new Uint32Array((k + 1) * width);
    labels.forEach((id, row) => counts[id * width + codes[j]![row]!]!++);
    for (let id = 1; id <= k; id++) {
      const own = counts.subarray(id * width, (id + 1) * width);
      const most = own.reduce((best, count, at) => (count > own[best]! ? at : best), 0);
      if (own[most]! >= SMALLEST_GROUP)
        found[id - 1]!.push({ column, value: levels[j]![most]! || null, share: own[most]! / sizes[id]! });
    }
  });
  return found;
}
