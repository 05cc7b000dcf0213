import type { TopLevelSpec } from 'vega-lite';
import type { Box, FeatureSummary, Segmentation } from '../../engine/index';
import { chartConfig } from './config';
import { boxes, lines, words } from './plain-marks';
import { farthestApartNumbers, type ProfileLook } from './profile-lines';
import { fillOf } from './segment-marks';
import { markColour, tileLayers } from './segment-tiles';
import type { ChartTheme } from './theme';
import { valueScale } from './value-scale';

/** So many columns are drawn; the table has all. */
export const MOST_BOXES = 6;
const ROW = 22;
const HEAD = 34;
const FOOT = 34;
const LEFT = 36;
const RIGHT = 24;
const THICK = 5;
const TICKS_APART = 72;

export interface BoxWords {
  all: string;
  label: (feature: FeatureSummary) => string;
  tick: (value: number, feature: FeatureSummary) => string;
  mark: (name: string, feature: FeatureSummary, box: Box) => string;
}

/** Whether a column has a tail that a plain scale would squeeze all others for. */
export const hasLongTail = ({ mean, median }: FeatureSummary): boolean => mean > 1.25 * Math.max(median, 0);

const panelHeight = ({ segments }: Segmentation): number => HEAD + ROW * (segments.length + 1) + FOOT;

export const boxesHeight = (segmentation: Segmentation): number =>
  panelHeight(segmentation) * farthestApartNumbers(segmentation, MOST_BOXES).length;

/** For each feature a panel with the box of each segment above that of all customers. */
export function boxesSpec(
  segmentation: Segmentation,
  said: BoxWords,
  look: ProfileLook,
  theme: ChartTheme,
): TopLevelSpec {
  const features = farthestApartNumbers(segmentation, MOST_BOXES);
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: look.width,
    height: boxesHeight(segmentation),
    autosize: 'none',
    config: chartConfig(theme),
    layer: features.flatMap((feature, i) =>
      panel(segmentation, feature, panelHeight(segmentation) * i, said, look, theme),
    ),
  } as TopLevelSpec;
}

interface Row {
  id: number | null;
  name: string;
  box: Box;
}

function rowsOf({ segments }: Segmentation, feature: FeatureSummary, all: string): Row[] {
  const own = segments.map(({ id, name, boxes: known }) => ({ id, name, box: known[feature.column] }));
  return [...own, { id: null, name: all, box: feature.box }].flatMap(({ box, ...row }) =>
    box && Number.isFinite(box.median) ? [{ ...row, box }] : [],
  );
}

function panel(
  segmentation: Segmentation,
  feature: FeatureSummary,
  top: number,
  said: BoxWords,
  { chosen, width }: ProfileLook,
  theme: ChartTheme,
) {
  const rows = rowsOf(segmentation, feature, said.all);
  const range = [
    Math.min(...rows.map(({ box }) => box.low)),
    Math.max(...rows.map(({ box }) => box.high)),
  ] as const;
  const scale = valueScale(range, hasLongTail(feature), [LEFT, width - RIGHT], TICKS_APART);
  const bottom = top + HEAD + ROW * rows.length;
  const placed = rows.map((row, i) => ({
    ...row,
    y: top + HEAD + ROW * (i + 0.5),
    faded: chosen !== null && row.id !== null && chosen !== row.id,
  }));
  const colour = ({ id, faded }: { id: number | null; faded: boolean }) =>
    id === null ? theme.data : markColour(id, faded, theme);
  const fill = ({ id, faded }: { id: number | null; faded: boolean }) =>
    id === null ? theme.data : faded ? theme.context : fillOf(theme, id);
  return [
    words([{ x: 0, y: top + 12, text: said.label(feature), fill: theme.ink }], { fontSize: 13, fontWeight: 600 }),
    lines(scale.ticks.map((tick) => ({ x: scale.place(tick), x2: scale.place(tick), y: top + HEAD, y2: bottom, stroke: theme.line })), 1),
    words(scale.ticks.map((tick) => ({ x: scale.place(tick), y: bottom + 12, text: said.tick(tick, feature), fill: theme.ink2 })), { align: 'center' }),
    lines(placed.map((row) => ({ x: scale.place(row.box.low), x2: scale.place(row.box.high), y: row.y, y2: row.y, stroke: colour(row) })), 1.5),
    boxes(placed.map((row) => ({ x: scale.place(row.box.lower), x2: Math.max(scale.place(row.box.upper), scale.place(row.box.lower) + 2), y: row.y - THICK, y2: row.y + THICK, fill: fill(row), stroke: colour(row), words: said.mark(row.name, feature, row.box), ...(row.id !== null && { id: row.id }) })), 1),
    lines(placed.map((row) => ({ x: scale.place(row.box.median), x2: scale.place(row.box.median), y: row.y - THICK - 3, y2: row.y + THICK + 3, stroke: theme.ink })), 2.5),
    words(placed.filter(({ id }) => id === null).map(({ y, name }) => ({ x: 0, y, text: name, fill: theme.ink2 }))),
    ...tileLayers(placed.flatMap((row) => (row.id === null ? [] : [{ id: row.id, x: 8, y: row.y, faded: row.faded }])), theme),
  ]; // prettier-ignore
}
