import type { TopLevelSpec } from 'vega-lite';
import { acrossScale } from './number-bars';
import { pixelChart, spacedWords } from './pixel-chart';
import { boxes, lines, words } from './plain-marks';
import { fittedNames, widthOf } from './text-width';
import type { ChartTheme } from './theme';
import { worded } from './value-scale';

const NAME = 22;
const BARS = 60;
const GAP = 16;
const FOOT = 28;
const TAIL = 20;
const TAIL_GAP = 8;
const RIGHT = 12;
const TICKS_APART = 72;
/** Names are bold and of 13 px, wider than words of an axis. */
const BOLD = 13.4;

/** One group: its shares, and those of all rows at the same places. */
export interface SplitPanel {
  name: string;
  /** At the right of the name. */
  side: string;
  bars: readonly { share: number; whole: number; words: string }[];
}

/** Where bars begin and end in pixels, and what stands below them. */
export interface Across {
  spans: readonly (readonly [from: number, to: number])[];
  /** The first and the last of them gather a tail. */
  tails: readonly [below: boolean, above: boolean];
  ticks: readonly { x: number; text: string }[];
}

export const splitHeight = (groups: number): number => (NAME + BARS + GAP) * groups + FOOT;

/** The bars of a histogram across; a tail on either side is a bar of its own. */
export function acrossNumbers(
  bars: { edges: readonly number[]; log: boolean; below: number; above: number },
  tick: (value: number) => string,
): (left: number, right: number) => Across {
  const tails = [bars.below > 0, bars.above > 0] as const;
  return (left, right) => {
    const [from, to] = [left + (tails[0] ? TAIL + TAIL_GAP : 0), right - (tails[1] ? TAIL + TAIL_GAP : 0)];
    const { place, ticks } = acrossScale(bars, [from, to]);
    const ends = bars.edges.map(place);
    const inside = ends.slice(1).map((end, i) => [ends[i]!, end] as const);
    return {
      spans: [
        ...(tails[0] ? [[left, left + TAIL] as const] : []),
        ...inside,
        ...(tails[1] ? [[right - TAIL, right] as const] : []),
      ],
      tails,
      ticks: spread(worded(ticks, tick).map(({ value, text }) => ({ x: place(value), text }))),
    };
  };
}

/** Words below an axis that stand clear of each other. */
function spread(ticks: readonly { x: number; text: string }[]) {
  const apart = Math.max(TICKS_APART, widthOf(ticks.map(({ text }) => text)) + 8);
  let last = -Infinity;
  return ticks.filter(({ x }) => {
    if (x - last < apart) return false;
    last = x;
    return true;
  });
}

/** 0 and one or two round shares below the most. */
function roundShares(most: number): number[] {
  const power = 10 ** Math.floor(Math.log10(most));
  const round = [5, 2, 1].map((times) => times * power).find((share) => share <= most) ?? power;
  return [0, round, 2 * round].filter((share) => share <= most);
}

/** Periods across, one after the other. */
export const acrossPeriods =
  (labels: readonly string[]): ((left: number, right: number) => Across) =>
  (left, right) => {
    const step = (right - left) / labels.length;
    return {
      spans: labels.map((_, i) => [left + i * step, left + (i + 1) * step]),
      tails: [false, false],
      ticks: spacedWords(labels.map((text, i) => ({ x: left + (i + 0.5) * step, text }))),
    };
  };

/** A panel for each group below the other, on one scale: bars, with all rows as a mark over each; or lines, all rows pale. */
export function splitSpec(
  panels: readonly SplitPanel[],
  { across, lined, tick }: { across: (left: number, right: number) => Across; lined: boolean; tick: (share: number) => string },
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const most = Math.max(1e-9, ...panels.flatMap(({ bars }) => bars.flatMap(({ share, whole }) => [share, whole])));
  const up = (share: number) => (share / most) * BARS;
  const shares = roundShares(most);
  const left = Math.ceil(widthOf(shares.map(tick))) + 12;
  const { spans, tails, ticks } = across(left, width - RIGHT);
  const names = fittedNames(panels.map(({ name }) => name), width - left - widthOf(panels.map(({ side }) => side)) - 12, BOLD);
  const narrow = spans.some(([from, to]) => to - from < 5);
  const middle = (i: number) => (spans[i]![0] + spans[i]![1]) / 2;
  const isTail = (i: number) => (tails[0] && i === 0) || (tails[1] && i === spans.length - 1);
  const placed = panels.map((panel, at) => {
    const top = (NAME + BARS + GAP) * at + NAME;
    return { ...panel, top, bottom: top + BARS, y: (share: number) => top + BARS - up(share) };
  });
  const line = ({ bars, y }: (typeof placed)[number], of: 'share' | 'whole', stroke: string) =>
    bars.slice(1).map((bar, i) => ({ x: middle(i), y: y(bars[i]![of]), x2: middle(i + 1), y2: y(bar[of]), stroke }));
  const bottom = placed.at(-1)?.bottom ?? 0;
  const layers = lined
    ? [
        lines(placed.flatMap((panel) => line(panel, 'whole', theme.context)), 2),
        lines(placed.flatMap((panel) => line(panel, 'share', theme.data)), 2),
      ]
    : [
        boxes(placed.flatMap(({ bars, y, bottom: foot }) => bars.flatMap(({ share }, i) => (share === 0 ? [] : [{ x: spans[i]![0], x2: Math.max(spans[i]![0] + 0.5, spans[i]![1] - (narrow ? 0 : 1)), y: Math.min(y(share), foot - 0.5), y2: foot, fill: isTail(i) ? theme.context : theme.data, stroke: 'transparent' }])))),
        lines(placed.flatMap(({ bars, y }) => bars.map(({ whole }, i) => ({ x: spans[i]![0], x2: spans[i]![1] - (narrow ? 0 : 1), y: y(whole), y2: y(whole), stroke: theme.ink }))), 1.5),
      ];
  return pixelChart(
    [
      lines(placed.flatMap(({ y }) => shares.map((share) => ({ x: left, x2: width, y: y(share), y2: y(share), stroke: share === 0 ? theme.ink2 : theme.line }))), 1),
      words(placed.flatMap(({ y }) => shares.map((share) => ({ x: left - 8, y: y(share), text: tick(share), fill: theme.ink2 }))), { align: 'right' }),
      words(placed.map(({ top }, i) => ({ x: left, y: top - 12, text: names[i]!, fill: theme.ink })), { fontSize: 13, fontWeight: 600 }),
      words(placed.map(({ side, top }) => ({ x: width, y: top - 12, text: side, fill: theme.ink2 })), { align: 'right' }),
      ...layers,
      boxes(placed.flatMap(({ bars, top, bottom: foot }) => bars.map(({ words: told }, i) => ({ x: spans[i]![0], x2: spans[i]![1], y: top, y2: foot, fill: 'transparent', stroke: 'transparent', words: told })))),
      words(ticks.map(({ x, text }) => ({ x, y: bottom + 16, text, fill: theme.ink2 })), { align: 'center' }),
    ],
    { width, height: splitHeight(panels.length) },
    theme,
  );
} // prettier-ignore
