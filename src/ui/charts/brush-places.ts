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
  | { grow: 'line'; points: readonly { x: number; y: number }[]; ground: number };

const LEAST = 1;
const round = (value: number): number => Number(value.toFixed(1));

/** The chart as it lies below a selection; a line paler than the axis would be lost. */
export const paled = (theme: ChartTheme, { grow }: Pick<BrushPlaces, 'grow'>): ChartTheme => {
  const pale = grow === 'line' ? theme.context : theme.line;
  return { ...theme, data: pale, context: pale };
};

/** Which group is nearest to a place. */
export function nearestGroup(places: BrushPlaces, x: number, y: number): number {
  const distances =
    places.grow === 'line'
      ? places.points.map((point) => Math.abs(point.x - x))
      : places.bars.map((bar) => {
          const [from, to, at] = places.grow === 'up' ? [bar.x, bar.x2, x] : [bar.y, bar.y2, y];
          return Math.max(from - at, at - to, 0);
        });
  return distances.indexOf(Math.min(...distances));
}

/** The selected part of each mark as a path; `shares` of their rows, 0 to 1. */
export function selectedPath(places: BrushPlaces, shares: readonly number[]): string {
  if (places.grow === 'line') {
    const { points, ground } = places;
    return points
      .map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(ground - (ground - y) * shares[i]!)}`)
      .join('');
  }
  return places.bars
    .map(({ x, x2, y, y2 }, i) => {
      const share = shares[i]!;
      if (!(share > 0)) return '';
      if (places.grow === 'right')
        return `M${round(x)} ${round(y)}h${round(Math.max(LEAST, (x2 - x) * share))}v${round(y2 - y)}H${round(x)}z`;
      const height = round(Math.max(LEAST, (y2 - y) * share));
      return `M${round(x)} ${round(y2)}v-${height}h${round(x2 - x)}v${height}z`;
    })
    .join('');
}

/** Part of the rows of each group that is selected. */
export const sharesOf = (whole: readonly number[], selected: readonly number[]): number[] =>
  whole.map((rows, at) => (rows > 0 ? Math.min(1, selected[at]! / rows) : 0));
