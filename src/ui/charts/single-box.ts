import type { TopLevelSpec } from 'vega-lite';
import { axisWords } from './axis-words';
import type { Box } from '../../engine/index';
import { pixels } from './map-look';
import { pixelChart } from './pixel-chart';
import { boxes, lines } from './plain-marks';
import type { ChartTheme } from './theme';
import { stepsBetween, valueScale, worded, type ValueScale } from './value-scale';

export const SINGLE_BOX_HEIGHT = 120;
const MIDDLE = 48;
const THICK = 18;
/** Of a box over it. */
const INNER = 10;
const EDGE = 24;
const TICKS_APART = 72;

export interface SingleBox {
  box: Box;
  /** Beyond the whiskers. */
  outliers: readonly number[];
  /** Drawn on ± log(1 + |x|). */
  long: boolean;
}

const rangeOf = ({ box, outliers }: SingleBox): readonly [number, number] => [
  Math.min(box.low, ...outliers),
  Math.max(box.high, ...outliers),
];

/** Where values stand. */
const scaleOf = (of: SingleBox, width: number): ValueScale =>
  valueScale(rangeOf(of), of.long, [EDGE, width - EDGE], TICKS_APART);

const STEPS = 60;

/** Values between which a range can be chosen. */
export const boxEdges = (of: SingleBox, whole: boolean): number[] =>
  stepsBetween(rangeOf(of), { long: of.long, whole, steps: STEPS });

/** Where they stand. */
export function edgePlaces(edges: readonly number[], of: SingleBox, width: number): number[] {
  const { place } = scaleOf(of, width);
  return edges.map(place);
}

/** Another box over it, as paths: its whiskers, the box, and the median. */
export function boxPaths(
  over: Box,
  whole: SingleBox,
  width: number,
): { lines: string; box: string; median: string } {
  const { place } = scaleOf(whole, width);
  const at = (value: number) => Number(place(value).toFixed(1));
  const upright = (value: number, reach: number) => `M${at(value)} ${MIDDLE - reach}v${2 * reach}`;
  const wide = Math.max(2, at(over.upper) - at(over.lower));
  return {
    lines: `M${at(over.low)} ${MIDDLE}H${at(over.lower)}M${at(over.upper)} ${MIDDLE}H${at(over.high)}${upright(over.low, INNER / 2)}${upright(over.high, INNER / 2)}`,
    box: `M${at(over.lower)} ${MIDDLE - INNER}h${wide}v${2 * INNER}h-${wide}z`,
    median: upright(over.median, INNER + 4),
  };
}

/** One box plot lying down, its outliers as points. */
export function singleBoxSpec(
  whole: SingleBox,
  said: { tick: (value: number) => string; box: string; outlier: (value: number) => string },
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const { box, outliers } = whole;
  const drawn = [...new Set(outliers)];
  const { place, ticks: all } = scaleOf(whole, width);
  const ticks = worded(all, said.tick);
  const bottom = SINGLE_BOX_HEIGHT - 32;
  const whisker = (from: number, to: number) => ({ x: place(from), x2: place(to), y: MIDDLE, y2: MIDDLE, stroke: theme.data });
  const upright = (value: number, reach: number, stroke: string) => ({ x: place(value), x2: place(value), y: MIDDLE - reach, y2: MIDDLE + reach, stroke });
  return pixelChart(
    [
      lines(ticks.map(({ value }) => ({ x: place(value), x2: place(value), y: 8, y2: bottom, stroke: theme.line })), 1),
      axisWords({ place, ticks: all }, said.tick, { y: bottom + 16, width }, theme),
      lines([whisker(box.low, box.lower), whisker(box.upper, box.high), upright(box.low, THICK / 2, theme.data), upright(box.high, THICK / 2, theme.data)], 1.5),
      boxes([{ x: place(box.lower), x2: Math.max(place(box.upper), place(box.lower) + 2), y: MIDDLE - THICK, y2: MIDDLE + THICK, fill: theme.data, stroke: theme.data, words: said.box }]),
      lines([upright(box.median, THICK + 4, theme.ink)], 2.5),
      {
        data: { values: drawn.map((value) => ({ x: place(value), y: MIDDLE, words: said.outlier(value) })) },
        mark: { type: 'point', size: 28, filled: false, fill: null, stroke: theme.data, strokeWidth: 1.5, opacity: 0.7 },
        encoding: { x: pixels('x'), y: pixels('y'), tooltip: { field: 'words' } },
      },
    ],
    { width, height: SINGLE_BOX_HEIGHT },
    theme,
  );
} // prettier-ignore
