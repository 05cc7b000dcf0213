import type { TopLevelSpec } from 'vega-lite';
import { literal, pixels } from './map-look';
import { pixelChart } from './pixel-chart';
import { boxes, words } from './plain-marks';
import type { SquarePlace } from './square-place';
import { fittedNames, widthOf } from './text-width';
import type { ChartTheme } from './theme';

const STEPS = 7;
const WIDEST_NAMES = 0.34;
const GREATEST = 44;
/** Cells have a name beside and above them, which is not to touch the next. */
const LEAST = 12;
/** What names keep where there are many columns. */
const LEAST_NAMES = 96;
const SIZE = 12;
/** Cells as wide as this have room for their number. */
const NUMBERED = 34;
const GAP = 10;

/** A cell of the heat map: how far one column goes with another, −1 to 1. */
export interface HeatSquare {
  a: string;
  b: string;
  value: number | null;
  /** In the cell, where it has room. */
  text: string;
  words: string;
}

interface Layout {
  left: number;
  top: number;
  cell: number;
}

function layoutOf(names: readonly string[], width: number): Layout {
  const cells = LEAST * names.length;
  const room = Math.min(
    widthOf(names) + GAP,
    Math.max(LEAST_NAMES, Math.min(width * WIDEST_NAMES, width - cells)),
  );
  const cell = Math.max(LEAST, Math.min(GREATEST, Math.floor((width - room) / Math.max(1, names.length))));
  return { left: room, top: Math.min(120, widthOf(names) + GAP), cell };
}

/** As wide as it is drawn: wider than there is room where columns are many. */
export function associationWidth(names: readonly string[], width: number): number {
  const { left, cell } = layoutOf(names, width);
  return Math.max(width, left + cell * names.length);
}

export function associationHeight(names: readonly string[], width: number): number {
  const { top, cell } = layoutOf(names, width);
  return top + cell * names.length + 2;
}

/** The square in a row and a column, from 0. */
export function associationPlace(
  names: readonly string[],
  width: number,
  row: number,
  column: number,
): SquarePlace {
  const { left, top, cell } = layoutOf(names, width);
  return { x: left + cell * column, y: top + cell * row, size: cell - 1 };
}

/** 0 for −1 to 6 for 1; 3 is nothing. */
export const associationStep = (value: number): number =>
  Math.max(0, Math.min(STEPS - 1, Math.floor(((value + 1) / 2) * STEPS)));

/** Every column beside every other one, those alike side by side; a column beside itself is left pale. */
export function associationSpec(
  names: readonly string[],
  squares: readonly HeatSquare[],
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const { left, top, cell } = layoutOf(names, width);
  const at = new Map(names.map((name, i) => [name, i]));
  const middle = (i: number) => top + cell * (i + 0.5);
  const beside = fittedNames(names, left - GAP);
  const placed = squares.map((square) => ({
    ...square,
    x: left + cell * at.get(square.b)!,
    y: top + cell * at.get(square.a)!,
    step: square.value === null ? null : associationStep(square.value),
  }));
  const own = names.map((_, i) => ({ x: left + cell * i, y: top + cell * i, fill: theme.line }));
  const box = (x: number, y: number) => ({ x, y, x2: x + cell - 1, y2: y + cell - 1, stroke: 'transparent' });
  return pixelChart(
    [
      boxes(own.map(({ x, y, fill }) => ({ ...box(x, y), fill }))),
      {
        ...boxes(
          placed.map(({ x, y, step, ...square }) => ({
            ...square,
            ...box(x, y),
            fill: step === null ? theme.paper : theme.heat[step]!,
          })),
        ),
        mark: { type: 'rect', cursor: 'pointer' },
      },
      words(
        cell < NUMBERED
          ? []
          : placed.flatMap(({ x, y, step, text }) =>
              step === null ? [] : [{ x: x + cell / 2, y: y + cell / 2, text, fill: theme.heatInks[step]! }],
            ),
        { align: 'center', fontSize: 12 },
      ),
      words(
        beside.map((text, i) => ({ x: left - GAP, y: middle(i), text, fill: theme.ink })),
        { align: 'right', fontSize: SIZE },
      ),
      {
        data: {
          values: fittedNames(names, top - GAP).map((text, i) => ({
            x: left + cell * (i + 0.5),
            y: top - GAP,
            text,
            fill: theme.ink,
          })),
        },
        mark: {
          type: 'text',
          angle: -90,
          align: 'left',
          baseline: 'middle',
          fontSize: SIZE,
        },
        encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text' }, fill: literal('fill') },
      },
    ],
    { width, height: associationHeight(names, width) },
    theme,
  );
}
