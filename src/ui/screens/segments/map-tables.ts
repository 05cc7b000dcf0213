import type { FeatureSummary, Segmentation } from '../../../engine/index';
import type { ChartTable } from '../../charts/chart-table';
import { marksOf, type MapFace } from '../../charts/map-face';
import { segmentLetter } from '../../parts/segment-letter';
import { typical } from '../../text/cards';
import { count, fixed, share, shareInFull } from '../../text/format';

const text = (label: string) => ({ label, numeric: false });
const numeric = (label: string) => ({ label, numeric: true });

type Column = ChartTable['columns'][number];
type Cell = ChartTable['rows'][number][number];
/** A column of the table: its cells as they are and as they are read. */
type Told = [Column, (mark: number) => Cell, (mark: number) => string];

/** The marks of a face, one row each: the same figures as pointing at them says, of all columns. */
export function mapTable(segmentation: Segmentation, face: MapFace): ChartTable {
  const { features, segments } = segmentation;
  const { points, density } = segmentation.pca!;
  const marks = marksOf(segmentation.pca!, face);
  const plane = density?.find(({ across, up }) => across === face.across && up === face.up);
  const names = new Map(segments.map(({ id, name }) => [id, `${segmentLetter(id)} ${name}`]));
  const nameOf = (mark: number) => names.get(marks.segment[mark]!) ?? '';
  const figure = (column: Column, of: (mark: number) => number, print = (value: number) => fixed(value, 2)) =>
    [column, of, (mark: number) => print(of(mark))] as Told;
  const { values } = plane ?? points;
  const told: Told[] = [
    ...(plane
      ? [
          figure(numeric('Customers'), (mark) => plane.customers[mark]!, count),
          [text('Segment of most'), nameOf, nameOf] as Told,
          figure(
            numeric('Share of the cell'),
            (mark) => plane.most[mark]! / plane.customers[mark]!,
            shareInFull,
          ),
        ]
      : [
          figure(numeric('Row of the customer table'), (mark) => points.row[mark]! + 1, count),
          [text('Segment'), nameOf, nameOf] as Told,
        ]),
    figure(numeric('Left to right'), (mark) => marks.x[mark]!),
    figure(numeric('Up'), (mark) => marks.y[mark]!),
    ...features
      .filter(({ column }) => values[column])
      .map((feature) =>
        figure(
          numeric(titleOf(feature, plane !== undefined)),
          (mark) => values[feature.column]![mark]!,
          (value) => typical(value, feature),
        ),
      ),
  ];
  const each = <T>(how: (column: Told, mark: number) => T) =>
    Array.from(marks.x, (_, mark) => told.map((column) => how(column, mark)));
  return {
    columns: told.map(([column]) => column),
    rows: each(([, cell], mark) => cell(mark)),
    shown: each(([, , print], mark) => print(mark)),
  };
}

const titleOf = ({ label }: FeatureSummary, cells: boolean): string => (cells ? `${label}, median` : label);

/** How much each column counts in each direction: weights from −1 to 1 whose squares add up to 1. */
export function loadingsTable({ features, pca }: Segmentation): ChartTable {
  const shown = features.flatMap(({ label, column }) => {
    const weights = pca!.loadings[column];
    return weights ? [{ label, weights }] : [];
  });
  const directions = shown[0]?.weights.map((_, i) => i) ?? [];
  return {
    columns: [
      text('Column'),
      ...directions.map((i) => numeric(`Direction ${i + 1} (${share(pca!.explained[i] ?? 0)})`)),
    ],
    rows: shown.map(({ label, weights }) => [label, ...weights]),
    shown: shown.map(({ label, weights }) => [label, ...weights.map((weight) => fixed(weight, 2))]),
  };
}
