import { cohensD, type GroupMoments, type Interval } from '../stats/effect-size';

/** One column by segment: index 0 is all labelled rows, index i is segment i. Blanks are skipped. */
export function segmentMoments(values: Float64Array, labels: Uint8Array, k: number): GroupMoments[] {
  const counts = new Float64Array(k + 1);
  const sums = new Float64Array(k + 1);
  for (let row = 0; row < values.length; row++) {
    const id = labels[row]!;
    const value = values[row]!;
    if (id === 0 || value !== value) continue;
    counts[id]!++;
    sums[id]! += value;
  }
  const means = sums.map((sum, id) => (counts[id]! > 0 ? sum / counts[id]! : 0));
  const squares = new Float64Array(k + 1);
  for (let row = 0; row < values.length; row++) {
    const id = labels[row]!;
    const value = values[row]!;
    if (id !== 0 && value === value) squares[id]! += (value - means[id]!) ** 2;
  }
  const parts = Array.from(counts, (count, id) => ({ count, mean: means[id]!, squares: squares[id]! }));
  return [together(parts.slice(1)), ...parts.slice(1)];
}

/** Groups as one. */
function together(groups: readonly GroupMoments[]): GroupMoments {
  const count = groups.reduce((sum, group) => sum + group.count, 0);
  if (count === 0) return { count: 0, mean: 0, squares: 0 };
  const mean = groups.reduce((sum, group) => sum + group.count * group.mean, 0) / count;
  const squares = groups.reduce(
    (sum, group) => sum + group.squares + group.count * (group.mean - mean) ** 2,
    0,
  );
  return { count, mean, squares };
}

/** How far the mean of a segment lies from that of all other customers: Cohen's d; null where it cannot be said. */
export const effectOf = (moments: readonly GroupMoments[], id: number): Interval | null =>
  cohensD(moments[id]!, together(moments.filter((_, other) => other !== 0 && other !== id)));

/** Mean of a segment minus that of all, in standard deviations of all (divisor n); 0 where nothing varies. */
export function positionOf([all, ...parts]: readonly GroupMoments[], id: number): number {
  const deviation = Math.sqrt(all!.squares / all!.count);
  return deviation > 1e-12 ? (parts[id - 1]!.mean - all!.mean) / deviation : 0;
}
