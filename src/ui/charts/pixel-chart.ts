import type { TopLevelSpec } from 'vega-lite';
import { chartConfig } from './config';
import { axisScale, type AxisTicks } from './date-scale';
import { lines, words } from './plain-marks';
import { widthOf } from './text-width';
import type { ChartTheme } from './theme';
import { worded } from './value-scale';

const TICKS_APART = 46;

/** A chart of marks placed in pixels. */
export const pixelChart = (
  layer: readonly object[],
  { width, height }: { width: number; height: number },
  theme: ChartTheme,
): TopLevelSpec =>
  ({
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height,
    autosize: 'none',
    config: chartConfig(theme),
    layer,
  }) as unknown as TopLevelSpec;

/** The upright axis on the left of a chart, its lines across. */
export interface UprightAxis {
  /** Where the marks begin. */
  left: number;
  place: (value: number) => number;
  layers: readonly object[];
}

type Range = readonly [least: number, most: number];

/** Where values stand on an upright axis, and how much room its words take. */
export function uprightScale(
  range: Range,
  [top, bottom]: readonly [number, number],
  tick: (value: number) => string,
  dates?: AxisTicks['dates'],
): Omit<UprightAxis, 'layers'> & { texts: readonly { text: string; y: number }[] } {
  const up = axisScale(range, false, [0, bottom - top], TICKS_APART, { tick, dates });
  const place = (value: number) => bottom - up.place(value);
  const texts = worded(up.ticks, up.tick).map(({ value, text }) => ({ text, y: place(value) }));
  return { place, texts, left: Math.ceil(widthOf(texts.map(({ text }) => text))) + 10 };
}

/** From the least value, or 0, to the most; round values have a line and a word. */
export function uprightAxis(
  range: Range,
  between: readonly [number, number],
  width: number,
  tick: (value: number) => string,
  theme: ChartTheme,
  dates?: AxisTicks['dates'],
): UprightAxis {
  const { left, place, texts } = uprightScale(range, between, tick, dates);
  return {
    left,
    place,
    layers: [
      lines(
        texts.map(({ y }) => ({ x: left, x2: width, y, y2: y, stroke: theme.line })),
        1,
      ),
      words(
        texts.map(({ text, y }) => ({ x: left - 10, y, text, fill: theme.ink2 })),
        { align: 'right' },
      ),
    ],
  };
}

/** Words of an axis that tell a year; those behind mean the same one. */
const DATED = /\d{4}$/;
/** Parts of a year that its months are told by. */
const STRIDES = [2, 3, 4, 6, 12];

/** Some of these words so that none touches the next: every so manieth; of months those with a year first. */
export function spacedWords<Word extends { x: number; text: string }>(all: readonly Word[]): Word[] {
  const [first, second] = all;
  if (!first || !second) return [...all];
  const apart = Math.max(1, Math.ceil((widthOf(all.map(({ text }) => text)) + 12) / (second.x - first.x)));
  const dated = all.flatMap(({ text }, i) => (DATED.test(text) ? [i] : []));
  const within = dated.length > 1 && dated.length < all.length;
  const kept = within && apart > 1 ? new Set(aroundYears(dated, all.length, apart)) : null;
  return all
    .filter((_, i) => (kept ? kept.has(i) : i % apart === 0))
    .map((word) => ({ ...word, x: Math.max(word.x, widthOf([word.text]) / 2) }));
}

/** Places of years that stand clear of each other, and months between two of them where none is left out. */
function aroundYears(dated: readonly number[], end: number, apart: number): number[] {
  const [first, second, third = Infinity] = dated as [number, number];
  // The first is the year that is under way, which may end at once.
  const ends = second - first < Math.min(apart, third - second);
  const years: number[] = [];
  for (const at of ends ? dated.slice(1) : dated)
    if (years.length === 0 || at - years.at(-1)! >= apart) years.push(at);
  const stride = STRIDES.find((one) => one >= apart) ?? apart;
  return years.flatMap((at, i) => {
    const next = years[i + 1] ?? end - 1 + apart;
    if (dated.some((one) => one > at && one < next)) return [at];
    const room = Math.max(0, Math.floor((next - apart - at) / stride));
    return Array.from({ length: room + 1 }, (_, months) => at + months * stride);
  });
}
