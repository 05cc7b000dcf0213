import type { TopLevelSpec } from 'vega-lite';
import type { Segmentation } from '../../engine/index';
import { chartConfig } from './config';
import type { Place } from './label-places';
import { labelLayers } from './map-labels';
import { axisLayers, BOTTOM, isContext, literal, nameOf, pixels, type MapLook } from './map-look';
import { colourOf, isOutline, shapeOf } from './segment-marks';
import type { ChartTheme } from './theme';

type Points = NonNullable<Segmentation['pca']>['points'];

const MARGIN = 16;
/** Room for the word above the vertical axis. */
const TOP = 28;

interface MapMark extends Place {
  id: number;
}

/** One mark per customer, words at the ends of the axes, a label by each cloud. */
export function customerMapSpec(points: Points, look: MapLook, theme: ChartTheme): TopLevelSpec {
  const place = placer(points, look);
  const marks = Array.from(points.x, (x, i): MapMark => ({
    ...place(x, points.y[i]!),
    id: points.segment[i]!,
  }));
  const zero = place(0, 0);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: look.width,
    height: look.height,
    autosize: 'none',
    config: chartConfig(theme),
    layer: [
      zeroLine({ x: 8, x2: look.width - 8, y: zero.y, y2: zero.y }),
      zeroLine({ x: zero.x, x2: zero.x, y: 4, y2: look.height - BOTTOM }),
      markLayer(marks, look, theme),
      ...(look.labels ? labelLayers(marks, look, zero, theme) : []),
      ...axisLayers(look, zero, theme),
    ],
  } as TopLevelSpec;
}

/** From scores to pixels, the same for marks, labels and zero lines; 0 is always inside. */
function placer({ x, y }: Points, { width, height }: MapLook): (x: number, y: number) => Place {
  const along = (values: Float64Array, from: number, to: number) => {
    const low = values.reduce((least, value) => Math.min(least, value), 0);
    const high = values.reduce((most, value) => Math.max(most, value), 0);
    const span = high - low || 1;
    return (value: number) => from + ((value - low) / span) * (to - from);
  };
  const across = along(x, MARGIN, width - MARGIN);
  const up = along(y, height - BOTTOM - MARGIN, TOP);
  return (atX, atY) => ({ x: across(atX), y: up(atY) });
}

const zeroLine = (ends: { x: number; x2: number; y: number; y2: number }) => ({
  data: { values: [ends] },
  mark: { type: 'rule' },
  encoding: { x: pixels('x'), x2: { field: 'x2' }, y: pixels('y'), y2: { field: 'y2' } },
});

/** Those of the chosen segment last, in front of the others. */
function markLayer(marks: readonly MapMark[], look: MapLook, theme: ChartTheme) {
  const values = marks.map((mark) => ({
    ...mark,
    ...markColours(mark.id, look, theme),
    shape: shapeOf(mark.id),
    name: nameOf(mark.id, look),
  }));
  const inFront = (id: number) => Number(!isContext(id, look));
  return {
    data: { values: values.sort((a, b) => inFront(a.id) - inFront(b.id)) },
    mark: { type: 'point', cursor: 'pointer', strokeWidth: 1 },
    encoding: {
      x: pixels('x'),
      y: pixels('y'),
      shape: literal('shape'),
      fill: literal('fill'),
      stroke: literal('stroke'),
      tooltip: { field: 'name' },
    },
  };
}

function markColours(id: number, look: MapLook, theme: ChartTheme) {
  const colour = isContext(id, look) ? theme.context : colourOf(theme, id);
  return isOutline(id) ? { fill: theme.paper, stroke: colour } : { fill: colour, stroke: theme.paper };
}
