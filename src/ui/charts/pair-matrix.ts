import type { TopLevelSpec } from 'vega-lite';
import type { PairMatrix } from '../../engine/index';
import { associationStep } from './association-heat';
import { fromEndToEnd, literal, literalNumber } from './map-look';
import { pixelChart } from './pixel-chart';
import { words } from './plain-marks';
import { wrapped } from './text-width';
import type { SquarePlace } from './square-place';
import type { ChartTheme } from './theme';

export const GAP = 6;
const WIDEST = 640;
export const PAD = 4;
/** Names are bolder than widths are counted for. */
const THINNER = 0.96;

/** A square of the matrix in words. */
export interface MatrixWords {
  value: (square: PairMatrix['squares'][number]) => string;
  told: (square: PairMatrix['squares'][number]) => string;
}

const sideOf = (columns: number, width: number): number =>
  (Math.min(WIDEST, width) - GAP * (columns - 1)) / columns;

export const matrixHeight = (width: number): number => Math.min(WIDEST, width);

/** The square in a row and a column, from 0. */
export function matrixPlace(columns: number, width: number, row: number, column: number): SquarePlace {
  const size = sideOf(columns, width);
  return { x: column * (size + GAP), y: row * (size + GAP), size };
}

/** Names along the diagonal, the rows of each two below it, their coefficient above it. */
export function matrixSpec(
  { columns, squares, bins }: PairMatrix,
  said: MatrixWords,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const side = sideOf(columns.length, width);
  const start = (place: number) => place * (side + GAP);
  const named = squares.map((square) => ({
    ...square,
    a: columns[square.across]!,
    b: columns[square.up]!,
    value: square.association.value,
    text: said.value(square),
    words: said.told(square),
  }));
  const paper = named.map(({ a, b, words: told, across, up }) => ({
    ...{ a, b, words: told, x: start(across), x2: start(across) + side, y: start(up), y2: start(up) + side },
    ...{ fill: theme.paper, stroke: theme.line, opacity: 1 },
  }));
  const numbers = named.map(({ a, b, words: told, across, up, value }) => ({
    ...{ a, b, words: told, x: start(up), x2: start(up) + side, y: start(across), y2: start(across) + side },
    ...{
      fill: value === null ? theme.paper : theme.heat[associationStep(value)]!,
      stroke: theme.line,
      opacity: 1,
    },
  }));
  const cells = named.flatMap(({ a, b, words: told, across, up, cells: own }) => {
    const most = Math.max(...own.map(({ count }) => count));
    const [wide, high] = [(side - 2 * PAD) / bins[across]!, (side - 2 * PAD) / bins[up]!];
    const [left, bottom] = [start(across) + PAD, start(up) + side - PAD];
    return own.map(({ x, y, count }) => ({
      ...{ a, b, words: told, x: left + x * wide, x2: left + (x + 1) * wide },
      ...{ y: bottom - (y + 1) * high, y2: bottom - y * high, fill: theme.data, stroke: 'transparent' },
      opacity: 0.2 + 0.8 * Math.sqrt(Math.log1p(count) / Math.log1p(most)),
    }));
  });
  const middle = (place: number) => start(place) + side / 2;
  const size = side < 110 ? 12 : 14;
  return pixelChart(
    [
      pickable([...paper, ...numbers], 1),
      pickable(cells, 0),
      {
        ...words(
          named.map(({ a, b, across, up, value, text }) => ({
            ...{ a, b, text, x: middle(up), y: middle(across) },
            fill: value === null ? theme.ink2 : theme.heatInks[associationStep(value)]!,
          })),
        ),
        mark: {
          type: 'text',
          baseline: 'middle',
          align: 'center',
          fontSize: size + 2,
          fontWeight: 600,
          cursor: 'pointer',
        },
      },
      words(namesOf(columns, side, size, middle, theme), {
        align: 'center',
        fontSize: size,
        fontWeight: 600,
      }),
    ],
    { width, height: matrixHeight(width) },
    theme,
  );
}

/** Each column in the middle of its square, on as many lines as it needs and has room for. */
export function namesOf(
  columns: readonly string[],
  side: number,
  size: number,
  middle: (place: number) => number,
  theme: ChartTheme,
) {
  const high = size + 4;
  const most = Math.max(1, Math.floor((side - 2 * PAD) / high));
  return columns.flatMap((column, i) => {
    const lines = wrapped(column, (side - 2 * PAD) * THINNER, most, size);
    const first = middle(i) - ((lines.length - 1) * high) / 2;
    return lines.map((text, line) => ({ x: middle(i), y: first + line * high, text, fill: theme.ink }));
  });
}

const pickable = (values: readonly Record<string, unknown>[], strokeWidth: number) => ({
  data: { values },
  mark: { type: 'rect', strokeWidth, cursor: 'pointer' },
  encoding: {
    ...fromEndToEnd,
    fill: literal('fill'),
    stroke: literal('stroke'),
    opacity: literalNumber('opacity'),
    tooltip: { field: 'words' },
  },
});
