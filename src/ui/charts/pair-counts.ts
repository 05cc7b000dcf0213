import type { TopLevelSpec } from 'vega-lite';
import { literal, pixels } from './map-look';
import { pixelChart, widthOf } from './pixel-chart';
import type { PlanePlaces, Span } from './plane-places';
import { boxes, words } from './plain-marks';
import type { ChartTheme } from './theme';

const ROW = 34;
const WIDEST = 0.3;
const GAP = 12;
const NUMBERED = 44;
/** Names in cells as wide as this are cut rather than turned. */
const READABLE = 96;
const STEPS = 7;
/** Colours end at a quarter and at four times as many as both alone would give. */
export const WIDEST_TIMES = 4;

export interface CountsGrid {
  down: readonly string[];
  across: readonly string[];
  /** Row by row. */
  cells: readonly { count: number; times: number | null; text: string; words: string }[];
  /** Long names down: where there is little room each stands above its row. */
  long?: true;
}

interface CountsLayout {
  left: number;
  head: number;
  cell: number;
  /** Whether the names above stand upright, for want of room. */
  upright: boolean;
  /** How high a row is, and the name above its cells. */
  row: number;
  name: number;
}

const NAME = 22;
/** Less wide pictures have no room for long names beside the cells. */
const ROOMY = 560;

function layoutOf({ down, across, long }: CountsGrid, width: number): CountsLayout {
  const above = long === true && width < ROOMY;
  const left = above ? 0 : Math.min(width * WIDEST, widthOf(down) + GAP);
  const name = above ? NAME : 0;
  const cell = (width - left) / Math.max(1, across.length);
  const upright = cell < READABLE && widthOf(across) + GAP > cell;
  return {
    left,
    cell,
    upright,
    name,
    row: ROW + name,
    head: upright ? Math.min(130, widthOf(across) + GAP) : 28,
  };
}

export function countsHeight(grid: CountsGrid, width: number): number {
  const { head, row } = layoutOf(grid, width);
  return head + row * Math.max(1, grid.down.length) + 2;
}

/** Where the cells stand. */
export function countsPlaces(grid: CountsGrid, width: number): PlanePlaces {
  const { left, head, cell } = layoutOf(grid, width);
  return {
    across: grid.across.map((_, i): Span => [left + cell * i, left + cell * (i + 1) - 1]),
    down: grid.down.map((_, i): Span => [head + ROW * i, head + ROW * (i + 1) - 1]),
    strips: { across: [0, head - 4], down: [0, left - 4] },
  };
}

/** How many times as many rows as chance would put there: 0 a quarter and below, 6 four times and above. */
export const timesStep = (times: number): number => {
  const bent = times > 0 ? Math.log(times) / Math.log(WIDEST_TIMES) : -1;
  return Math.max(0, Math.min(STEPS - 1, Math.floor(((bent + 1) / 2) * STEPS)));
};

/** Rows of two categories, coloured by how far they are from what both alone would give. */
export function countsSpec(grid: CountsGrid, theme: ChartTheme, width: number): TopLevelSpec {
  const { left, head, cell, upright, row, name } = layoutOf(grid, width);
  const placed = grid.cells.map((one, i) => {
    const step = one.times === null ? null : timesStep(one.times);
    return {
      x: left + cell * (i % grid.across.length),
      y: head + name + row * Math.floor(i / grid.across.length),
      fill: step === null ? theme.paper : theme.heat[step]!,
      ink: step === null ? theme.ink2 : theme.heatInks[step]!,
      ...one,
    };
  });
  return pixelChart(
    [
      boxes(placed.map(({ x, y, fill, words: told }) => ({ x, y, x2: x + cell - 1, y2: y + ROW - 1, fill, stroke: 'transparent', words: told }))),
      words(cell < Math.min(NUMBERED, widthOf(grid.cells.map(({ text }) => text)) + 4) ? [] : placed.map(({ x, y, ink, text }) => ({ x: x + cell / 2, y: y + ROW / 2, text, fill: ink })), { align: 'center' }),
      words(grid.down.map((text, i) => ({ x: 0, y: head + row * i + (name > 0 ? name / 2 + 2 : ROW / 2), text, fill: theme.ink })), { limit: name > 0 ? width : left - GAP }),
      {
        data: { values: grid.across.map((text, i) => ({ x: left + cell * (i + 0.5), y: head - GAP, text, fill: theme.ink })) },
        mark: { type: 'text', baseline: 'middle', fontSize: 12, ...(upright ? { angle: -90, align: 'left', limit: head - GAP } : { align: 'center', limit: cell - 4 }) },
        encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text' }, fill: literal('fill') },
      },
    ],
    { width, height: countsHeight(grid, width) },
    theme,
  );
} // prettier-ignore
