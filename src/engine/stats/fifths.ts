import { sorted } from './quantile';

/** Index of the first of the rising values that is not below `value`; with `orEqual`, that is above it. */
function position(rising: Float64Array, value: number, orEqual: boolean): number {
  let low = 0;
  let high = rising.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = rising[middle]!;
    if (at < value || (orEqual && at === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * In which fifth of the rising values `value` lies, 1 (lowest) to 5: ceil(5 × (below + equal ÷ 2) ÷ n), so that
 * equal values share a fifth and levels may stay empty. The value itself need not be among them. 0 where there are none.
 */
export function fifthOf(rising: Float64Array, value: number): number {
  const below = position(rising, value, false);
  return fifthFrom(below, position(rising, value, true) - below, rising.length, value);
}

/** The same for values in any order, which are counted; NaN among them is skipped. */
export function fifthAmong(values: Float64Array, value: number): number {
  let below = 0;
  let equal = 0;
  let blank = 0;
  for (let i = 0; i < values.length; i++) {
    const other = values[i]!;
    if (other < value) below++;
    else if (other === value) equal++;
    else if (other !== other) blank++;
  }
  return fifthFrom(below, equal, values.length - blank, value);
}

function fifthFrom(below: number, equal: number, count: number, value: number): number {
  if (count === 0 || Number.isNaN(value)) return 0;
  return Math.min(5, Math.max(1, Math.ceil((5 * (below + equal / 2)) / count)));
}

/** The fifth of every value among all of them, 1 to 5; NaN gives 0. See `fifthOf`. */
export function fifths(values: Float64Array): Uint8Array {
  const rising = sorted(values);
  const scores = new Uint8Array(values.length);
  const known = new Map<number, number>();
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    let score = known.get(value);
    if (score === undefined) known.set(value, (score = fifthOf(rising, value)));
    scores[row] = score;
  }
  return scores;
}
