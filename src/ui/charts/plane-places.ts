import type { BrushPlaces } from './brush-places';

/** From one place to another, in pixels. */
export type Span = readonly [from: number, to: number];

/** How high the strip below a picture is that its columns are chosen by. */
export const STRIP = 24;

/** Where the groups of a picture of two columns stand that rows can be chosen by. */
export interface PlanePlaces {
  /** From the left, and from the top. */
  across: readonly Span[];
  down: readonly Span[];
  /** Where the axes can be taken by themselves: how high the one below or above lies, how wide the one beside; null for none. */
  strips: { across: Span | null; down: Span | null };
  /** Where the cells lie from the left, where rows are chosen in finer steps than that. */
  cells?: readonly Span[];
  /** Where each row has a point of its own. */
  points?: readonly { x: number; y: number }[];
}

/** How strongly the selected rows of a cell are seen, in so many steps. */
const STEPS = 5;
const THICK = 3;
const INSET = 3;
const round = (value: number): number => Number(value.toFixed(1));

/** Points of a line as columns to choose by, from halfway to halfway. */
export function lineAsPlane(places: Extract<BrushPlaces, { grow: 'line' }>): PlanePlaces {
  const { points, ground } = places;
  const between = (i: number) => (points[i]!.x + points[i + 1]!.x) / 2;
  const half = points.length > 1 ? (points[1]!.x - points[0]!.x) / 2 : 12;
  const across = points.map(({ x }, i): Span => [
    i === 0 ? x - half : between(i - 1),
    i === points.length - 1 ? x + half : between(i),
  ]);
  return { across, down: [[0, ground]], strips: { across: [ground, ground + STRIP], down: null } };
}

/** Which span is nearest. */
export function nearestSpan(spans: readonly Span[], at: number): number {
  const distances = spans.map(([from, to]) => Math.max(from - at, at - to, 0));
  return distances.indexOf(Math.min(...distances));
}

/** Cells with selected rows as paths, from the faintest to the strongest; `counts` row by row from the top. */
export function cellPaths(places: PlanePlaces, counts: readonly number[]): string[] {
  const { across, down } = cellsOf(places);
  const paths = new Array<string>(STEPS).fill('');
  const most = Math.max(1, ...counts);
  counts.forEach((count, at) => {
    if (count <= 0) return;
    const [[x, x2], [y, y2]] = [across[at % across.length]!, down[Math.floor(at / across.length)]!];
    // The root of the logarithm's share: a cell with one row is still seen.
    const part = Math.sqrt(Math.log1p(count) / Math.log1p(most));
    const step = Math.min(STEPS - 1, Math.floor(part * STEPS));
    paths[step] += `M${round(x)} ${round(y)}H${round(x2)}V${round(y2)}H${round(x)}z`;
  });
  return paths;
}

/** A line at the foot of each cell, as long as the share of its rows that is selected. */
export function sharePath(places: PlanePlaces, shares: readonly number[]): string {
  const { across, down } = cellsOf(places);
  return shares
    .map((share, at) => {
      if (!(share > 0)) return '';
      const [[x, x2], [, y2]] = [across[at % across.length]!, down[Math.floor(at / across.length)]!];
      const wide = Math.max(1, (x2 - x - 2 * INSET) * share);
      return `M${round(x + INSET)} ${round(y2 - THICK)}h${round(wide)}v${THICK}h-${round(wide)}z`;
    })
    .join('');
}

const cellsOf = ({ across, down, cells }: PlanePlaces) => ({ across: cells ?? across, down });

/** A dot on each point that is marked, drawn by round ends. */
export const pointsPath = ({ points = [] }: PlanePlaces, marks: ArrayLike<number>): string =>
  points.map(({ x, y }, i) => (marks[i] ? `M${round(x)} ${round(y)}h0` : '')).join('');
