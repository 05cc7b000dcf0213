import { fromEndToEnd, literal, literalNumber, pixels } from './map-look';
import { fitted } from './text-width';
import type { ChartTheme } from './theme';

/** Layers of marks placed in pixels, which every picture of segments is made of. */
type Datum = Readonly<Record<string, unknown>>;

interface Ends {
  x: number;
  y: number;
  x2: number;
  y2: number;
}

export interface LineMark extends Ends {
  stroke: string;
}
export const lines = (values: readonly LineMark[], strokeWidth: number, dash?: readonly number[]) => ({
  data: { values },
  mark: { type: 'rule', strokeWidth, ...(dash && { strokeDash: dash }) },
  encoding: {
    ...fromEndToEnd,
    stroke: literal('stroke'),
  },
});

export interface BoxMark extends Ends {
  fill: string;
  stroke: string;
  /** What is said of it on hover; the segment it picks. */
  words?: string;
  id?: number;
}
export const boxes = (values: readonly BoxMark[], strokeWidth = 0) => ({
  data: { values },
  mark: { type: 'rect', strokeWidth, ...(values.some(({ id }) => id) && { cursor: 'pointer' }) },
  encoding: {
    ...fromEndToEnd,
    fill: literal('fill'),
    stroke: literal('stroke'),
    ...(values.some(({ words }) => words) && { tooltip: { field: 'words' } }),
  },
});

export interface WordMark extends Datum {
  x: number;
  y: number;
  text: string;
  fill: string;
}
export const words = (
  values: readonly WordMark[],
  look: { align?: 'left' | 'center' | 'right'; fontWeight?: number; fontSize?: number; limit?: number } = {},
) => ({
  data: { values },
  mark: { type: 'text', baseline: 'middle', align: 'left', ...look },
  encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text' }, fill: literal('fill') },
});

/** What is measured along an axis: below its right end, or from the left where it is too long. */
export const axisName = (name: string, y: number, right: number, theme: ChartTheme) =>
  words([{ x: right, y, text: fitted(name, right * BOLDER), fill: theme.ink }], {
    align: 'right',
    fontWeight: 600,
  });
/** Widths are those of a lighter weight. */
const BOLDER = 0.97;

export interface CellMark extends Ends {
  fill: string;
  opacity: number;
  words?: string;
}
/** Cells of a picture that is counted in cells, each as dark as it is full. */
export const shadedCells = (values: readonly CellMark[]) => ({
  data: { values },
  mark: { type: 'rect' },
  encoding: {
    ...fromEndToEnd,
    fill: literal('fill'),
    opacity: literalNumber('opacity'),
    tooltip: { field: 'words' },
  },
});
