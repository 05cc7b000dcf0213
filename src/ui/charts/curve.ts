import type { TopLevelSpec } from 'vega-lite';
import { chartConfig } from './config';
import type { ChartTheme } from './theme';

/** What is drawn over the number of segments. */
export interface Curve {
  values: readonly { k: number; value: number; words: string }[];
  /** Its point is filled, with `said` beside it. */
  chosen: number;
  said: string;
  axis: string;
  /** Scale and axis of the values. */
  upright: object;
}

/** A line over the number of segments, a point each. */
export function curveSpec(
  { values, chosen, said, axis, upright }: Curve,
  theme: ChartTheme,
  width: number,
  height: number,
): TopLevelSpec {
  const one = values.filter((point) => point.k === chosen);
  const label = chosen > values.length * 0.6 ? { align: 'right', dx: 6 } : { align: 'left', dx: 8 };
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
          title: axis,
          labelAngle: 0,
          labelFontWeight: { condition: { test: `datum.value === ${chosen}`, value: 700 }, value: 500 },
          labelColor: {
            condition: { test: `datum.value === ${chosen}`, value: theme.ink },
            value: theme.ink2,
          },
        },
        scale: { type: 'point', padding: 0.35 },
      },
      y: { field: 'value', type: 'quantitative', ...upright },
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
        mark: { type: 'text', ...label, dy: -18, fontWeight: 600, text: said } as const,
      },
    ],
  } as TopLevelSpec;
}
