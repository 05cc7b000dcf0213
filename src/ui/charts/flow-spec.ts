import type { TopLevelSpec } from 'vega-lite';
import { chartConfig } from './config';
import { labelHeights, type FlowBand, type FlowBar, type FlowLayout } from './flow';
import { colourOf, fillOf } from './segment-marks';
import type { ChartTheme } from './theme';

/** How the bars are called and coloured: id of the segment now, or null for none. */
export interface FlowWords {
  name: (bar: FlowBar) => string;
  id: (side: FlowBar['side'], place: number | null) => number | null;
}

const BAR = 12;
const STEPS = 16;

/** The flows for the picture that is taken away; one mark a band and a bar. */
export function flowSpec(
  { bars, bands }: FlowLayout,
  words: FlowWords,
  theme: ChartTheme,
  { width, height, room }: { width: number; height: number; room: number },
): TopLevelSpec {
  const [from, to] = [room + BAR, width - room - BAR];
  const colour = (side: FlowBar['side'], place: number | null) => {
    const id = words.id(side, place);
    return id === null ? theme.context : colourOf(theme, id);
  };
  const outlines = bands.flatMap((band, key) => points(band, from, to).map((point) => ({
    ...point,
    key,
    fill: band.from === null ? theme.context : colour('then', band.from),
    opacity: band.stays ? 0.3 : 0.6,
  }))); // prettier-ignore
  const rects = bars.map((bar) => {
    const id = words.id(bar.side, bar.place);
    const x = bar.side === 'then' ? room : to;
    return {
      x,
      x2: x + BAR,
      y: bar.y,
      y2: bar.y + bar.height,
      fill: id === null ? theme.context : fillOf(theme, id),
      stroke: colour(bar.side, bar.place),
    };
  });
  const labels = (side: FlowBar['side']) => {
    const here = bars.filter((bar) => bar.side === side);
    const heights = labelHeights(here, 16);
    return here.map((bar, i) => ({
      x: side === 'then' ? room - 8 : width - room + 8,
      y: heights[i]!,
      text: words.name(bar),
    }));
  };
  const text = (side: FlowBar['side'], align: 'left' | 'right') => ({
    data: { values: labels(side) },
    mark: { type: 'text' as const, align, baseline: 'middle' as const, fontSize: 13 },
    encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text' } },
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height,
    config: chartConfig(theme),
    layer: [
      {
        data: { values: outlines },
        mark: { type: 'area' },
        encoding: {
          x: pixels('x'),
          y: pixels('y'),
          y2: { field: 'y2' },
          detail: { field: 'key', type: 'nominal' },
          fill: literal('fill'),
          fillOpacity: { field: 'opacity', type: 'quantitative', scale: null },
        },
      },
      {
        data: { values: rects },
        mark: { type: 'rect', strokeWidth: 1 },
        encoding: {
          x: pixels('x'),
          x2: { field: 'x2' },
          y: pixels('y'),
          y2: { field: 'y2' },
          fill: literal('fill'),
          stroke: literal('stroke'),
        },
      },
      text('then', 'right'),
      text('now', 'left'),
    ],
  } as TopLevelSpec;
}

/** Upper and lower edge along the band. */
function points({ left, right, height }: FlowBand, from: number, to: number) {
  return Array.from({ length: STEPS + 1 }, (_, i) => {
    const t = i / STEPS;
    const y = left + (right - left) * t * t * (3 - 2 * t);
    return { x: from + (to - from) * t, y, y2: y + height };
  });
}

const pixels = (field: string) => ({ field, type: 'quantitative' as const, scale: null, axis: null });
const literal = (field: string) => ({ field, type: 'nominal' as const, scale: null });
