import type { TopLevelSpec } from 'vega-lite';
import type { BrushPlaces, Ends } from './brush-places';
import { pixelChart } from './pixel-chart';
import { rowNames, rowsAt, type RowNames } from './row-names';
import { boxes, words } from './plain-marks';
import { widthOf } from './text-width';
import type { ChartTheme } from './theme';

const ROW = 26;
const THICK = 14;
const WIDEST = 0.4;
const GAP = 12;

export interface ValueBar {
  label: string;
  value: number;
  words: string;
  /** Stands for several values together. */
  rest: boolean;
}

export function valueBarsHeight(bars: readonly ValueBar[], width: number): number {
  return (ROW + namesOf(bars, width).above) * Math.max(1, bars.length);
}

function placesOf(bars: readonly ValueBar[], numbers: readonly string[], width: number): Ends[] {
  const { left, above } = namesOf(bars, width);
  const rows = rowsAt({ head: 0, row: ROW, above, count: bars.length });
  const room = Math.max(40, width - left - widthOf(numbers) - GAP);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  return bars.map(({ value }, i) => {
    const middle = rows.middle(i);
    return {
      x: left,
      x2: left + Math.max(1, (value / most) * room),
      y: middle - THICK / 2,
      y2: middle + THICK / 2,
    };
  });
}

const namesOf = (bars: readonly ValueBar[], width: number): RowNames =>
  rowNames(
    bars.map(({ label }) => label),
    width,
    { widest: WIDEST, gap: GAP },
  );

/** Where the bars lie. */
export const valueBarsPlaces = (
  bars: readonly ValueBar[],
  print: (value: number) => string,
  width: number,
): BrushPlaces => ({
  grow: 'right',
  bars: placesOf(
    bars,
    bars.map(({ value }) => print(value)),
    width,
  ),
});

/** A lying bar for each value, its number behind it. */
export function valueBarsSpec(
  bars: readonly ValueBar[],
  print: (value: number) => string,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const numbers = bars.map(({ value }) => print(value));
  const places = placesOf(bars, numbers, width);
  const { texts, above } = namesOf(bars, width);
  const { middle, named } = rowsAt({ head: 0, row: ROW, above, count: bars.length });
  return pixelChart(
    [
      words(texts.map((text, i) => ({ x: 0, y: named(i), text, fill: theme.ink }))),
      boxes(bars.map(({ rest, words: told }, i) => ({ ...places[i]!, fill: rest ? theme.context : theme.data, stroke: 'transparent', words: told }))),
      words(places.map(({ x2 }, i) => ({ x: x2 + 6, y: middle(i), text: numbers[i]!, fill: theme.ink2 }))),
    ],
    { width, height: valueBarsHeight(bars, width) },
    theme,
  );
} // prettier-ignore
