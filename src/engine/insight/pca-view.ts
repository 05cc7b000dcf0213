import { pca, scores } from '../stats/pca';
import { drawEvenly, type CustomersInOrder } from './customers-in-order';
import type { Segmentation } from './segmentation';

const MOST_POINTS = 1000;
/** A small segment shows at least so many points, if it has them. */
const LEAST_POINTS = 12;

/**
 * The map of customers: components of the scaled features over all labelled rows, loadings under the unscaled names, and
 * up to 1,000 customers, the same share of each segment, drawn by a hash of their values, so that the order of
 * the rows has no say. Null with fewer than two features or two rows, or where nothing varies.
 */
export function pcaView(customers: CustomersInOrder): Segmentation['pca'] {
  const { features, rows, points, labels } = customers;
  if (features.length < 2 || rows.length < 2) return null;
  const axes = pca(points);
  if (axes.explained.every((share) => share === 0)) return null;
  const [right, up] = [scores(points, axes, 0), scores(points, axes, 1)];
  const drawn = drawEvenly(customers, MOST_POINTS, LEAST_POINTS);
  return {
    explained: axes.explained,
    loadings: Object.fromEntries(
      features.map(({ column }, j) => [column, [axes.loadings[0]![j]!, axes.loadings[1]![j]!] as const]),
    ),
    points: {
      x: Float64Array.from(drawn, (at) => right[at]!),
      y: Float64Array.from(drawn, (at) => up[at]!),
      segment: Uint8Array.from(drawn, (at) => labels[at]!),
      row: Uint32Array.from(drawn, (at) => rows[at]!),
    },
  };
}
