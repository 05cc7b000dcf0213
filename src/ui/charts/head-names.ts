import { literal, pixels } from './map-look';
import { fittedNames, widthOf, wrapped } from './text-width';
import type { ChartTheme } from './theme';

const GAP = 12;
const LINE = 15;
const LINES = 3;
const LEAST = 28;
/** The tallest names that stand upright. */
const TALLEST = 130;
/** Names over columns as wide as this take several lines rather than stand upright. */
const READABLE = 96;

/** The names above columns that are equally wide. */
export interface HeadNames {
  /** How high they are, with the gap below them. */
  height: number;
  /** Whether they stand upright, for want of room. */
  upright: boolean;
  /** Of each column. */
  lines: readonly (readonly string[])[];
}

export function headNames(names: readonly string[], cell: number): HeadNames {
  const widest = widthOf(names);
  if (cell < READABLE && widest + 4 > cell) {
    const height = Math.min(TALLEST, widest + GAP);
    return { height, upright: true, lines: fittedNames(names, height - GAP).map((name) => [name]) };
  }
  const lines = names.map((name) => wrapped(name, cell - 6, LINES));
  const most = Math.max(1, ...lines.map(({ length }) => length));
  return { height: LEAST + LINE * (most - 1), upright: false, lines };
}

/** `middle` of each column, from the left. */
export function headLines(
  { height, upright, lines }: HeadNames,
  middle: (column: number) => number,
  theme: ChartTheme,
) {
  const values = lines.flatMap((own, column) =>
    own.map((text, i) => ({
      x: middle(column),
      y: height - GAP - LINE * (own.length - 1 - i),
      text,
      fill: theme.ink,
    })),
  );
  return {
    data: { values },
    mark: {
      type: 'text',
      baseline: 'middle',
      fontSize: 12,
      ...(upright ? { angle: -90, align: 'left' } : { align: 'center' }),
    },
    encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text' }, fill: literal('fill') },
  };
}
