import type { Config } from 'vega-lite';
import type { ChartTheme } from './theme';

/** The one Vega-Lite configuration of all charts. */
export function chartConfig(theme: ChartTheme): Config {
  return {
    background: 'transparent',
    padding: 0,
    font: theme.font,
    view: { stroke: null },
    axis: {
      domain: false,
      ticks: false,
      gridColor: theme.line,
      labelColor: theme.ink2,
      labelFont: theme.font,
      labelFontSize: 12,
      labelFontWeight: 500,
      labelPadding: 10,
      tickCount: 5,
      titleColor: theme.ink2,
      titleFont: theme.font,
      titleFontSize: 12,
      titleFontWeight: 500,
      titlePadding: 10,
    },
    axisX: { grid: false },
    legend: { disable: true },
    bar: { fill: theme.data },
    line: { stroke: theme.data, strokeWidth: 2 },
    rule: { stroke: theme.line },
    point: { filled: true, size: 36, opacity: 0.8, stroke: theme.paper, strokeWidth: 1 },
    text: { fill: theme.ink, font: theme.font, fontSize: 12, fontWeight: 500 },
  };
}
