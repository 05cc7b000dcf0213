import { canonicalOrder } from '../stats/canonical-order';
import { pca, scores } from '../stats/pca';
import { pointsOf } from '../stats/points';
import type { FeatureInfo } from './feature-info';
import type { Segmentation } from './segmentation';

const MOST_POINTS = 1000;
/** A small segment shows at least so many points, if it has them. */
const LEAST_POINTS = 12;
const SEED = 7;

/** A feature with its scaled values, without blanks in labelled rows. */
export type ScaledFeature = Pick<FeatureInfo, 'column' | 'scaled'> & { values: Float64Array };

/**
 * The map of customers: components of the scaled features over all labelled rows, loadings under the unscaled names, and
 * up to 1,000 customers, the same share of each segment, drawn by a hash of their values, so that the order of
 * the rows has no say. Null with fewer than two features or two rows, or where nothing varies.
 */
export function pcaView(
  features: readonly ScaledFeature[],
  labels: Uint8Array,
  k: number,
): Segmentation['pca'] {
  const byName = [...features].sort((a, b) => (a.scaled < b.scaled ? -1 : 1));
  const rows = Uint32Array.from(labels.keys()).filter((row) => labels[row] !== 0);
  if (byName.length < 2 || rows.length < 2) return null;
  const points = pointsOf(byName.map(({ values }) => Float64Array.from(rows, (row) => values[row]!)));
  const axes = pca(points);
  if (axes.explained.every((share) => share === 0)) return null;
  const [right, up] = [scores(points, axes, 0), scores(points, axes, 1)];
  const drawn = drawEvenly(canonicalOrder(points, SEED), rows, labels, k);
  return {
    explained: axes.explained,
    loadings: Object.fromEntries(
      byName.map(({ column }, j) => [column, [axes.loadings[0]![j]!, axes.loadings[1]![j]!] as const]),
    ),
    points: {
      x: Float64Array.from(drawn, (at) => right[at]!),
      y: Float64Array.from(drawn, (at) => up[at]!),
      segment: Uint8Array.from(drawn, (at) => labels[rows[at]!]!),
      row: Uint32Array.from(drawn, (at) => rows[at]!),
    },
  };
}

/** The first of each segment in the canonical order, in the proportion of the segments' sizes. */
function drawEvenly(order: Uint32Array, rows: Uint32Array, labels: Uint8Array, k: number): Uint32Array {
  const sizes = new Uint32Array(k + 1);
  for (const row of rows) sizes[labels[row]!]!++;
  const share = Math.min(1, MOST_POINTS / rows.length);
  const left = sizes.map((size) => Math.min(size, Math.max(LEAST_POINTS, Math.floor(size * share))));
  for (let over = sumOf(left) - MOST_POINTS; over > 0; over--) left[left.indexOf(Math.max(...left))]!--;
  return order.filter((at) => {
    const id = labels[rows[at]!]!;
    return left[id]! > 0 && left[id]!-- > 0;
  });
}

const sumOf = (counts: Uint32Array) => counts.reduce((sum, count) => sum + count, 0);
