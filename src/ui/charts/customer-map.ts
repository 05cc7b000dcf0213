import type { TopLevelSpec } from 'vega-lite';
import { chartConfig } from './config';
import type { Place } from './label-places';
import { MARGIN, mapFrame, pixelOf, TOP, type MapSize } from './map-frame';
import { labelLayers } from './map-labels';
import type { MapMarks } from './map-face';
import {
  axisLayers,
  BOTTOM,
  fromEndToEnd,
  isContext,
  literal,
  nameOf,
  pixels,
  type MapLook,
} from './map-look';
import { colourOf, isOutline, shapeOf } from './segment-marks';
import type { ChartTheme } from './theme';

/** Cells beside each other must not hide one another: so many lie in a row and above one another. */
const CELLS = { across: 36, up: 24 };
const LEAST_SIZE = 12;

interface MapMark extends Place {
  id: number;
  at: number;
  /** Area in square pixels; that of all marks where they are customers. */
  size?: number;
}

/** One mark per customer or cell of customers, words at the ends of the axes, a label by each cloud. */
export function customerMapSpec(points: MapMarks, look: MapLook, theme: ChartTheme): TopLevelSpec {
  const place = placer(points, look);
  const sizes = points.customers && sizesOf(points.customers, look);
  const marks = Array.from(points.x, (x, at): MapMark => ({
    ...place(x, points.y[at]!),
    id: points.segment[at]!,
    at,
    ...(sizes && { size: sizes[at]! }),
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
function placer(marks: MapMarks, size: MapSize): (x: number, y: number) => Place {
  const { across, up } = mapFrame(marks, size);
  return (x, y) => ({ x: pixelOf(across, x), y: pixelOf(up, y) });
}

/** The larger, the more customers: by the root, so that small cells are seen beside the fullest. */
function sizesOf(customers: Uint32Array, { width, height }: MapLook): Float64Array {
  const room = Math.min((width - 2 * MARGIN) / CELLS.across, (height - BOTTOM - MARGIN - TOP) / CELLS.up);
  const fullest = customers.reduce((most, count) => Math.max(most, count), 1);
  const largest = Math.max(LEAST_SIZE, room * room);
  return Float64Array.from(
    customers,
    (count) => LEAST_SIZE + (largest - LEAST_SIZE) * Math.sqrt((count - 1) / fullest),
  );
}

const zeroLine = (ends: { x: number; x2: number; y: number; y2: number }) => ({
  data: { values: [ends] },
  mark: { type: 'rule' },
  encoding: fromEndToEnd,
});

/** Those of the chosen segment last, in front of the others. */
function markLayer(marks: readonly MapMark[], look: MapLook, theme: ChartTheme) {
  const values = marks.map((mark) => ({
    ...mark,
    ...markColours(mark.id, look, theme),
    shape: shapeOf(mark.id),
    told: look.told?.(mark.at) ?? nameOf(mark.id, look),
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
      ...(marks[0]?.size !== undefined && { size: pixels('size') }),
      tooltip: { field: 'told', type: 'nominal' },
    },
  };
}

function markColours(id: number, look: MapLook, theme: ChartTheme) {
  const colour = isContext(id, look) ? theme.context : colourOf(theme, id);
  return isOutline(id) ? { fill: theme.paper, stroke: colour } : { fill: colour, stroke: theme.paper };
}
