import type { TopLevelSpec } from 'vega-lite';
import type { FeatureSummary, Segmentation } from '../../engine/index';
import { chartConfig } from './config';
import { lines, words } from './plain-marks';
import { markColour, tileLayers } from './segment-tiles';
import type { ChartTheme } from './theme';

/** So many columns are drawn; the table has all. */
export const MOST_LINES = 12;
const ROW = 44;
const HEAD = 28;
const SIDE = 14;

/** How far apart the segments lie on a feature, in standard deviations. */
export function spreadOn({ column }: FeatureSummary, { segments }: Pick<Segmentation, 'segments'>): number {
  const places = segments.filter(({ size }) => size > 0).map(({ positions }) => positions[column] ?? 0);
  return places.length === 0 ? 0 : Math.max(...places) - Math.min(...places);
}

/** The features on which segments lie farthest apart, the farthest first. */
export const farthestApart = (segmentation: Segmentation, most: number): FeatureSummary[] =>
  [...segmentation.features]
    .sort((a, b) => spreadOn(b, segmentation) - spreadOn(a, segmentation))
    .slice(0, most);

/** The same without those of 0 and 1 only, whose middle half says nothing. */
export const farthestApartNumbers = (segmentation: Segmentation, most: number): FeatureSummary[] =>
  farthestApart(segmentation, Infinity)
    .filter(({ flag }) => !flag)
    .slice(0, most);

export interface ProfileWords {
  /** "average", "+1 sd". */
  tick: (deviations: number) => string;
  label: (feature: FeatureSummary) => string;
  mark: (name: string, feature: FeatureSummary, deviations: number) => string;
}

export interface ProfileLook {
  chosen: number | null;
  width: number;
  narrow: boolean;
}

/** Tiles nearer than this cover each other's letters. */
const TILE = 17;

/** How far up or down each tile of a row steps, so that those that coincide stand above each other. */
export function sideStepped(places: readonly number[]): number[] {
  const steps = places.map(() => 0);
  const order = places.map((_, at) => at).sort((a, b) => places[a]! - places[b]! || a - b);
  let together: number[] = [];
  const settle = () => {
    const apart = Math.min(TILE, (ROW - TILE) / Math.max(1, together.length - 1));
    together.forEach((at, i) => (steps[at] = (i - (together.length - 1) / 2) * apart));
  };
  for (const at of order) {
    const last = together.at(-1);
    if (last !== undefined && places[at]! - places[last]! >= TILE) {
      settle();
      together = [];
    }
    together.push(at);
  }
  settle();
  return steps;
}

export const profileHeight = ({ features }: Segmentation): number =>
  HEAD + ROW * Math.min(features.length, MOST_LINES);

/** A snake plot: one row per feature, one line per segment, its mean in standard deviations from that of all. */
export function profileSpec(
  segmentation: Segmentation,
  said: ProfileWords,
  { chosen, width, narrow }: ProfileLook,
  theme: ChartTheme,
): TopLevelSpec {
  const features = farthestApart(segmentation, MOST_LINES);
  const left = narrow ? 124 : 232;
  const here = segmentation.segments.filter(({ size }) => size > 0);
  const reach = Math.max(1, ...here.flatMap(({ positions }) => features.map(({ column }) => Math.abs(positions[column] ?? 0)))); // prettier-ignore
  const middle = left + SIDE + (width - left - 2 * SIDE) / 2;
  const across = (value: number) => middle + (value / reach) * ((width - left - 2 * SIDE) / 2);
  const down = (row: number) => HEAD + ROW * (row + 0.5);
  const bottom = HEAD + ROW * features.length;
  const ticks = Array.from({ length: 2 * Math.floor(reach) + 1 }, (_, i) => i - Math.floor(reach));
  const isFaded = (id: number) => chosen !== null && chosen !== id;
  const joined = here.flatMap(({ id, positions }) =>
    features.slice(1).map(({ column }, row) => ({
      faded: isFaded(id),
      stroke: markColour(id, isFaded(id), theme),
      x: across(positions[features[row]!.column] ?? 0),
      y: down(row),
      x2: across(positions[column] ?? 0),
      y2: down(row + 1),
    })),
  );
  const stacked = features.map(({ column }) =>
    sideStepped(here.map(({ positions }) => across(positions[column] ?? 0))),
  );
  const tiles = here.flatMap(({ id, name, positions }, at) =>
    features.map((feature, row) => {
      const value = positions[feature.column] ?? 0;
      return {
        id,
        x: across(value),
        y: down(row) + stacked[row]![at]!,
        faded: isFaded(id),
        words: said.mark(name, feature, value),
      };
    }),
  );
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height: bottom,
    autosize: 'none',
    config: chartConfig(theme),
    layer: [
      lines(ticks.map((tick) => ({ x: across(tick), x2: across(tick), y: HEAD, y2: bottom, stroke: tick === 0 ? theme.ink2 : theme.line })), 1),
      words(ticks.map((tick) => ({ x: across(tick), y: 10, text: said.tick(tick), fill: theme.ink2 })), { align: 'center' }),
      words(features.map((feature, row) => ({ x: 0, y: down(row), text: said.label(feature), fill: theme.ink })), { fontSize: 13, limit: left - 8 }),
      lines(joined.sort((a, b) => Number(b.faded) - Number(a.faded)), 2),
      ...tileLayers(tiles, theme),
    ],
  } as TopLevelSpec; // prettier-ignore
}
