import type { ColumnPicture } from '../overview-of';

/** A picture to choose bars of: that of a card, or a larger one. */
export type BrushPicture =
  | ColumnPicture
  /** Numbers between edges, of which each bar has its left one, the last both; what is below the first and above the last is a tail. */
  | { shape: 'edges'; edges: readonly number[] }
  /** Numbers up to each of some that rise, and what is above the last. */
  | { shape: 'steps'; ends: readonly number[] }
  /** So many days from one on, in ms at its beginning. */
  | { shape: 'days'; from: number; days: number }
  /** Dates by the day of the week, Monday first, and by the hour. */
  | { shape: 'weekdays' }
  | { shape: 'hours' };

/**
 * How many bars a picture has, in this order: of a histogram and of edges the lower tail, the bins, the upper tail (the
 * tails even where they are empty); of values one each, then all others; of time one a period. Blanks are the bar behind them.
 */
export function barsIn(picture: BrushPicture): number {
  switch (picture.shape) {
    case 'histogram':
      return picture.counts.length + 2;
    case 'edges':
      return picture.edges.length + 1;
    case 'steps':
      return picture.ends.length + 1;
    case 'bars':
      return picture.bars.length + 1;
    case 'time':
      return picture.starts.length;
    case 'days':
      return picture.days;
    case 'weekdays':
      return 7;
    case 'hours':
      return 24;
    case 'none':
      return 0;
  }
}

/** Equal bins from one number to another. */
export interface Bins {
  from: number;
  to: number;
  bins: number;
}

/** Where bins begin and end, one more than there are bins, without the dust of binary fractions. */
export function edgesIn({ from, to, bins }: Bins): Float64Array {
  const edges = new Float64Array(bins + 1);
  for (let i = 1; i < bins; i++) {
    // Parts of each, for the distance of two numbers may be greater than any number.
    edges[i] = Number((from * (1 - i / bins) + to * (i / bins)).toPrecision(12));
  }
  edges[0] = from;
  edges[bins] = to;
  return edges;
}

/**
 * Finds the bar of a number: 0 below the bins, `bins` + 1 above them. The upper end belongs to the last bin, unless a tail
 * begins there. What the edges say counts, not the rounding of a division.
 */
export function binFinder(of: Bins, tail: boolean): (value: number) => number {
  const edges = edgesIn(of);
  const { from, to, bins } = of;
  const perUnit = bins / (to - from);
  return (value) => {
    if (value < from) return 0;
    if (value > to || (tail && value === to)) return bins + 1;
    let bin = Math.min(bins - 1, Math.max(0, Math.floor((value - from) * perUnit) || 0));
    while (bin > 0 && value < edges[bin]!) bin--;
    while (bin < bins - 1 && value >= edges[bin + 1]!) bin++;
    return bin + 1;
  };
}
