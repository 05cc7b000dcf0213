import { risingOf } from '../../stats/rising';
import { float64 } from '../../table/buffers';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';

/**
 * The values with each blank on the straight line between the nearest values before and after it: by row, or by the
 * moments of `along`, in whose order rows are then taken (equal ones as they stand). Blanks before the first value and
 * after the last, and those without a moment, stay.
 * @see pandas, interpolate with limit_area='inside': `linear` and `time`.
 */
export async function interpolated(
  values: Float64Array,
  along: Float64Array | null,
  work: Work,
): Promise<Float64Array> {
  const made = float64(values.length);
  made.set(values);
  const rows = along && risingOf(along).rows;
  const steps = rows ? rows.length : values.length;
  const rowAt = (step: number) => (rows ? rows[step]! : step);
  const placeOf = (step: number) => (along ? along[rowAt(step)]! : step);
  let before = -1;
  await inBlocks(steps, 'filling', work, (from, to) => {
    for (let step = from; step < to; step++) {
      const value = values[rowAt(step)]!;
      if (value !== value) continue;
      if (before >= 0) fillBetween(before, step);
      before = step;
    }
  });
  function fillBetween(left: number, right: number): void {
    if (right === left + 1) return;
    const [low, start] = [values[rowAt(left)]!, placeOf(left)];
    const slope = (values[rowAt(right)]! - low) / (placeOf(right) - start);
    for (let step = left + 1; step < right; step++) {
      const away = placeOf(step) - start;
      made[rowAt(step)] = away === 0 ? low : low + slope * away;
    }
  }
  return made;
}
