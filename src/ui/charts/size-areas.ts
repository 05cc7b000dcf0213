import type { TopLevelSpec } from 'vega-lite';
import { chartConfig } from './config';
import { labelHeights } from './flow';
import { literal, pixels } from './map-look';
import { boxes, lines, words } from './plain-marks';
import { fillOf, isOutline } from './segment-marks';
import { markColour, tileLayers } from './segment-tiles';
import type { ChartTheme } from './theme';
import { valueScale } from './value-scale';

/** A segment over time; id null for one that is in no list any more. */
export interface SizeSeries {
  id: number | null;
  name: string;
  values: readonly number[];
}

export interface SizesOverTime {
  /** Milliseconds since 1970, rising. */
  days: readonly number[];
  /** The first lies at the bottom. */
  series: readonly SizeSeries[];
}

export interface SizeWords {
  day: (ms: number) => string;
  value: (value: number) => string;
  mark: (series: SizeSeries, at: number) => string;
}

export interface SizeLook {
  chosen: number | null;
  width: number;
  height: number;
  /** Names stand beside the tiles only where there is room. */
  narrow: boolean;
}

const TOP = 12;
const FOOT = 28;
const SIDE = 52;
const TILE = 16;
const APART = 20;
const LETTERS = 168;

/** Areas on top of one another, what is below 0 as nothing; letters at the right end, in the middle of each. */
export function sizesSpec(
  { days, series }: SizesOverTime,
  said: SizeWords,
  { chosen, width, height, narrow }: SizeLook,
  theme: ChartTheme,
): TopLevelSpec {
  const [left, right, bottom] = [SIDE, width - (narrow ? TILE + 14 : LETTERS), height - FOOT];
  const [first, last] = [days[0]!, days.at(-1)!];
  const across = days.map((day) => left + ((day - first) / (last - first)) * (right - left));
  const stacks = stacked(series);
  const most = Math.max(1, ...(stacks.at(-1) ?? []));
  const scale = valueScale([0, most], false, [bottom, TOP], 0);
  const ticks = valueScale([0, most], false, [0, bottom - TOP], 56).ticks;
  const isFaded = (id: number | null) => chosen !== null && chosen !== id;
  const edge = (at: number, i: number) => scale.place(at < 0 ? 0 : stacks[at]![i]!);
  const areas = series.flatMap(({ id }, at) =>
    across.map((x, i) => ({
      key: at,
      x,
      y: edge(at - 1, i),
      y2: edge(at, i),
      fill: id === null || isFaded(id) ? theme.context : fillOf(theme, id),
    })),
  );
  const borders = series.flatMap(({ id }, at) =>
    across.slice(1).map((x2, i) => ({
      x: across[i]!,
      x2,
      y: edge(at, i),
      y2: edge(at, i + 1),
      stroke: id !== null && isOutline(id) ? markColour(id, isFaded(id), theme) : theme.paper,
    })),
  );
  const touched = series.flatMap((one, at) =>
    across.map((x, i) => ({
      x: i === 0 ? x : (x + across[i - 1]!) / 2,
      x2: i === across.length - 1 ? x : (x + across[i + 1]!) / 2,
      y: edge(at - 1, i),
      y2: edge(at, i),
      fill: 'transparent',
      stroke: 'transparent',
      words: said.mark(one, i),
      ...(one.id !== null && { id: one.id }),
    })),
  );
  const ends = endLabels(
    series,
    (at) => [edge(at, across.length - 1), edge(at - 1, across.length - 1)],
    bottom,
  );
  const tiles = ends.flatMap(({ id, y }) =>
    id === null ? [] : [{ id, x: right + 6 + TILE / 2, y, faded: isFaded(id) }],
  );
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height,
    autosize: 'none',
    config: chartConfig(theme),
    layer: [
      lines(ticks.map((tick) => ({ x: left, x2: right, y: scale.place(tick), y2: scale.place(tick), stroke: theme.line })), 1),
      words(ticks.map((tick) => ({ x: left - 8, y: scale.place(tick), text: said.value(tick), fill: theme.ink2 })), { align: 'right' }),
      areaLayer(areas),
      lines(borders, 1.5),
      words(dayMarks(days, across, narrow ? 48 : 64).map(({ x, day }) => ({ x, y: bottom + 16, text: said.day(day), fill: theme.ink2 })), { align: 'center' }),
      ...tileLayers(tiles, theme),
      ...(narrow ? [] : [words(ends.map(({ name, y }) => ({ x: right + TILE + 14, y, text: name, fill: theme.ink })), { fontSize: 13, limit: LETTERS - TILE - 14 })]),
      boxes(touched),
    ],
  } as TopLevelSpec; // prettier-ignore
}

/** For each series and day the height of its upper edge. */
function stacked(series: readonly SizeSeries[]): number[][] {
  let below: readonly number[] = [];
  return series.map(({ values }) => {
    const edge = values.map((value, i) => (below[i] ?? 0) + Math.max(0, value));
    below = edge;
    return edge;
  });
}

/** Where the letters of the series that have anybody at the end stand, apart from one another and above the foot. */
function endLabels(
  series: readonly SizeSeries[],
  edges: (at: number) => readonly [upper: number, lower: number],
  bottom: number,
): { id: number | null; name: string; y: number }[] {
  const there = series
    .map((one, at) => ({ ...one, y: edges(at)[0], height: edges(at)[1] - edges(at)[0] }))
    .filter(({ height }) => height > 0)
    .reverse();
  const bars = there.map(({ y, height }) => ({ side: 'now' as const, place: null, customers: 0, y, height }));
  const heights = labelHeights(bars, APART);
  const over = Math.max(0, (heights.at(-1) ?? 0) - (bottom - TILE / 2));
  // What stands too low moves up, and what is above it only as far as it must.
  for (let i = heights.length - 1, most = bottom - TILE / 2; over > 0 && i >= 0; i--, most -= APART)
    heights[i] = Math.min(heights[i]!, most);
  return there.map(({ id, name }, i) => ({ id, name, y: heights[i]! }));
}

/** The days that are written below: the last, and from there back as many as find room. */
function dayMarks(days: readonly number[], across: readonly number[], apart: number) {
  const marks: { day: number; x: number }[] = [];
  for (let i = days.length - 1; i >= 0; i--) {
    const x = across[i]!;
    if (marks.length === 0 || marks.at(-1)!.x - x >= apart) marks.push({ day: days[i]!, x });
  }
  return marks;
}

const areaLayer = (values: readonly object[]) => ({
  data: { values },
  mark: { type: 'area' },
  encoding: {
    x: pixels('x'),
    y: pixels('y'),
    y2: { field: 'y2' },
    detail: { field: 'key', type: 'nominal' },
    fill: literal('fill'),
  },
});
