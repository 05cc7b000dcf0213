import type { TopLevelSpec } from 'vega-lite';
import { axisWords } from './axis-words';
import { pixels } from './map-look';
import type { BrushPlaces, Ends } from './brush-places';
import { pixelChart, uprightAxis, uprightScale, type UprightAxis } from './pixel-chart';
import { boxes, lines, words } from './plain-marks';
import type { ChartTheme } from './theme';
import { valueScale } from './value-scale';

export const NUMBER_BARS_HEIGHT = 320;
const TOP = 28;
const FOOT = 40;
const TAIL = 28;
const TAIL_GAP = 10;
const TICKS_APART = 72;

/** Counts of numbers; see the engine's `Histogram`. */
export interface NumberBars {
  log: boolean;
  edges: readonly number[];
  counts: readonly number[];
  below: number;
  above: number;
  median: number;
  /** The density, in rows of a bar there. */
  curve: readonly { value: number; rows: number }[];
}

export interface NumberBarsWords {
  count: (count: number) => string;
  value: (value: number) => string;
  median: string;
  below: string;
  above: string;
  bar: (from: number, to: number, count: number) => string;
}

interface AcrossScale {
  place: (value: number) => number;
  ticks: readonly number[];
}

/** Where values stand between two ends, by their order or by tens. */
export function acrossScale(
  { edges, log }: Pick<NumberBars, 'edges' | 'log'>,
  [from, to]: readonly [number, number],
): AcrossScale {
  const ends = [edges[0]!, edges.at(-1)!] as const;
  if (!log) return valueScale(ends, false, [from, to], TICKS_APART);
  const [low, high] = [Math.log10(ends[0]), Math.log10(ends[1])];
  const place = (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return { place, ticks: powersBetween(low, high) };
}

/** Powers of ten; 2 and 5 times them too where few fit. */
function powersBetween(low: number, high: number): number[] {
  const [first, last] = [Math.ceil(low - 1e-9), Math.floor(high + 1e-9)];
  const powers = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const every = Math.ceil(powers.length / 10);
  if (powers.length > 3) return powers.filter((_, i) => i % every === 0).map((power) => 10 ** power);
  return [first - 1, ...powers]
    .flatMap((power) => [1, 2, 5].map((times) => times * 10 ** power))
    .filter((value) => Math.log10(value) >= low - 1e-9 && Math.log10(value) <= high + 1e-9);
}

interface Layout {
  scale: AcrossScale;
  start: number;
  end: number;
  /** The tail below where there is one, the bars, the tail above where there is one. */
  places: Ends[];
}

const BOTTOM = NUMBER_BARS_HEIGHT - FOOT;
const upTo = ({ below, above, counts, curve }: NumberBars): readonly [number, number] => [
  0,
  Math.max(1, below, above, ...counts, ...curve.map(({ rows }) => rows)),
];

function layoutOf(
  bars: NumberBars,
  { left, place }: Pick<UprightAxis, 'left' | 'place'>,
  width: number,
): Layout {
  const { edges, counts, below, above } = bars;
  const start = left + (below > 0 ? TAIL + TAIL_GAP : 0);
  const end = width - 12 - (above > 0 ? TAIL + TAIL_GAP : 0);
  const scale = acrossScale(bars, [start, end]);
  const gap = (end - start) / counts.length > 6 ? 1 : 0;
  const bar = (x: number, x2: number, count: number): Ends => ({
    x,
    x2: Math.max(x2, x + 0.5),
    y: Math.min(place(count), BOTTOM - (count > 0 ? 1 : 0)),
    y2: BOTTOM,
  });
  return {
    scale,
    start,
    end,
    places: [
      ...(below > 0 ? [bar(left, left + TAIL, below)] : []),
      ...counts.map((count, i) => bar(scale.place(edges[i]!), scale.place(edges[i + 1]!) - gap, count)),
      ...(above > 0 ? [bar(end + TAIL_GAP, end + TAIL_GAP + TAIL, above)] : []),
    ],
  };
}

/** Where the bars stand: those of the tails, where there are any, first and last. */
export function numberBarsPlaces(
  bars: NumberBars,
  count: NumberBarsWords['count'],
  width: number,
): BrushPlaces {
  const { places } = layoutOf(bars, uprightScale(upTo(bars), [TOP, BOTTOM], count), width);
  return { grow: 'up', bars: places };
}

/** A histogram: tails gathered in bars of their own, the median as a rule with its value. */
export function numberBarsSpec(
  bars: NumberBars,
  said: NumberBarsWords,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const bottom = BOTTOM;
  const { edges, counts, below, median, curve } = bars;
  const axis = uprightAxis(upTo(bars), [TOP, bottom], width, said.count, theme);
  const { scale, start, end, places } = layoutOf(bars, axis, width);
  const first = below > 0 ? 1 : 0;
  const drawn = places.map((place, i) => {
    const at = i - first;
    const [fill, told] =
      at < 0
        ? [theme.context, said.below]
        : at < counts.length
          ? [theme.data, said.bar(edges[at]!, edges[at + 1]!, counts[at]!)]
          : [theme.context, said.above];
    return { ...place, fill, stroke: 'transparent', words: told };
  });
  const at = scale.place(median);
  const seen = at >= start && at <= end;
  return pixelChart(
    [
      ...axis.layers,
      boxes(drawn.filter(({ y, y2 }) => y2 > y)),
      lines([{ x: axis.left, x2: width, y: bottom, y2: bottom, stroke: theme.ink2 }], 1),
      ...(curve.length > 0
        ? [
            curveLayer(
              curve.map(({ value, rows }) => ({ x: scale.place(value), y: axis.place(rows) })),
              theme,
            ),
          ]
        : []),
      axisWords(scale, said.value, { y: bottom + 16, width }, theme),
      lines(seen ? [{ x: at, x2: at, y: TOP - 8, y2: bottom, stroke: theme.ink }] : [], 1.5),
      words(
        seen
          ? [{ x: at + (at > width * 0.6 ? -6 : 6), y: TOP - 14, text: said.median, fill: theme.ink }]
          : [],
        {
          align: at > width * 0.6 ? 'right' : 'left',
          fontWeight: 600,
        },
      ),
    ],
    { width, height: NUMBER_BARS_HEIGHT },
    theme,
  );
}

const curveLayer = (points: readonly { x: number; y: number }[], theme: ChartTheme) => ({
  data: { values: points.map((point, order) => ({ ...point, order })) },
  mark: { type: 'line', stroke: theme.ink, strokeWidth: 2, tooltip: null },
  encoding: { x: pixels('x'), y: pixels('y'), order: { field: 'order', type: 'quantitative' } },
});
