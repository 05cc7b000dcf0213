import type { TopLevelSpec } from 'vega-lite';
import { pixelChart } from './pixel-chart';
import { headLines, headNames, type HeadNames } from './head-names';
import { rowNames, type RowNames } from './row-names';
import type { PlanePlaces, Span } from './plane-places';
import { boxes, words } from './plain-marks';
import { widthOf } from './text-width';
import type { ChartTheme } from './theme';

const ROW = 34;
const WIDEST = 0.3;
const GAP = 12;
const NUMBERED = 44;
const STEPS = 7;
/** Colours end at a quarter and at four times as many as both alone would give. */
export const WIDEST_TIMES = 4;

export interface CountsGrid {
  down: readonly string[];
  across: readonly string[];
  /** Row by row. */
  cells: readonly { count: number; times: number | null; text: string; words: string }[];
}

interface CountsLayout {
  names: RowNames;
  heads: HeadNames;
  cell: number;
  /** How high a row is, with the name above its cells. */
  row: number;
}

/** A strip on the left where names stand above, by which rows are chosen. */
const INSET = 20;

function layoutOf({ down, across }: CountsGrid, width: number): CountsLayout {
  const names = rowNames(down, width, { widest: WIDEST, gap: GAP, inset: INSET });
  const cell = (width - names.left) / Math.max(1, across.length);
  return { names, cell, heads: headNames(across, cell), row: ROW + names.above };
}

export function countsHeight(grid: CountsGrid, width: number): number {
  const { heads, row } = layoutOf(grid, width);
  return heads.height + row * Math.max(1, grid.down.length) + 2;
}

/** Where the cells stand. */
export function countsPlaces(grid: CountsGrid, width: number): PlanePlaces {
  const { names, heads, cell, row } = layoutOf(grid, width);
  const { left, above } = names;
  return {
    across: grid.across.map((_, i): Span => [left + cell * i, left + cell * (i + 1) - 1]),
    down: grid.down.map((_, i): Span => [heads.height + row * i + above, heads.height + row * (i + 1) - 1]),
    strips: { across: [0, heads.height - 4], down: [0, left - 4] },
  };
}

/** How many times as many rows as chance would put there: 0 a quarter and below, 6 four times and above. */
export const timesStep = (times: number): number => {
  const bent = times > 0 ? Math.log(times) / Math.log(WIDEST_TIMES) : -1;
  return Math.max(0, Math.min(STEPS - 1, Math.floor(((bent + 1) / 2) * STEPS)));
};

/** Rows of two categories, coloured by how far they are from what both alone would give. */
export function countsSpec(grid: CountsGrid, theme: ChartTheme, width: number): TopLevelSpec {
  const { names, heads, cell, row } = layoutOf(grid, width);
  const [{ left, above }, head] = [names, heads.height];
  const placed = grid.cells.map((one, i) => {
    const step = one.times === null ? null : timesStep(one.times);
    return {
      x: left + cell * (i % grid.across.length),
      y: head + above + row * Math.floor(i / grid.across.length),
      fill: step === null ? theme.paper : theme.heat[step]!,
      ink: step === null ? theme.ink2 : theme.heatInks[step]!,
      ...one,
    };
  });
  return pixelChart(
    [
      boxes(placed.map(({ x, y, fill, words: told }) => ({ x, y, x2: x + cell - 1, y2: y + ROW - 1, fill, stroke: 'transparent', words: told }))),
      words(cell < Math.min(NUMBERED, widthOf(grid.cells.map(({ text }) => text)) + 4) ? [] : placed.map(({ x, y, ink, text }) => ({ x: x + cell / 2, y: y + ROW / 2, text, fill: ink })), { align: 'center' }),
      words(names.texts.map((text, i) => ({ x: 0, y: head + row * i + (above > 0 ? above / 2 + 2 : ROW / 2), text, fill: theme.ink }))),
      headLines(heads, (i) => left + cell * (i + 0.5), theme),
    ],
    { width, height: countsHeight(grid, width) },
    theme,
  );
} // prettier-ignore
