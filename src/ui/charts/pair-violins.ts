import type { TopLevelSpec } from 'vega-lite';
import type { Box } from '../../engine/index';
import { literal, pixels } from './map-look';
import { pixelChart, widthOf } from './pixel-chart';
import { rowPlaces, type BoxSteps } from './pair-boxes';
import type { PlanePlaces } from './plane-places';
import { lines, words } from './plain-marks';
import type { ChartTheme } from './theme';
import { valueScale, worded } from './value-scale';

const ROW = 56;
const HEAD = 8;
const FOOT = 36;
const HALF = 22;
const WIDEST = 0.36;
const GAP = 14;
const RIGHT = 16;
const TICKS_APART = 72;

export interface NamedViolin {
  label: string;
  box: Box;
  /** Null where a group has no shape: its box is drawn alone. */
  density: readonly { value: number; density: number }[] | null;
  words: string;
  /** Stands for several values together. */
  rest: boolean;
}

export const pairViolinsHeight = (rows: readonly NamedViolin[]): number =>
  HEAD + ROW * Math.max(1, rows.length) + FOOT;

const leftOf = (rows: readonly NamedViolin[], width: number): number =>
  Math.min(width * WIDEST, widthOf(rows.map(({ label }) => label)) + GAP);

/** Where the rows of the violins lie, and the steps of their numbers. */
export const pairViolinsPlaces = (
  rows: readonly NamedViolin[],
  width: number,
  steps: BoxSteps | null = null,
): PlanePlaces =>
  rowPlaces({ rows: rows.length, row: ROW, head: HEAD }, [leftOf(rows, width), width - RIGHT], steps);

/** A lying violin for each value of a category, each as high as its own peak; in it the middle half and the median. */
export function pairViolinsSpec(
  rows: readonly NamedViolin[],
  tick: (value: number) => string,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const left = leftOf(rows, width);
  const range = [Math.min(...rows.map(({ box }) => box.low)), Math.max(...rows.map(({ box }) => box.high))] as const;
  const { place, ticks: all } = valueScale(range, false, [left, width - RIGHT], TICKS_APART);
  const ticks = worded(all, tick);
  const bottom = HEAD + ROW * rows.length;
  const placed = rows.map((row, i) => ({ ...row, y: HEAD + ROW * (i + 0.5), colour: row.rest ? theme.context : theme.data }));
  const shapes = placed.flatMap(({ density, y, colour, words: told }, group) => {
    const peak = Math.max(...(density ?? []).map(({ density: at }) => at));
    return (density ?? []).map(({ value, density: at }) => {
      const half = peak > 0 ? (at / peak) * HALF : 0;
      return { group, x: place(value), y: y - half, y2: y + half, fill: colour, words: told };
    });
  });
  return pixelChart(
    [
      lines(ticks.map(({ value }) => ({ x: place(value), x2: place(value), y: HEAD, y2: bottom, stroke: theme.line })), 1),
      words(ticks.map(({ value, text }) => ({ x: place(value), y: bottom + 16, text, fill: theme.ink2 })), { align: 'center' }),
      words(placed.map(({ label, y }) => ({ x: 0, y, text: label, fill: theme.ink })), { limit: left - GAP }),
      {
        data: { values: shapes },
        mark: { type: 'area', opacity: 0.55, line: false },
        encoding: { x: pixels('x'), y: pixels('y'), y2: { field: 'y2' }, fill: literal('fill'), detail: { field: 'group' }, tooltip: { field: 'words' } },
      },
      lines(placed.map(({ box, y, density, colour }) => ({ x: place(box.low), x2: place(box.high), y, y2: y, stroke: density ? theme.ink : colour })), 1),
      lines(placed.map(({ box, y }) => ({ x: place(box.lower), x2: place(box.upper), y, y2: y, stroke: theme.ink })), 5),
      lines(placed.map(({ box, y }) => ({ x: place(box.median), x2: place(box.median), y: y - 7, y2: y + 7, stroke: theme.ink })), 2.5),
    ],
    { width, height: pairViolinsHeight(rows) },
    theme,
  );
} // prettier-ignore
