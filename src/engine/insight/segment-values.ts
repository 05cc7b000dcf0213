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

/** n values with n segment ids (1 to k; rows with 0 are left out) → figures per segment, NaN where a segment has no value. */
export function segmentValues(values: Float64Array, labels: Uint8Array, k: number): SegmentValues {
  const parts = partsOf(values, labels, k);
  const means = Float64Array.from(parts, meanOf);
  let squares = 0;
  for (const value of parts[0]!) squares += (value - means[0]!) ** 2;
  const boxes = parts.map((part) => boxOf(part.sort()));
  return {
    counts: Float64Array.from(parts, (part) => part.length),
    means,
    medians: Float64Array.from(boxes, ({ median }) => median),
    boxes,
    deviation: Math.sqrt(squares / parts[0]!.length),
  };
}

function partsOf(values: Float64Array, labels: Uint8Array, k: number): Float64Array[] {
  const counts = new Uint32Array(k + 1);
  const counted = (row: number) => labels[row] !== 0 && !Number.isNaN(values[row]);
  for (let row = 0; row < values.length; row++) {
    if (!counted(row)) continue;
    counts[0]!++;
    counts[labels[row]!]!++;
  }
  const parts = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Uint32Array(k + 1);
  for (let row = 0; row < values.length; row++) {
    if (!counted(row)) continue;
    parts[0]![filled[0]!++] = values[row]!;
    const id = labels[row]!;
    parts[id]![filled[id]!++] = values[row]!;
  }
  return parts;
}

function meanOf(part: Float64Array): number {
  let sum = 0;
  for (const value of part) sum += value;
  return sum / part.length;
}
