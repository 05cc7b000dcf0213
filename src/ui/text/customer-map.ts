import type { FeatureSummary, Segmentation } from '../../engine/index';
import type { MapFace } from '../charts/map-face';
import { segmentLetter } from '../parts/segment-letter';
import { isLastOrder, typical } from './cards';
import { withinSentence } from './in-sentence';
import { count, counted, inWords, listed, share } from './format';

/** What is said of a mark that is pointed at, label by value; `title` stands above. */
export type Told = Readonly<Record<string, string>>;

/** So many columns, those that the face tells apart best. */
const MOST_TOLD = 6;

/** The columns that a face shows, those with the largest weights first. */
function toldFeatures({ features, pca }: Segmentation, { across, up }: MapFace): FeatureSummary[] {
  const weight = ({ column }: FeatureSummary) => {
    const weights = pca!.loadings[column] ?? [];
    return Math.max(Math.abs(weights[across] ?? 0), Math.abs(weights[up] ?? 0));
  };
  if (features.length <= MOST_TOLD) return [...features];
  return [...features].sort((a, b) => weight(b) - weight(a)).slice(0, MOST_TOLD);
}

const figureOf = (value: number, feature: FeatureSummary, segmentation: Segmentation): string =>
  `${typical(value, feature)}${isLastOrder(feature, segmentation) ? '\u00a0days' : ''}`;

const nameOf = ({ segments }: Segmentation, id: number): string =>
  `${segmentLetter(id)}\u00a0 ${segments.find((one) => one.id === id)?.name ?? ''}`;

/** What pointing at a mark says: segment, customer, and the figures of either the customer or the middle one of a cell. */
export function markTold(segmentation: Segmentation, face: MapFace): (mark: number) => Told {
  const { points, density } = segmentation.pca!;
  const features = toldFeatures(segmentation, face);
  const plane = density?.find(({ across, up }) => across === face.across && up === face.up);
  const figures = (values: Readonly<Record<string, Float64Array>>, mark: number) =>
    Object.fromEntries(
      features.flatMap((feature) => {
        const value = values[feature.column]?.[mark];
        return value === undefined ? [] : [[feature.label, figureOf(value, feature, segmentation)]];
      }),
    );
  if (!plane)
    return (mark) => ({
      title: nameOf(segmentation, points.segment[mark]!),
      ...(points.who && { Customer: points.who[mark]! }),
      ...figures(points.values, mark),
    });
  return (mark) => {
    const customers = plane.customers[mark]!;
    const most = plane.most[mark]!;
    const name = nameOf(segmentation, plane.segment[mark]!);
    return {
      title: most === customers ? name : `${name} (${share(most / customers)})`,
      Customers: count(customers),
      ...Object.fromEntries(
        Object.entries(figures(plane.values, mark)).map(([label, value]) => [
          customers > 1 ? `${label}, median` : label,
          value,
        ]),
      ),
    };
  };
}

/** What one mark is. */
export function markLine({ features, pca }: Segmentation): string {
  const named =
    features.length <= 4
      ? listed(features.map(({ label }) => withinSentence(label)))
      : `${inWords(features.length)} columns`;
  return pca?.density
    ? `The larger a mark, the more customers; colour and shape of the segment most are in. Close together: alike in ${named}`
    : `One mark is one customer; close together means alike in ${named}`;
}

/** How many customers the marks stand for. */
export function marksNote({ customers, pca }: Segmentation, marks: number): string {
  if (pca?.density) return `All ${count(customers)} customers, counted in ${counted(marks, 'cell')}.`;
  return marks < customers
    ? `${count(marks)} of ${count(customers)} shown, drawn evenly from each segment.`
    : `All ${counted(customers, 'customer')} shown.`;
}

/** "1 and 3 (74 % and 7 % of all differences)". */
export const faceLabel = ({ pca }: Segmentation, { across, up }: MapFace): string => {
  const of = (component: number) => share(pca?.explained[component] ?? 0);
  return `${across + 1} and ${up + 1} (${of(across)} and ${of(up)} of all differences)`;
};

export const FACE_LABEL = 'Directions shown';

export const LOADINGS_TITLE =
  'How much each column counts in each direction, from −1 to 1; behind it, its share of all differences';
