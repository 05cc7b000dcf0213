import type { TopLevelSpec } from 'vega-lite';
import { axisWords } from './axis-words';
import { pixels } from './map-look';
import type { BrushPlaces } from './brush-places';
import { pixelChart, uprightAxis, uprightScale } from './pixel-chart';
import { lines } from './plain-marks';
import type { ChartTheme } from './theme';
import { valueScale, type ValueScale } from './value-scale';

export const CUMULATIVE_HEIGHT = 260;
const TOP = 12;
const FOOT = 28;
const RIGHT = 24;
const TICKS_APART = 72;

export interface CumulativePoint {
  value: number;
  /** Of the values, 0 to 1, that are at most as great. */
  share: number;
}

const BOTTOM = CUMULATIVE_HEIGHT - FOOT;

function acrossOf(
  points: readonly CumulativePoint[],
  long: boolean,
  left: number,
  width: number,
): ValueScale {
  const [first, last] = [points[0]?.value ?? 0, points.at(-1)?.value ?? 0];
  return valueScale([first, last], long, [left + 12, width - RIGHT], TICKS_APART);
}

/** Where the points stand, between no share and all. */
export function cumulativePlaces(
  points: readonly CumulativePoint[],
  long: boolean,
  share: (share: number) => string,
  width: number,
): BrushPlaces {
  const { left, place } = uprightScale([0, 1], [TOP, BOTTOM], share);
  const across = acrossOf(points, long, left, width);
  return {
    grow: 'steps',
    points: points.map((point) => ({ x: across.place(point.value), y: place(point.share) })),
    ground: place(0),
    top: place(1),
  };
}

/** Which share of the values is at most as great as each: steps rising to 100 %. */
export function cumulativeSpec(
  points: readonly CumulativePoint[],
  long: boolean,
  said: {
    share: (share: number) => string;
    value: (value: number) => string;
    point: (point: CumulativePoint) => string;
  },
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const bottom = BOTTOM;
  const axis = uprightAxis([0, 1], [TOP, bottom], width, said.share, theme);
  const first = points[0]?.value ?? 0;
  const across = acrossOf(points, long, axis.left, width);
  const place = (value: number, share: number) => ({ x: across.place(value), y: axis.place(share) });
  const drawn = points.map((point) => ({ ...place(point.value, point.share), words: said.point(point) }));
  const steps = [place(first, 0), ...drawn].map((one, order) => ({ ...one, order }));
  const at = { x: pixels('x'), y: pixels('y') };
  return pixelChart(
    [
      ...axis.layers,
      lines([{ x: axis.left, x2: width, y: bottom, y2: bottom, stroke: theme.ink2 }], 1),
      {
        data: { values: steps },
        mark: { type: 'line', interpolate: 'step-after' },
        encoding: { ...at, order: { field: 'order', type: 'quantitative' } },
      },
      {
        data: { values: drawn },
        mark: { type: 'point', size: 60, opacity: 0, fill: theme.data },
        encoding: { ...at, tooltip: { field: 'words' } },
      },
      axisWords(across, said.value, { y: bottom + 16, width }, theme),
    ],
    { width, height: CUMULATIVE_HEIGHT },
    theme,
  );
}
