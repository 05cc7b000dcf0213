import type { TopLevelSpec } from 'vega-lite';
import { literal, pixels } from './map-look';
import { pixelChart, spacedWords, widthOf } from './pixel-chart';
import { boxes, words } from './plain-marks';
import type { ChartTheme } from './theme';

const ROW = 28;
const GAP = 12;
const WIDEST_NAMES = 0.34;
/** The tallest names above, where they stand upright. */
const HEAD = 130;
/** Cells as wide as this have room for their number. */
const NUMBERED = 26;
/** Names in cells as wide as this are cut rather than turned. */
const READABLE = 96;
const STEPS = 5;

export interface ShareCell {
  /** 0 to 1; null where there are no rows. */
  share: number | null;
  text: string;
  words: string;
}

export interface ShareGrid {
  down: readonly { name: string; all: string; cells: readonly ShareCell[] }[];
  across: readonly string[];
  /** Above the column of all rows. */
  all: string;
  /** Periods follow each other, so not each needs its name; values of a category do. */
  inOrder: boolean;
}

interface ShareLayout {
  left: number;
  head: number;
  cell: number;
  end: number;
  upright: boolean;
}

function layoutOf({ down, across, all, inOrder }: ShareGrid, width: number): ShareLayout {
  const left = Math.min(width * WIDEST_NAMES, widthOf(down.map(({ name }) => name)) + GAP);
  const end = width - widthOf([all, ...down.map((one) => one.all)]) - GAP;
  const cell = (end - left) / Math.max(1, across.length);
  const upright = !inOrder && cell < READABLE && widthOf(across) + GAP > cell;
  return { left, cell, end, upright, head: upright ? Math.min(HEAD, widthOf(across) + GAP) : 28 };
}

export const sharesHeight = (grid: ShareGrid, width: number): number =>
  layoutOf(grid, width).head + ROW * Math.max(1, grid.down.length) + 2;

/** The cell in a row and a column, from 0. */
export function sharePlace(grid: ShareGrid, width: number, row: number, column: number) {
  const { left, head, cell } = layoutOf(grid, width);
  return { x: left + cell * column, y: head + ROW * row, width: Math.max(1, cell - 1), height: ROW - 1 };
}

/** 0 for nothing, 1 to 5 in even steps up to the greatest share of all. */
export const shareStep = (share: number, most: number): number =>
  share > 0 ? Math.max(1, Math.min(STEPS, Math.ceil((share / most) * STEPS - 1e-9))) : 0;

/** Shares in cells, a row for each name, with the share of all rows at its end. */
export function sharesSpec(grid: ShareGrid, theme: ChartTheme, width: number): TopLevelSpec {
  const { left, head, cell, end } = layoutOf(grid, width);
  const most = Math.max(...grid.down.flatMap(({ cells }) => cells.map(({ share }) => share ?? 0)));
  const gap = cell > 6 ? 1 : 0;
  const middle = (row: number) => head + ROW * (row + 0.5);
  const placed = grid.down.flatMap(({ cells }, row) =>
    cells.map(({ share, text, words: told }, i) => {
      const step = share === null ? null : shareStep(share, most);
      const x = left + cell * i;
      return {
        ...{ x, x2: x + cell - gap, y: head + ROW * row, y2: head + ROW * (row + 1) - 1 },
        fill: step === null ? theme.paper : theme.low[step]!,
        stroke: 'transparent',
        words: told,
        row,
        column: i,
        word: {
          x: x + cell / 2,
          y: middle(row),
          text,
          fill: step === null ? theme.ink2 : theme.lowInks[step]!,
        },
      };
    }),
  );
  return pixelChart(
    [
      boxes(placed.map(({ word: _, ...box }) => box)),
      words(cell < NUMBERED ? [] : placed.map(({ word }) => word), { align: 'center' }),
      words(
        grid.down.map(({ name }, row) => ({ x: 0, y: middle(row), text: name, fill: theme.ink })),
        { limit: left - GAP },
      ),
      words(
        grid.down.map(({ all }, row) => ({ x: width, y: middle(row), text: all, fill: theme.ink2 })),
        { align: 'right' },
      ),
      words([{ x: width, y: head - GAP, text: grid.all, fill: theme.ink2 }], { align: 'right' }),
      headLayer(grid, theme, layoutOf(grid, width), end),
    ],
    { width, height: sharesHeight(grid, width) },
    theme,
  );
}

function headLayer(grid: ShareGrid, theme: ChartTheme, layout: ShareLayout, end: number) {
  const { left, cell, head, upright } = layout;
  const all = grid.across.map((text, i) => ({
    x: left + cell * (i + 0.5),
    y: head - GAP,
    text,
    fill: theme.ink,
  }));
  const values =
    upright || !grid.inOrder ? all : spacedWords(all).filter(({ x, text }) => x + widthOf([text]) / 2 <= end);
  return {
    data: { values },
    mark: {
      type: 'text',
      baseline: 'middle',
      fontSize: 12,
      ...(upright
        ? { angle: -90, align: 'left', limit: head - GAP }
        : { align: 'center', ...(!grid.inOrder && { limit: cell - 4 }) }),
    },
    encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text' }, fill: literal('fill') },
  };
}
