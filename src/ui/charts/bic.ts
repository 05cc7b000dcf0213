import type { TopLevelSpec } from 'vega-lite';
import type { KRun } from '../../engine/index';
import { curveSpec } from './curve';
import type { ChartTheme } from './theme';

export interface BicPoint {
  k: number;
  bic: number;
}

/** The criterion of each number of segments; nothing where the segments are no mixture. */
export const bicPoints = (runs: readonly KRun[]): BicPoint[] =>
  runs.flatMap(({ k, bic }) => (bic === undefined ? [] : [{ k, bic }])).sort((a, b) => a.k - b.k);

/** The curve, as that of `inertiaSpec`. */
export function bicSpec(
  points: readonly BicPoint[],
  chosen: number,
  words: { axis: string; chosen: string; shape: (point: BicPoint) => string },
  theme: ChartTheme,
  width: number,
  height: number,
): TopLevelSpec {
  const values = points.map((point) => ({ k: point.k, value: point.bic, words: words.shape(point) }));
  const upright = { scale: { zero: false }, axis: { title: null, tickCount: 5, format: '~s' } };
  return curveSpec({ values, chosen, axis: words.axis, said: words.chosen, upright }, theme, width, height);
}
