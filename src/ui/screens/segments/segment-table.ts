import type { Segmentation } from '../../../engine/index';
import type { ColumnHead, TableHead } from '../../../workers/api';
import { isLastOrder } from '../../text/cards';

/** The columns the segment step adds; its names differ where the file has columns so called. */
export function labelColumn(head: TableHead): string | null {
  const names = new Set(head.columns.map(({ name }) => name));
  return ['tessera_segment', 'segment'].find((name) => names.has(name) && names.has(`${name}_id`)) ?? null;
}

/** Key, segment, what was grouped by, then the rest; columns made on the way to the grouping are left out. */
export function tableColumns(head: TableHead, segmentation: Segmentation): string[] {
  const label = labelColumn(head);
  const features = segmentation.features.map(({ column }) => column);
  const passing = new Set([...(label === null ? [] : [label, `${label}_id`]), ...features]);
  const key = head.columns.filter(({ role }) => role === 'customer').map(({ name }) => name);
  const rest = head.columns
    .map(({ name }) => name)
    .filter((name) => !passing.has(name) && !key.includes(name) && !isOnTheWay(name, segmentation));
  return [...key, ...(label === null ? [] : [label]), ...features, ...rest];
}

/** The head without what the names say already: of the roles only who the customer is. */
export const plainHead = (head: TableHead): TableHead => ({
  ...head,
  columns: head.columns.map((column) => (column.role === 'customer' ? column : { ...column, role: null })),
});

/** Between a feature and what was clustered on: `frequency_log` and `frequency_log_z`, not `frequency`. */
const isOnTheWay = (name: string, { features }: Segmentation): boolean =>
  features.some(
    ({ column, scaled }) => name !== column && name.startsWith(column) && scaled.startsWith(name),
  );

/** Features by their words, labels as "Segment", other columns by their own names. */
export function tableNames(head: TableHead, segmentation: Segmentation): (column: ColumnHead) => string {
  const names = new Map(
    segmentation.features.map((feature) => [
      feature.column,
      isLastOrder(feature, segmentation) ? 'Days before end' : feature.label,
    ]),
  );
  if (segmentation.grain === 'orders') names.set('last_purchase', 'Last order');
  const label = labelColumn(head);
  if (label !== null) names.set(label, 'Segment');
  return ({ name }) => names.get(name) ?? name;
}
