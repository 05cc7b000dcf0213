import type { ColumnPicture } from '../overview-of';

type Histogram = Extract<ColumnPicture, { shape: 'histogram' }>;

/**
 * How many bars a picture has, in this order: of a histogram the lower tail, its bins, the upper tail (the tails even where
 * they are empty); of values one each, then all others; of time one a period.
 */
export function barsIn(picture: ColumnPicture): number {
  switch (picture.shape) {
    case 'histogram':
      return picture.counts.length + 2;
    case 'bars':
      return picture.bars.length + 1;
    case 'time':
      return picture.starts.length;
    case 'none':
      return 0;
  }
}

/** Where the bins of a histogram begin and end, one more than there are bins, without the dust of binary fractions. */
export function edgesIn({ from, to, counts }: Pick<Histogram, 'from' | 'to' | 'counts'>): Float64Array {
  const bins = counts.length;
  const edges = new Float64Array(bins + 1);
  for (let i = 0; i < bins; i++) {
    // Parts of each, for the distance of two numbers may be greater than any number.
    const edge = from * (1 - i / bins) + to * (i / bins);
    edges[i] = i === 0 ? from : Number(edge.toPrecision(12));
  }
  edges[bins] = to;
  return edges;
}
