import { moments } from '../stats/moments';
import { quantile } from '../stats/quantile';
import type { FeatureInfo } from './feature-info';

const DAYS = [
  1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 75, 90, 120, 150, 180, 210, 240, 270, 300, 365, 450, 540, 730, 1095,
  1460, 1825,
];
const MANTISSAS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8];
const WHOLE_TO = 40;
const STEPS = 30;
const DECADES = 6;

/**
 * Round numbers a person would cut this column at, rising, at most 120: days by the calendar, small counts one by one,
 * long tails by 1, 1.2, 1.5, 2 … of each power of ten, everything else by a round step. Those outside the range are
 * left out. **Unit**: the column's.
 * @param rising the column's values without blanks
 */
export function thresholds(rising: Float64Array, meaning: FeatureInfo['meaning']): Float64Array {
  const low = rising[0];
  const high = rising[rising.length - 1];
  if (low === undefined || high === undefined || low === high) return new Float64Array(0);
  const found = candidates(rising, meaning).filter((at) => at >= low && at <= high);
  const distinct = [...new Set(found)].sort((a, b) => a - b);
  return Float64Array.from(distinct.slice(0, 120));
}

function candidates(rising: Float64Array, meaning: FeatureInfo['meaning']): number[] {
  const low = rising[0]!;
  const high = rising[rising.length - 1]!;
  const whole = rising.every((value) => value === Math.floor(value));
  if (meaning === 'recency' && whole && low >= 0) return DAYS;
  if (whole && high - low <= WHOLE_TO) return range(low, high, 1);
  if (high > 0 && moments(rising).skewness > 1) return powers(rising, whole);
  const from = quantile(rising, 0.01);
  const to = quantile(rising, 0.99);
  return from < to
    ? range(from, to, roundStep((to - from) / STEPS))
    : range(low, high, roundStep((high - low) / STEPS));
}

/** 1, 2 and 5 times the power of ten that is next to the step or above. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * [1, 2, 5, 10].find((times) => times * power >= step * (1 - 1e-9))!;
}

/** Multiples of the step within the range, without the dust of binary fractions. */
function range(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}

/** Round numbers of the powers of ten below the largest value, 0, and fewer of them on the other side of it. */
function powers(rising: Float64Array, whole: boolean): number[] {
  const low = rising[0]!;
  const high = rising[rising.length - 1]!;
  const above = decades(high, MANTISSAS);
  const below = low < 0 ? decades(-low, [1, 2, 5]).map((at) => -at) : [];
  const found = [...below, 0, ...(whole ? range(1, 10, 1) : []), ...above];
  return whole ? found.filter((at) => at === Math.floor(at)) : found;
}

function decades(to: number, mantissas: readonly number[]): number[] {
  const last = Math.floor(Math.log10(to));
  const each = Array.from({ length: DECADES }, (_, i) => last - i);
  return each.flatMap((power) =>
    mantissas.map((mantissa) => Number((mantissa * 10 ** power).toPrecision(12))),
  );
}
