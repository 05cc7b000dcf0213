import { inBlocks } from '../../steps/parts/blocks';
import type { Work } from '../../work';
import { periodsOf, type PeriodUnit } from './periods';

const DAY = 86_400_000;
/** A calendar of more days is not read. */
const MOST_DAYS = 3660;
/** The longest span in days that is drawn by the day, the week, the month. */
const BY_DAY = 100;
const BY_WEEK = 800;
const BY_MONTH = 9000;

/** Rows of a date column over time; all in ms since 1970, UTC. */
export interface DateShape {
  of: 'dates';
  unit: PeriodUnit;
  /** Beginnings of the periods, none left out; see `periodsOf`. */
  starts: readonly number[];
  counts: readonly number[];
  min: number;
  max: number;
  /** Rows of each day from the first on; null beyond ten years. */
  days: { from: number; counts: readonly number[] } | null;
}

/** Counts dates by period and by day; NaN is skipped. */
export async function dateShape(
  values: Float64Array,
  work: Work,
): Promise<{ present: number; shape: DateShape | null }> {
  const { present, min, max } = await spanOf(values, work);
  if (present === 0) return { present, shape: null };
  const first = Math.floor(min / DAY);
  const span = Math.floor(max / DAY) - first + 1;
  const unit = span <= BY_DAY ? 'day' : span <= BY_WEEK ? 'week' : span <= BY_MONTH ? 'month' : 'year';
  const days = new Uint32Array(span <= MOST_DAYS ? span : 0);
  const { starts } = periodsOf(min, max, unit);
  const counts = new Uint32Array(starts.length);
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      if (days.length > 0) days[Math.floor(value / DAY) - first]!++;
      counts[periodOf(value, starts)]!++;
    }
  });
  return {
    present,
    shape: {
      of: 'dates',
      unit,
      starts,
      counts: [...counts],
      min,
      max,
      days: days.length > 0 ? { from: first * DAY, counts: [...days] } : null,
    },
  };
}

async function spanOf(values: Float64Array, work: Work) {
  let [present, min, max] = [0, Infinity, -Infinity];
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      present++;
      if (value < min) min = value;
      if (value > max) max = value;
    }
  });
  return { present, min, max };
}

/** Which period a moment is in: the last that begins before it or at it. */
export function periodOf(value: number, starts: readonly number[]): number {
  let [from, to] = [0, starts.length];
  while (to - from > 1) {
    const middle = (from + to) >>> 1;
    if (starts[middle]! <= value) from = middle;
    else to = middle;
  }
  return from;
}
