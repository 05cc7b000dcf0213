import type { TopLevelSpec } from 'vega-lite';
import type { Segmentation, SilhouetteView } from '../../engine/index';
import { chartConfig } from './config';
import { boxes, lines, words } from './plain-marks';
import type { ProfileLook } from './profile-lines';
import { markColour, tileLayers } from './segment-tiles';
import type { ChartTheme } from './theme';

export const SILHOUETTE_HEIGHT = 440;
const FOOT = 28;
const LEFT = 36;
const RIGHT = 48;
const GAP = 14;
const LEAST_BLOCK = 18;

export interface SilhouetteWords {
  score: (value: number) => string;
  mark: (name: string, mean: number) => string;
}

/** The customers of one segment, those at home most first. */
interface Block {
  id: number;
  name: string;
  mean: number;
  scores: number[];
  top: number;
  height: number;
}

function blocksOf({ segments }: Segmentation, { scores, segment }: SilhouetteView): Block[] {
  const own = segments.flatMap(({ id, name, silhouette }) => {
    const found = [...scores].filter((_, i) => segment[i] === id);
    return found.length === 0 ? [] : [{ id, name, mean: silhouette ?? 0, scores: found }];
  });
  const room = SILHOUETTE_HEIGHT - FOOT - GAP * own.length - LEAST_BLOCK * own.length;
  let top = 0;
  return own.map((block) => {
    const height = LEAST_BLOCK + (room * block.scores.length) / scores.length;
    const placed = { ...block, top, height };
    top += height + GAP;
    return placed;
  });
}

/** One bar per customer, by segment and falling; the mean of each segment as a line. */
export function silhouetteSpec(
  segmentation: Segmentation,
  view: SilhouetteView,
  said: SilhouetteWords,
  { chosen, width }: ProfileLook,
  theme: ChartTheme,
): TopLevelSpec {
  const blocks = blocksOf(segmentation, view);
  const least = Math.min(0, Math.floor(Math.min(...view.scores) * 10) / 10);
  const across = (score: number) => LEFT + ((score - least) / (1 - least)) * (width - LEFT - RIGHT);
  const bottom = SILHOUETTE_HEIGHT - FOOT;
  const ticks = [-0.75, -0.5, -0.25, 0, 0.25, 0.5, 0.75, 1].filter((tick) => tick >= least);
  const isFaded = (id: number) => chosen !== null && chosen !== id;
  const bars = blocks.flatMap(({ id, name, mean, scores, top, height }) =>
    scores.map((score, i) => ({
      id,
      x: across(Math.min(0, score)),
      x2: across(Math.max(0, score)),
      y: top + (height * i) / scores.length,
      y2: top + (height * (i + 1)) / scores.length,
      fill: markColour(id, isFaded(id), theme),
      stroke: markColour(id, isFaded(id), theme),
      words: said.mark(name, mean),
    })),
  );
  const middle = ({ top, height }: Block) => top + height / 2;
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height: SILHOUETTE_HEIGHT,
    autosize: 'none',
    config: chartConfig(theme),
    layer: [
      lines(ticks.map((tick) => ({ x: across(tick), x2: across(tick), y: 0, y2: bottom, stroke: tick === 0 ? theme.ink2 : theme.line })), 1),
      words(ticks.map((tick) => ({ x: across(tick), y: bottom + 14, text: said.score(tick), fill: theme.ink2 })), { align: 'center' }),
      boxes(bars, 0.5),
      lines(blocks.map(({ mean, top, height }) => ({ x: across(mean), x2: across(mean), y: top - 3, y2: top + height + 3, stroke: theme.ink })), 2),
      words(blocks.map((block) => ({ x: width, y: middle(block), text: said.score(block.mean), fill: theme.ink })), { align: 'right', fontWeight: 600 }),
      ...tileLayers(blocks.map((block) => ({ id: block.id, x: 8, y: middle(block), faded: isFaded(block.id) })), theme),
    ],
  } as TopLevelSpec; // prettier-ignore
}
