import type { TopLevelSpec } from 'vega-lite';
import { pixelChart, widthOf } from './pixel-chart';
import { boxes, words } from './plain-marks';
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

export const valueBarsHeight = (bars: readonly ValueBar[]): number => ROW * Math.max(1, bars.length);

/** A lying bar for each value, its number behind it. */
export function valueBarsSpec(
  bars: readonly ValueBar[],
  print: (value: number) => string,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const numbers = bars.map(({ value }) => print(value));
  const left = Math.min(width * WIDEST, widthOf(bars.map(({ label }) => label)) + GAP);
  const room = Math.max(40, width - left - widthOf(numbers) - GAP);
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const middle = (i: number) => ROW * (i + 0.5);
  const end = (value: number) => left + Math.max(1, (value / most) * room);
  return pixelChart(
    [
      words(bars.map(({ label }, i) => ({ x: 0, y: middle(i), text: label, fill: theme.ink })), { limit: left - GAP }),
      boxes(bars.map(({ value, rest, words: told }, i) => ({ x: left, x2: end(value), y: middle(i) - THICK / 2, y2: middle(i) + THICK / 2, fill: rest ? theme.context : theme.data, stroke: 'transparent', words: told }))),
      words(bars.map(({ value }, i) => ({ x: end(value) + 6, y: middle(i), text: numbers[i]!, fill: theme.ink2 }))),
    ],
    { width, height: valueBarsHeight(bars) },
    theme,
  );
} // prettier-ignore
