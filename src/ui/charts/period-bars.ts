import type { TopLevelSpec } from 'vega-lite';
import type { BrushPlaces, Ends } from './brush-places';
import { pixelChart, spacedWords, uprightAxis, uprightScale, type UprightAxis } from './pixel-chart';
import { boxes, lines, words } from './plain-marks';
import type { ChartTheme } from './theme';

export const PERIODS_HEIGHT = 300;
const TOP = 28;
const FOOT = 28;
const GAP = 0.06;
/** Bars narrower than this have no value above them. */
const ROOM_FOR_VALUE = 44;

export interface PeriodBar {
  label: string;
  value: number;
  /** Stands out from the others, its value above it. */
  strong: boolean;
  /** What pointing at it says. */
  words: string;
}

const BOTTOM = PERIODS_HEIGHT - FOOT;

function upTo(bars: readonly PeriodBar[]): readonly [number, number] {
  const values = bars.map(({ value }) => value);
  const range = [Math.min(0, ...values), Math.max(0, ...values)] as const;
  return range[0] === range[1] ? [0, 1] : range;
}

function placesOf(
  bars: readonly PeriodBar[],
  { left, place }: Pick<UprightAxis, 'left' | 'place'>,
  width: number,
): Ends[] {
  const step = stepOf(bars, left, width);
  return bars.map(({ value }, i) => ({
    x: left + step * (i + GAP / 2),
    x2: left + step * (i + 1 - GAP / 2),
    y: place(Math.max(0, value)),
    y2: place(Math.min(0, value)),
  }));
}

const stepOf = (bars: readonly PeriodBar[], left: number, width: number): number =>
  (width - left) / Math.max(1, bars.length);

/** Where the bars stand. */
export const periodBarsPlaces = (
  bars: readonly PeriodBar[],
  tick: (value: number) => string,
  width: number,
): BrushPlaces => ({
  grow: 'up',
  bars: placesOf(bars, uprightScale(upTo(bars), [TOP, BOTTOM], tick), width),
});

/** One bar per period; where some stand out, the others step back. */
export function periodBarsSpec(
  bars: readonly PeriodBar[],
  tick: (value: number) => string,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const bottom = BOTTOM;
  const axis = uprightAxis(upTo(bars), [TOP, bottom], width, tick, theme);
  const step = stepOf(bars, axis.left, width);
  const places = placesOf(bars, axis, width);
  const anyStrong = bars.some(({ strong }) => strong);
  const placed = bars.map(({ label, value, strong, words: told }, i) => ({
    ...places[i]!,
    middle: axis.left + step * (i + 0.5),
    fill: anyStrong && !strong ? theme.context : theme.data,
    stroke: 'transparent',
    label,
    value,
    strong,
    words: told,
  }));
  return pixelChart(
    [
      ...axis.layers,
      boxes(placed),
      lines([{ x: axis.left, x2: width, y: axis.place(0), y2: axis.place(0), stroke: theme.ink2 }], 1),
      words(
        placed.flatMap(({ strong, middle, y, value }) =>
          strong && step >= ROOM_FOR_VALUE
            ? [{ x: middle, y: y - 10, text: tick(value), fill: theme.ink }]
            : [],
        ),
        { align: 'center', fontWeight: 600 },
      ),
      words(
        spacedWords(
          placed.map(({ middle, label }) => ({ x: middle, y: bottom + 16, text: label, fill: theme.ink2 })),
        ),
        { align: 'center' },
      ),
    ],
    { width, height: PERIODS_HEIGHT },
    theme,
  );
}
