import type { TopLevelSpec } from 'vega-lite';
import type { KRun } from '../../engine/index';
import { curveSpec } from './curve';
import type { ChartTheme } from './theme';

export interface InertiaPoint {
  k: number;
  /** Differences left inside the segments as a share of all differences, 0 to 1. */
  left: number;
}

/** What each number of segments leaves unexplained, beginning with one segment, which explains nothing. */
export function inertiaPoints(runs: readonly KRun[]): InertiaPoint[] {
  const whole = runs.find((run) => run.k === 1)?.inertia ?? 0;
  if (whole <= 0) return [];
  return runs.map(({ k, inertia }) => ({ k, left: inertia / whole })).sort((a, b) => a.k - b.k);
}

/** The most that one further segment explains from `k` on, 0 to 1; null where nothing finer was tried. */
export function mostGainedAfter(points: readonly InertiaPoint[], k: number): number | null {
  const from = points.findIndex((point) => point.k === k);
  const later = from < 0 ? [] : points.slice(from + 1);
  if (later.length === 0) return null;
  return Math.max(...later.map((point, i) => points[from + i]!.left - point.left));
}

/** The curve; the chosen number is a filled point with its words beside it. */
export function inertiaSpec(
  points: readonly InertiaPoint[],
  chosen: number,
  words: { axis: string; chosen: string; shape: (point: InertiaPoint) => string },
  theme: ChartTheme,
  width: number,
  height: number,
): TopLevelSpec {
  const values = points.map((point) => ({ k: point.k, value: point.left * 100, words: words.shape(point) }));
  const upright = {
    scale: { domain: [0, 100], nice: false },
    axis: {
      title: null,
      values: [0, 25, 50, 75, 100],
      labelExpr: "datum.value === 100 ? '100\u00a0%' : datum.label",
    },
  };
  return curveSpec({ values, chosen, axis: words.axis, said: words.chosen, upright }, theme, width, height);
}
