import type { Pieces } from '../pieces';
import { boxOf, type Box } from '../stats/box';

/** One column looked at by segment: index 0 is all labelled rows, index i is segment i. Blanks are skipped. */
export interface SegmentValues {
  counts: Float64Array;
  means: Float64Array;
  medians: Float64Array;
  boxes: readonly Box[];
  /** Deviation over all labelled rows, divisor n. */
  deviation: number;
}

/** Figures of each of the parts, whose values rise (see `segmentParts`); NaN where a segment has no value. */
export function* segmentValues(parts: readonly Float64Array[]): Pieces<SegmentValues> {
  const means = Float64Array.from(parts, meanOf);
  yield;
  const squares = squaresOf(parts[0]!, means[0]!);
  const boxes = parts.map(boxOf);
  return {
    counts: Float64Array.from(parts, (part) => part.length),
    means,
    medians: Float64Array.from(boxes, ({ median }) => median),
    boxes,
    deviation: Math.sqrt(squares / parts[0]!.length),
  };
}

function squaresOf(part: Float64Array, mean: number): number {
  let squares = 0;
  for (let i = 0; i < part.length; i++) squares += (part[i]! - mean) ** 2;
  return squares;
}

function meanOf(part: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < part.length; i++) sum += part[i]!;
  return sum / part.length;
}
