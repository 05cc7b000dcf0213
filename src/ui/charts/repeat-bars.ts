import type { TopLevelSpec } from 'vega-lite';
import { pixelChart, uprightAxis } from './pixel-chart';
import { boxes, lines, words } from './plain-marks';
import type { ChartTheme } from './theme';

export const REPEAT_BARS_HEIGHT = 240;
/** "7 or more" needs so much room. */
const ROOM = 64;
const TOP = 16;
const FOOT = 44;
const BOTTOM = REPEAT_BARS_HEIGHT - FOOT;

/** How many there are of a kind, and how many are expected. */
export interface RepeatBar {
  times: string;
  found: number;
  expected: number;
}

export interface RepeatWords {
  count: (count: number) => string;
  bar: (bar: RepeatBar) => string;
  across: string;
  /** What fits below a narrow bar. */
  shortly: (times: string) => string;
}

/** Bars of what is, with a line across each at what is expected. */
export function repeatBarsSpec(
  bars: readonly RepeatBar[],
  said: RepeatWords,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const most = Math.max(1, ...bars.flatMap(({ found, expected }) => [found, expected]));
  const axis = uprightAxis([0, most], [TOP, BOTTOM], width, said.count, theme);
  const wide = (width - axis.left) / bars.length;
  const ends = (i: number) => ({ x: axis.left + wide * (i + 0.18), x2: axis.left + wide * (i + 0.82) });
  const middle = (i: number) => axis.left + wide * (i + 0.5);
  const overhang = wide * 0.1;
  return pixelChart(
    [
      ...axis.layers,
      boxes(
        bars.map((bar, i) => ({
          ...ends(i),
          y: Math.min(axis.place(bar.found), BOTTOM - 1),
          y2: BOTTOM,
          fill: theme.data,
          stroke: 'transparent',
          words: said.bar(bar),
        })),
      ),
      lines([{ x: axis.left, x2: width, y: BOTTOM, y2: BOTTOM, stroke: theme.ink2 }], 1),
      lines(
        bars.map(({ expected }, i) => ({
          x: ends(i).x - overhang,
          x2: ends(i).x2 + overhang,
          y: axis.place(expected),
          y2: axis.place(expected),
          stroke: theme.ink,
        })),
        3,
      ),
      words(
        bars.map(({ times }, i) => ({
          x: middle(i),
          y: BOTTOM + 14,
          text: wide < ROOM ? said.shortly(times) : times,
          fill: theme.ink2,
        })),
        { align: 'center' },
      ),
      words([{ x: (axis.left + width) / 2, y: BOTTOM + 34, text: said.across, fill: theme.ink2 }], {
        align: 'center',
      }),
    ],
    { width, height: REPEAT_BARS_HEIGHT },
    theme,
  );
}
