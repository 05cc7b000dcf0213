import type { TopLevelSpec } from 'vega-lite';
import { chartConfig } from './config';
import { lines, words } from './plain-marks';
import type { ChartTheme } from './theme';
import { valueScale, worded } from './value-scale';

const LETTER = 6.8;
const TICKS_APART = 56;

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

/** A width that words of an axis need, about. */
export const widthOf = (texts: readonly string[]): number =>
  Math.max(0, ...texts.map((text) => text.length)) * LETTER;

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
): Omit<UprightAxis, 'layers'> & { texts: readonly { text: string; y: number }[] } {
  const up = valueScale(range, false, [0, bottom - top], TICKS_APART);
  const place = (value: number) => bottom - up.place(value);
  const texts = worded(up.ticks, tick).map(({ value, text }) => ({ text, y: place(value) }));
  return { place, texts, left: Math.ceil(widthOf(texts.map(({ text }) => text))) + 10 };
}

/** From the least value, or 0, to the most; round values have a line and a word. */
export function uprightAxis(
  range: Range,
  between: readonly [number, number],
  width: number,
  tick: (value: number) => string,
  theme: ChartTheme,
): UprightAxis {
  const { left, place, texts } = uprightScale(range, between, tick);
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

/** Every so manieth of these words, so that none touches the next. */
export function spacedWords<Word extends { x: number; text: string }>(all: readonly Word[]): Word[] {
  const [first, second] = all;
  if (!first || !second) return [...all];
  const apart = Math.max(1, Math.ceil((widthOf(all.map(({ text }) => text)) + 12) / (second.x - first.x)));
  return all
    .filter((_, i) => i % apart === 0)
    .map((word) => ({ ...word, x: Math.max(word.x, widthOf([word.text]) / 2) }));
}
