import type { TopLevelSpec } from 'vega-lite';
import type { KRun } from '../../engine/index';
import { chartConfig } from './config';
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
  const values = points.map((point) => ({ ...point, percent: point.left * 100, words: words.shape(point) }));
  const one = values.filter((point) => point.k === chosen);
  const label = chosen > points.length * 0.6 ? { align: 'right', dx: 6 } : { align: 'left', dx: 8 };
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height,
    autosize: { type: 'fit', contains: 'padding' },
    padding: { left: 0, right: 0, top: 4, bottom: 6 },
    config: chartConfig(theme),
    data: { values },
    encoding: {
      x: {
        field: 'k',
        type: 'ordinal',
        axis: {
          title: words.axis,
          labelAngle: 0,
          labelFontWeight: { condition: { test: `datum.value === ${chosen}`, value: 700 }, value: 500 },
          labelColor: {
            condition: { test: `datum.value === ${chosen}`, value: theme.ink },
            value: theme.ink2,
          },
        },
        scale: { type: 'point', padding: 0.35 },
      },
      y: {
        field: 'percent',
        type: 'quantitative',
        scale: { domain: [0, 100], nice: false },
        axis: {
          title: null,
          values: [0, 25, 50, 75, 100],
          labelExpr: "datum.value === 100 ? '100\u00a0%' : datum.label",
        },
      },
    },
    layer: [
      { mark: { type: 'line' } },
      {
        mark: {
          type: 'point',
          size: 60,
          filled: true,
          fill: theme.paper,
          stroke: theme.data,
          strokeWidth: 2,
          opacity: 1,
        },
        encoding: { tooltip: { field: 'words' } },
      },
      {
        data: { values: one },
        mark: {
          type: 'point',
          size: 150,
          filled: true,
          fill: theme.accent,
          stroke: theme.paper,
          strokeWidth: 2,
          opacity: 1,
        },
        encoding: { tooltip: { field: 'words' } },
      },
      {
        data: { values: one },
        mark: { type: 'text', ...label, dy: -18, fontWeight: 600, text: words.chosen } as const,
      },
    ],
  } as TopLevelSpec;
}
