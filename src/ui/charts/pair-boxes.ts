import type { TopLevelSpec } from 'vega-lite';
import { axisWords } from './axis-words';
import { axisScale, type AxisTicks } from './date-scale';
import type { Box } from '../../engine/index';
import { pixelChart } from './pixel-chart';
import { rowNames, rowsAt, type RowNames } from './row-names';
import { STRIP, type PlanePlaces, type Span } from './plane-places';
import { axisName, boxes, lines, words } from './plain-marks';
import type { ChartTheme } from './theme';
import { stepsBetween, valueScale, worded } from './value-scale';

const ROW = 30;
const HEAD = 8;
const FOOT = 28;
/** Of the name of the numbers, below their axis. */
const NAME = 22;
const THICK = 7;
const WIDEST = 0.36;
const GAP = 14;
/** Left of the rows where their names stand above them, room to choose rows by. */
const INSET = 28;
const RIGHT = 16;
const TICKS_APART = 72;

export interface NamedBox {
  label: string;
  box: Box;
  words: string;
  /** Stands for several values together. */
  rest: boolean;
}

export const pairBoxesHeight = (rows: readonly NamedBox[], width: number): number =>
  HEAD + (ROW + namesOf(rows, width).above) * Math.max(1, rows.length) + FOOT + NAME;

export type Range = readonly [least: number, greatest: number];

/** From whisker to whisker; to all values where every whisker ends at one. */
function rangeOf(rows: readonly Pick<NamedBox, 'box'>[], all: Range | undefined): Range {
  const [low, high] = [Math.min(...rows.map(({ box }) => box.low)), Math.max(...rows.map(({ box }) => box.high))];
  return all && low === high ? all : [low, high];
} // prettier-ignore

const namesOf = (rows: readonly NamedBox[], width: number): RowNames =>
  rowNames(
    rows.map(({ label }) => label),
    width,
    { widest: WIDEST, gap: GAP, inset: INSET },
  );

const STEPS = 60;

/** Values between which a range can be chosen, and whether there are others beyond them. */
export interface BoxSteps {
  edges: readonly number[];
  below: boolean;
  above: boolean;
  /** Drawn on ± log(1 + |x|). */
  long: boolean;
}

/** The steps from whisker to whisker; null where all whiskers end at one value. */
export function boxSteps(
  boxes: readonly Pick<NamedBox, 'box'>[],
  { all, long, whole }: { all: Range; long: boolean; whole: boolean },
): BoxSteps | null {
  const [low, high] = rangeOf(boxes, all);
  const edges = stepsBetween([low, high], { long, whole, steps: STEPS });
  return edges.length > 1 ? { edges, below: all[0] < low, above: all[1] > high, long } : null;
}

/** Where the steps stand between two places; what is beyond them as far as there is room. */
export function stepSpans(
  { edges, below, above, long }: BoxSteps,
  [from, to]: Span,
  room: readonly [before: number, behind: number],
): Span[] {
  const { place } = valueScale([edges[0]!, edges.at(-1)!], long, [from, to], TICKS_APART);
  const at = edges.map(place);
  return [
    ...(below ? [[from - room[0], from] as const] : []),
    ...at.slice(1).map((end, i): Span => [at[i]!, end]),
    ...(above ? [[to, to + room[1]] as const] : []),
  ];
}

/** Where the rows of the boxes lie, and the steps of their numbers. */
export function pairBoxesPlaces(
  rows: readonly NamedBox[],
  width: number,
  steps: BoxSteps | null = null,
): PlanePlaces {
  const { left, above } = namesOf(rows, width);
  return rowPlaces({ rows: rows.length, row: ROW + above, head: HEAD }, [left, width - RIGHT], steps);
}

/** The same of rows of any height. */
export function rowPlaces(
  { rows, row, head }: { rows: number; row: number; head: number },
  plot: Span,
  steps: BoxSteps | null,
): PlanePlaces {
  const bottom = head + row * rows;
  return {
    across: steps ? stepSpans(steps, plot, [GAP - 4, RIGHT]) : [plot],
    cells: [plot],
    down: Array.from({ length: rows }, (_, i): Span => [head + row * i + 1, head + row * (i + 1) - 1]),
    strips: { across: steps && [bottom + 2, bottom + 2 + STRIP], down: [0, plot[0] - 4] },
  };
}

/** A lying box for each value of a category; on ± log(1 + |x|) where `long`. */
export function pairBoxesSpec(
  rows: readonly NamedBox[],
  { long, name, all: whole, ...written }: AxisTicks & { long: boolean; name: string; all?: Range },
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const { left, above, texts } = namesOf(rows, width);
  const range = rangeOf(rows, whole);
  const plot: Span = [left, width - RIGHT];
  const { place, ticks: all, tick } = axisScale(range, long, plot, TICKS_APART, written);
  const ticks = worded(all, tick);
  const { middle, named, bottom, grid } = rowsAt({ head: HEAD, row: ROW, above, count: rows.length });
  const placed = rows.map((row, i) => ({ ...row, y: middle(i), colour: row.rest ? theme.context : theme.data }));
  return pixelChart(
    [
      lines(grid.flatMap(([y, y2]) => ticks.map(({ value }) => ({ x: place(value), x2: place(value), y, y2, stroke: theme.line }))), 1),
      axisWords({ place, ticks: all }, tick, { y: bottom + 16, width }, theme),
      words(texts.map((text, i) => ({ x: 0, y: named(i), text, fill: theme.ink }))),
      axisName(name, bottom + FOOT + NAME - 8, width - RIGHT, theme),
      lines(placed.map(({ box, y, colour }) => ({ x: place(box.low), x2: place(box.high), y, y2: y, stroke: colour })), 1.5),
      boxes(placed.map(({ box, y, colour, words: told }) => ({ x: place(box.lower), x2: Math.max(place(box.upper), place(box.lower) + 2), y: y - THICK, y2: y + THICK, fill: colour, stroke: colour, words: told }))),
      lines(placed.map(({ box, y }) => ({ x: place(box.median), x2: place(box.median), y: y - THICK - 3, y2: y + THICK + 3, stroke: theme.ink })), 2.5),
    ],
    { width, height: pairBoxesHeight(rows, width) },
    theme,
  );
} // prettier-ignore
