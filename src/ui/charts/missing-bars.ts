import type { TopLevelSpec } from 'vega-lite';
import { pixelChart } from './pixel-chart';
import { boxes, words } from './plain-marks';
import type { BrushPlaces } from './brush-places';
import { fittedNames, widthOf } from './text-width';
import type { ChartTheme } from './theme';

const CELL = 16;
const GAP = 12;
const NAMES = 120;
const WIDEST = 0.5;
/** Names side by side are not to touch. */
const NAME = 13;
const LEAST_BARS = 96;

/** Columns that are blank in the same rows, and in how many. */
export interface BlankPattern {
  columns: ReadonlySet<string>;
  rows: number;
  text: string;
  words: string;
}

export const patternsHeight = (names: readonly string[], patterns: readonly BlankPattern[]): number =>
  Math.min(NAMES, widthOf(names) + GAP) + (CELL + 4) * patterns.length + 4;

/** As wide as it is drawn: wider than there is room where columns are many. */
export const patternsWidth = (
  names: readonly string[],
  patterns: readonly BlankPattern[],
  width: number,
): number => Math.max(width, Math.min(1, patterns.length) * (NAME * names.length + GAP + LEAST_BARS));

interface Layout {
  head: number;
  cell: number;
  left: number;
  top: (i: number) => number;
  end: (rows: number) => number;
}

function layoutOf(names: readonly string[], patterns: readonly BlankPattern[], width: number): Layout {
  const head = Math.min(NAMES, widthOf(names) + GAP);
  const cell = Math.max(NAME, Math.min(CELL + 8, (width * WIDEST) / Math.max(1, names.length)));
  const left = cell * names.length + GAP;
  const room = Math.max(40, width - left - widthOf(patterns.map(({ text }) => text)) - GAP);
  const most = Math.max(1, ...patterns.map(({ rows }) => rows));
  return {
    head,
    cell,
    left,
    top: (i) => head + (CELL + 4) * i,
    end: (rows) => left + Math.max(1, (rows / most) * room),
  };
}

/** Where the bars stand. */
export function patternsPlaces(
  names: readonly string[],
  patterns: readonly BlankPattern[],
  width: number,
): BrushPlaces {
  const { left, top, end } = layoutOf(names, patterns, width);
  const bars = patterns.map(({ rows }, i) => ({ x: left, x2: end(rows), y: top(i), y2: top(i) + CELL }));
  return { grow: 'right', bars };
}

/** A row for each pattern: a dark cell where a column is blank, and a bar of how many rows have it. */
export function patternsSpec(
  names: readonly string[],
  patterns: readonly BlankPattern[],
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const { head, cell, left, top, end } = layoutOf(names, patterns, width);
  return pixelChart(
    [
      { ...words(fittedNames(names, head - GAP).map((text, i) => ({ x: cell * (i + 0.5), y: head - 6, text, fill: theme.ink }))), mark: { type: 'text', angle: -90, align: 'left', baseline: 'middle', fontSize: 12 } },
      boxes(patterns.flatMap(({ columns, words: told }, i) => names.map((name, c) => ({ x: cell * c, x2: cell * (c + 1) - 2, y: top(i), y2: top(i) + CELL, fill: columns.has(name) ? theme.ink : theme.line, stroke: 'transparent', words: told })))),
      boxes(patterns.map(({ rows, words: told }, i) => ({ x: left, x2: end(rows), y: top(i), y2: top(i) + CELL, fill: theme.data, stroke: 'transparent', words: told }))),
      words(patterns.map(({ rows, text }, i) => ({ x: end(rows) + 6, y: top(i) + CELL / 2, text, fill: theme.ink2 }))),
    ],
    { width, height: patternsHeight(names, patterns) },
    theme,
  );
} // prettier-ignore
