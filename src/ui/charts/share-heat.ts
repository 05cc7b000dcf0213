import type { TopLevelSpec } from 'vega-lite';
import { headLines, headNames, type HeadNames } from './head-names';
import { pixelChart, spacedWords } from './pixel-chart';
import { boxes, words } from './plain-marks';
import { rowNames, type RowNames } from './row-names';
import { widthOf } from './text-width';
import type { ChartTheme } from './theme';

const ROW = 28;
const GAP = 12;
const WIDEST_NAMES = 0.34;
/** Cells as wide as this have room for their number. */
const NUMBERED = 26;
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
  names: RowNames;
  /** Null where periods follow each other: not each needs its name. */
  heads: HeadNames | null;
  head: number;
  cell: number;
  end: number;
  /** How high a row is, with the name above its cells. */
  row: number;
}

function layoutOf({ down, across, all, inOrder }: ShareGrid, width: number): ShareLayout {
  const names = rowNames(
    down.map(({ name }) => name),
    width,
    { widest: WIDEST_NAMES, gap: GAP },
  );
  const end = width - widthOf([all, ...down.map((one) => one.all)]) - GAP;
  const cell = (end - names.left) / Math.max(1, across.length);
  const heads = inOrder ? null : headNames(across, cell);
  return { names, heads, head: heads?.height ?? 28, cell, end, row: ROW + names.above };
}

export function sharesHeight(grid: ShareGrid, width: number): number {
  const { head, row } = layoutOf(grid, width);
  return head + row * Math.max(1, grid.down.length) + 2;
}

/** The cell in a row and a column, from 0. */
export function sharePlace(grid: ShareGrid, width: number, row: number, column: number) {
  const { names, head, cell, row: high } = layoutOf(grid, width);
  const y = head + high * row + names.above;
  return { x: names.left + cell * column, y, width: Math.max(1, cell - 1), height: ROW - 1 };
}

/** 0 for nothing, 1 to 5 in even steps up to the greatest share of all. */
export const shareStep = (share: number, most: number): number =>
  share > 0 ? Math.max(1, Math.min(STEPS, Math.ceil((share / most) * STEPS - 1e-9))) : 0;

/** Shares in cells, a row for each name, with the share of all rows at its end. */
export function sharesSpec(grid: ShareGrid, theme: ChartTheme, width: number): TopLevelSpec {
  const layout = layoutOf(grid, width);
  const { head, cell, row: high } = layout;
  const { left, above, texts } = layout.names;
  const most = Math.max(...grid.down.flatMap(({ cells }) => cells.map(({ share }) => share ?? 0)));
  const gap = cell > 6 ? 1 : 0;
  const top = (row: number) => head + high * row + above;
  const middle = (row: number) => top(row) + ROW / 2;
  const placed = grid.down.flatMap(({ cells }, row) =>
    cells.map(({ share, text, words: told }, i) => {
      const step = share === null ? null : shareStep(share, most);
      const x = left + cell * i;
      return {
        ...{ x, x2: x + cell - gap, y: top(row), y2: top(row) + ROW - 1 },
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
        texts.map((text, row) => ({
          ...{ x: 0, text, fill: theme.ink },
          y: above > 0 ? top(row) - above / 2 + 2 : middle(row),
        })),
      ),
      words(
        grid.down.map(({ all }, row) => ({ x: width, y: middle(row), text: all, fill: theme.ink2 })),
        { align: 'right' },
      ),
      words([{ x: width, y: head - GAP, text: grid.all, fill: theme.ink2 }], { align: 'right' }),
      layout.heads
        ? headLines(layout.heads, (i) => left + cell * (i + 0.5), theme)
        : periodLayer(grid, theme, layout),
    ],
    { width, height: sharesHeight(grid, width) },
    theme,
  );
}

function periodLayer({ across }: ShareGrid, theme: ChartTheme, { names, cell, head, end }: ShareLayout) {
  const all = across.map((text, i) => ({
    x: names.left + cell * (i + 0.5),
    y: head - GAP,
    text,
    fill: theme.ink,
  }));
  return words(
    spacedWords(all).filter(({ x, text }) => x + widthOf([text]) / 2 <= end),
    { align: 'center' },
  );
}
