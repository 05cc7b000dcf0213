import type { TopLevelSpec } from 'vega-lite';
import type { PairMatrix } from '../../engine/index';
import { associationStep } from './association-heat';
import { GAP, namesOf, PAD } from './pair-matrix';
import { pixelChart } from './pixel-chart';
import { boxes, shadedCells, words } from './plain-marks';
import { fittedNames, widthOf } from './text-width';
import type { ChartTheme } from './theme';

const TWO_FROM = 640;
const BETWEEN = 32;
const WIDEST = 480;
const NAME = 28;
const BELOW = 24;
/** Squares smaller than this have smaller letters. */
const SMALL = 96;
/** Names are bold and of 13 px, wider than words of an axis. */
const BOLD = 13.4;

/** The matrix of a group, and what is said of it. */
export interface MatrixPanel {
  name: string;
  /** At the right of the name. */
  side: string;
  matrix: PairMatrix;
}

export interface MatrixPanelWords {
  value: (square: PairMatrix['squares'][number]) => string;
  told: (panel: number, square: PairMatrix['squares'][number]) => string;
}

const acrossOf = (panels: number, width: number): number => Math.min(panels, width > TWO_FROM ? 2 : 1);
const wideOf = (panels: number, width: number): number => {
  const across = acrossOf(panels, width);
  return Math.min(WIDEST, (width - BETWEEN * (across - 1)) / across);
};

export const matrixGroupsHeight = (panels: number, width: number): number =>
  Math.ceil(panels / acrossOf(panels, width)) * (NAME + wideOf(panels, width) + BELOW) - BELOW;

/** A scatter matrix for each group in the same cells; the cells of all rows lie pale behind its own. */
export function matrixGroupsSpec(
  panels: readonly MatrixPanel[],
  whole: PairMatrix,
  said: MatrixPanelWords,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const wide = wideOf(panels.length, width);
  const perRow = acrossOf(panels.length, width);
  const { columns, bins } = whole;
  const side = (wide - GAP * (columns.length - 1)) / columns.length;
  const placed = panels.map((panel, at) => ({
    ...panel,
    at,
    left: (at % perRow) * (wide + BETWEEN),
    top: Math.floor(at / perRow) * (NAME + wide + BELOW) + NAME,
  }));
  type Placed = (typeof placed)[number];
  type Square = PairMatrix['squares'][number];
  const start = (place: number) => place * (side + GAP);
  const squareAt = ({ left, top }: Placed, column: number, row: number) => ({
    ...{ x: left + start(column), x2: left + start(column) + side },
    ...{ y: top + start(row), y2: top + start(row) + side },
  });
  const cellsIn = (panel: Placed, { across, up, cells }: Square) => {
    const { x: left, y2: bottom } = squareAt(panel, across, up);
    const [w, h] = [(side - 2 * PAD) / bins[across]!, (side - 2 * PAD) / bins[up]!];
    return cells.map(({ x, y, count }) => ({
      ...{ x: left + PAD + x * w, x2: left + PAD + (x + 1) * w },
      ...{ y: bottom - PAD - (y + 1) * h, y2: bottom - PAD - y * h, count },
    }));
  };
  const squares = placed.flatMap((panel) => panel.matrix.squares.map((square) => ({ panel, square })));
  const own = squares.flatMap(({ panel, square }) => {
    const cells = cellsIn(panel, square);
    const most = Math.max(1, ...cells.map(({ count }) => count));
    return cells.map(({ count, ...ends }) => ({
      ...ends,
      fill: theme.data,
      opacity: 0.25 + 0.75 * Math.sqrt(Math.log1p(count) / Math.log1p(most)),
      words: said.told(panel.at, square),
    }));
  });
  const behind = placed.flatMap((panel) =>
    whole.squares.flatMap((square) =>
      cellsIn(panel, square).map(({ count: _, ...ends }) => ({ ...ends, fill: theme.line, opacity: 0.6 })),
    ),
  );
  const fillOf = ({ association: { value } }: Square) =>
    value === null ? theme.paper : theme.heat[associationStep(value)]!;
  const inkOf = ({ association: { value } }: Square) =>
    value === null ? theme.ink2 : theme.heatInks[associationStep(value)]!;
  const frames = squares.flatMap(({ panel, square }) => {
    const marked = { stroke: theme.line, words: said.told(panel.at, square) };
    return [
      { ...squareAt(panel, square.across, square.up), fill: theme.paper, ...marked },
      { ...squareAt(panel, square.up, square.across), fill: fillOf(square), ...marked },
    ];
  });
  const middle = (place: number) => start(place) + side / 2;
  const fontSize = side < SMALL ? 12 : 13;
  const names = fittedNames(
    panels.map(({ name }) => name),
    wide - widthOf(panels.map(({ side: text }) => text)) - GAP,
    BOLD,
  );
  return pixelChart(
    [
      boxes(frames, 1),
      shadedCells(behind),
      shadedCells(own),
      words(
        squares.map(({ panel, square }) => ({
          ...{ x: panel.left + middle(square.up), y: panel.top + middle(square.across) },
          ...{ text: said.value(square), fill: inkOf(square) },
        })),
        { align: 'center', fontSize: fontSize + 1, fontWeight: 600 },
      ),
      words(
        placed.flatMap(({ left, top }) =>
          namesOf(columns, side, fontSize, middle, theme).map((name) => ({
            ...name,
            ...{ x: left + name.x, y: top + name.y },
          })),
        ),
        { align: 'center', fontSize },
      ),
      words(
        placed.map(({ at, left, top }) => ({ x: left, y: top - 14, text: names[at]!, fill: theme.ink })),
        { fontSize: 13, fontWeight: 600 },
      ),
      words(
        placed.map(({ side: text, left, top }) => ({ x: left + wide, y: top - 14, text, fill: theme.ink2 })),
        { align: 'right' },
      ),
    ],
    { width, height: matrixGroupsHeight(panels.length, width) },
    theme,
  );
}
