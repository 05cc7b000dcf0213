import type { Segmentation } from '../insight/segmentation';
import { countMissing } from '../table/columns';
import type { NamedColumn } from '../table/table';
import { numbers, texts } from './columns-of';

/** A cell for each segment: number, name, size, revenue, action. Shares are of all customers, 0 to 1; what nothing says is no column. */
export function segmentFacts(segments: Segmentation['segments']): NamedColumn[] {
  const columns: NamedColumn[] = [
    ['segment_id', numbers(segments.map(({ id }) => id))],
    ['segment', texts(segments.map(({ name }) => name))],
    ['customers', numbers(segments.map(({ size }) => size))],
    ['share_of_customers', numbers(segments.map(({ share }) => share))],
    ['revenue', numbers(segments.map(({ revenue }) => revenue))],
    ['share_of_revenue', numbers(segments.map(({ revenueShare }) => revenueShare))],
    ['action', texts(segments.map(({ action }) => action))],
  ];
  return columns.filter(([, column]) => countMissing(column) < column.length);
}
