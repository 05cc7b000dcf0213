import type { ColumnTable } from 'arquero';
import { daysColumn } from '../steps/days-since';
import { metaOf, originOf, unitIn } from '../table/meta';
import { columnNames, columnOf, numbers } from '../table/table';
import { columnLabels, columnWords } from './column-words';
import { isFlag } from './is-flag';
import { madeLabel } from './made-labels';
import type { FeatureSummary } from './segmentation';

/** A feature that is grouped by: the column a person knows, the one that was clustered on, and what it means. */
export type FeatureInfo = Pick<
  FeatureSummary,
  'column' | 'scaled' | 'meaning' | 'part' | 'label' | 'unit' | 'flag'
>;

/**
 * What each scaled column stands for, in the order given. The unscaled column is found through the table's origins;
 * the meaning comes from its role, else from its name.
 * @throws EngineError `missing-column`, `wrong-kind`
 */
export function featureInfo(table: ColumnTable, scaledColumns: readonly string[]): FeatureInfo[] {
  const columns = scaledColumns.map((scaled) => originOf(table, scaled));
  const plain = columnLabels(columns);
  return columns.map((column, i) => ({
    column,
    scaled: scaledColumns[i]!,
    ...meantBy(table, column),
    ...unitIn(table, column),
    label: madeLabel(knownAs(table, column)) ?? kindLabel(table, column) ?? plain[i]!,
  }));
}

/** A column that says what one of `rfm` does goes by the same words: days since a last purchase, a number of orders. */
function knownAs(table: ColumnTable, column: string): string {
  if (isDaysSinceLast(table, column)) return 'recency_days';
  const counts = metaOf(table).roles.get(column) === 'frequency' && /orders?/i.test(column);
  return counts ? 'frequency' : column;
}

/** "Salary: medium" of `salary_medium`, a column of 0 and 1 beside the text it was made of; null of others. */
function kindLabel(table: ColumnTable, column: string): string | null {
  const text = columnNames(table).find(
    (name) => column.startsWith(`${name}_`) && columnOf(table, name).kind === 'text',
  );
  if (text === undefined || !numbers(table, column).every((value) => value === 0 || value === 1)) return null;
  return `${columnLabels([text])[0]!}: ${column.slice(text.length + 1)}`;
}

/** Whether `days-since` made the column from the date of the last purchase. */
function isDaysSinceLast(table: ColumnTable, column: string): boolean {
  const isMade = columnNames(table).some((name) => daysColumn(name) === column);
  return isMade && metaOf(table).roles.get(column) === 'recency';
}

const MONEY = new Set([
  'mnt',
  'spend',
  'spent',
  'spending',
  'revenue',
  'sales',
  'amount',
  'amt',
  'turnover',
  'monetary',
]);
const COUNT = new Set([
  'num', 'number', 'count', 'cnt', 'visits', 'visit', 'purchases', 'orders', 'transactions', 'items', 'quantity',
  'qty', 'clicks', 'logins', 'sessions', 'calls', 'tickets', 'returns', 'times', 'frequency',
]); // prettier-ignore

/** Of 0 and 1, how often it is so is told; orders, money and days stay what they are. */
function meantBy(table: ColumnTable, column: string): Pick<FeatureInfo, 'meaning' | 'part' | 'flag'> {
  const meaning = meaningOf(table, column);
  const plain = meaning === 'count' || meaning === 'other';
  return {
    meaning,
    ...(meaning === 'money' && !isWhole(table, column) && { part: true as const }),
    ...(plain && isFlag(numbers(table, column)) && { flag: true as const }),
  };
}

/** All that a customer spent, by its role: a name like `spend_90d` says money too, but not of all. */
function isWhole(table: ColumnTable, column: string): boolean {
  const { roles } = metaOf(table);
  const role = roles.get(column);
  return role === 'monetary' || (role === 'amount' && ![...roles.values()].includes('monetary'));
}

function meaningOf(table: ColumnTable, column: string): FeatureInfo['meaning'] {
  const role = metaOf(table).roles.get(column);
  if (role === 'recency' || role === 'frequency') return role;
  if (role === 'monetary' || role === 'amount') return 'money';
  const words = columnWords(column).map((word) => word.toLowerCase());
  if (words.includes('recency')) return 'recency';
  if (words.some((word) => COUNT.has(word)) && areCounts(numbers(table, column))) return 'count';
  return words.some((word) => MONEY.has(word)) ? 'money' : 'other';
}

/** Whole numbers from 0 up; blanks are skipped. */
function areCounts(values: Float64Array): boolean {
  for (const value of values)
    if (value < 0 || (value !== Math.floor(value) && !Number.isNaN(value))) return false;
  return true;
}
