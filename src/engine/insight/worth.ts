import type { ColumnTable } from 'arquero';
import { metaOf } from '../table/meta';
import { numbers } from '../table/table';
import { columnLabels, columnWords } from './column-words';
import type { FeatureInfo } from './feature-info';
import type { Segmentation } from './segmentation';

/** The columns whose sum says what a customer is worth, with a label for the sum; null of no columns. */
export function moneyOf(columns: readonly string[], features: readonly FeatureInfo[]): Segmentation['money'] {
  const [only, second] = columns;
  if (only === undefined) return null;
  if (second !== undefined) return { columns, label: totalLabel(columns) };
  const feature = features.find(({ column }) => column === only);
  return { columns, label: feature?.label ?? columnLabels([only])[0]! };
}

function totalLabel(columns: readonly string[]): string {
  const stems = new Set(columns.map((column) => columnWords(column)[0]));
  const [stem] = stems;
  return stems.size === 1 && stem
    ? `Total of ${columns.length} ${stem} columns`
    : `Total of ${columns.length} columns`;
}

/** The currency that all these columns are counted in, as written; null where one says none, or they differ. */
export function currencyOf(table: ColumnTable, columns: readonly string[]): string | null {
  const { units } = metaOf(table);
  const found = new Set(columns.map((column) => units.get(column) ?? null));
  const [only = null] = found;
  return found.size === 1 && only !== '%' ? only : null;
}

/** What each row is worth: the sum of the columns, blanks as 0. **Errors**: `missing-column`, `wrong-kind`. */
export function worthOf(table: ColumnTable, columns: readonly string[]): Float64Array {
  const worth = new Float64Array(table.numRows());
  for (const column of columns) {
    const values = numbers(table, column);
    for (let row = 0; row < worth.length; row++) worth[row]! += Number.isNaN(values[row]) ? 0 : values[row]!;
  }
  return worth;
}
