/**
 * The knee of a convex falling curve by kneedle with S = 1, offline: the first local maximum of the difference curve
 * after which that curve falls below the maximum's threshold; null where there is none, as on a straight line.
 * @param xs rising
 * @param ys of the same length
 * @see Satopää, Albrecht, Irwin and Raghavan 2011; local maxima and minima count plateaus and end points, as in kneed.
 */
export function elbow(xs: readonly number[], ys: readonly number[]): number | null {
  const last = xs.length - 1;
  const [low, high] = [Math.min(...ys), Math.max(...ys)];
  if (last < 1 || !(high > low)) return null;
  const along = xs.map((x) => (x - xs[0]!) / (xs[last]! - xs[0]!));
  const difference = ys.map((y, i) => 1 - (y - low) / (high - low) - along[i]!);
  const at = (i: number) => difference[Math.min(last, Math.max(0, i))]!;
  const peak = (i: number) => at(i) >= at(i - 1) && at(i) >= at(i + 1);
  const trough = (i: number) => at(i) <= at(i - 1) && at(i) <= at(i + 1);
  let candidate: number | null = null;
  let threshold = 0;
  for (let i = 0; i < last; i++) {
    if (peak(i)) {
      candidate = i;
      threshold = at(i) - 1 / last;
    }
    if (candidate === null) continue;
    if (trough(i)) threshold = 0;
    if (at(i + 1) < threshold) return xs[candidate]!;
  }
  return null;
}
