import type { ChartTheme } from './theme';

/** Where a mark stands, in pixels. */
export interface Ends {
  x: number;
  x2: number;
  y: number;
  y2: number;
}

/** Where the marks of a chart stand that rows can be chosen by, in the order of their groups. */
export type BrushPlaces =
  /** Bars from the ground up, or from the left to the right. */
  | { grow: 'up' | 'right'; bars: readonly Ends[] }
  /** Points of a line over the ground. */
  | { grow: 'line'; points: readonly Point[]; ground: number }
  /** Points of shares that rise from the ground to the top. */
  | { grow: 'steps'; points: readonly Point[]; ground: number; top: number }
  /** Tiles that stand in any order, such as days of a calendar. */
  | { grow: 'tiles'; bars: readonly Ends[] };

interface Point {
  x: number;
  y: number;
}

const LEAST = 1;
const round = (value: number): number => Number(value.toFixed(1));

/** The chart as it lies below a selection; a line paler than the axis would be lost, and so would days without rows. */
export const paled = (theme: ChartTheme, { grow }: Pick<BrushPlaces, 'grow'>): ChartTheme => {
  const pale = grow === 'line' || grow === 'steps' ? theme.context : theme.line;
  const low = grow === 'tiles' ? theme.low.map((colour, step) => (step === 0 ? colour : pale)) : theme.low;
  return { ...theme, data: pale, context: pale, low };
};

/** Which group is nearest to a place. */
export function nearestGroup(places: BrushPlaces, x: number, y: number): number {
  const distances =
    'points' in places
      ? places.points.map((point) => Math.abs(point.x - x))
      : places.bars.map((bar) => distanceTo(bar, places.grow, x, y));
  return distances.indexOf(Math.min(...distances));
}

function distanceTo(bar: Ends, grow: BrushPlaces['grow'], x: number, y: number): number {
  const [across, down] = [Math.max(bar.x - x, x - bar.x2, 0), Math.max(bar.y - y, y - bar.y2, 0)];
  if (grow === 'tiles') return across + down;
  return grow === 'up' ? across : down;
}

/** The selected part of each mark as a path; `shares` of their rows, 0 to 1. */
export function selectedPath(places: BrushPlaces, shares: readonly number[]): string {
  switch (places.grow) {
    case 'line': {
      const { points, ground } = places;
      return points
        .map(
          ({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(ground - (ground - y) * shares[i]!)}`,
        )
        .join('');
    }
    case 'steps': {
      const { points, ground, top } = places;
      return points
        .map(
          ({ x }, i) =>
            `${i === 0 ? `M${round(x)} ${round(ground)}` : `H${round(x)}`}V${round(ground - (ground - top) * shares[i]!)}`,
        )
        .join('');
    }
    case 'right':
      return places.bars.map((bar, i) => partRight(bar, shares[i]!)).join('');
    case 'up':
    case 'tiles':
      return places.bars.map((bar, i) => partUp(bar, shares[i]!)).join('');
  }
}

function partRight({ x, x2, y, y2 }: Ends, share: number): string {
  if (!(share > 0)) return '';
  return `M${round(x)} ${round(y)}h${round(Math.max(LEAST, (x2 - x) * share))}v${round(y2 - y)}H${round(x)}z`;
}

function partUp({ x, x2, y, y2 }: Ends, share: number): string {
  if (!(share > 0)) return '';
  const height = round(Math.max(LEAST, (y2 - y) * share));
  return `M${round(x)} ${round(y2)}v-${height}h${round(x2 - x)}v${height}z`;
}

/** Part of the rows of each group that is selected. */
export const sharesOf = (whole: readonly number[], selected: readonly number[]): number[] =>
  whole.map((rows, at) => (rows > 0 ? Math.min(1, selected[at]! / rows) : 0));

/** Part of the selected rows that are in each group or one before it. */
export function risingShares(selected: readonly number[]): number[] {
  const all = Math.max(
    1,
    selected.reduce((sum, rows) => sum + rows, 0),
  );
  let before = 0;
  return selected.map((rows) => (before += rows) / all);
}
