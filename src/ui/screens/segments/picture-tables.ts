import type { Segmentation } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import { farthestApart, farthestApartNumbers } from '../../charts/profile-lines';
import { segmentLetter } from '../../parts/segment-letter';
import { count, fixed } from '../../text/format';
import { positionText } from '../../text/pictures';
import { typical } from '../../text/cards';

const text = (label: string) => ({ label, numeric: false });
const numeric = (label: string) => ({ label, numeric: true });
const titled = ({ id, name }: { id: number; name: string }) => `${segmentLetter(id)} ${name}`;

/** All features, also those that are not drawn. */
export function profileTable(segmentation: Segmentation): ChartTable {
  const features = farthestApart(segmentation, Infinity);
  const { segments } = segmentation;
  const placesOn = (column: string) => segments.map(({ positions }) => positions[column] ?? 0);
  return {
    columns: [text('Column'), ...segments.map((segment) => numeric(titled(segment)))],
    rows: features.map(({ column }) => [column, ...placesOn(column)]),
    shown: features.map(({ column, label }) => [label, ...placesOn(column).map(positionText)]),
  };
}

const PARTS = ['low', 'lower', 'median', 'upper', 'high', 'beyond'] as const;

export function boxesTable(segmentation: Segmentation): ChartTable {
  const found = farthestApartNumbers(segmentation, Infinity).flatMap((feature) =>
    [
      ...segmentation.segments.map((segment) => ({
        who: titled(segment),
        box: segment.boxes[feature.column],
      })),
      { who: 'All customers', box: feature.box },
    ].flatMap(({ who, box }) => (box ? [{ feature, who, box }] : [])),
  );
  return {
    columns: [
      text('Column'),
      text('Segment'),
      ...['Lower whisker', 'Lower quartile', 'Median', 'Upper quartile', 'Upper whisker', 'Beyond'].map(
        numeric,
      ),
    ],
    rows: found.map(({ feature, who, box }) => [feature.column, who, ...PARTS.map((part) => box[part])]),
    shown: found.map(({ feature, who, box }) => [
      feature.label,
      who,
      ...PARTS.map((part) => (part === 'beyond' ? count(box.beyond) : typical(box[part], feature))),
    ]),
  };
}

export function silhouetteTable({ silhouettes, segments }: Segmentation): ChartTable {
  const names = new Map(segments.map((segment) => [segment.id, titled(segment)]));
  const customers = Array.from(silhouettes?.scores ?? [], (score, i) => ({
    row: silhouettes!.row[i]! + 1,
    name: names.get(silhouettes!.segment[i]!) ?? '',
    score,
  }));
  return {
    columns: [text('Segment'), numeric('Row of the customer table'), numeric('Silhouette')],
    rows: customers.map(({ row, name, score }) => [name, row, score]),
    shown: customers.map(({ row, name, score }) => [name, count(row), fixed(score, 3)]),
  };
}
