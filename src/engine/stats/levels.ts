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
 * In which of `levels` equal parts of the rising values `value` lies, 1 (lowest) to `levels`:
 * ceil(levels × (below + equal ÷ 2) ÷ n), so that equal values share a level and levels may stay empty. The value
 * itself need not be among them. 0 where there are none, and for NaN.
 */
export function levelOf(rising: Float64Array, value: number, levels: number): number {
  const below = position(rising, value, false);
  return levelFrom(below, position(rising, value, true) - below, rising.length, value, levels);
}

/** The same for values in any order, which are counted; NaN among them is skipped. */
export function levelAmong(values: Float64Array, value: number, levels: number): number {
  let below = 0;
  let equal = 0;
  let blank = 0;
  for (let i = 0; i < values.length; i++) {
    const other = values[i]!;
    if (other < value) below++;
    else if (other === value) equal++;
    else if (other !== other) blank++;
  }
  return levelFrom(below, equal, values.length - blank, value, levels);
}

/**
 * The least value of each level from 2 up, `levels` − 1 of them, rising; that of the next level where a level is
 * empty, null where no value lies so high. A value's level is 1 and one more for each limit it reaches.
 */
export function levelLimits(rising: Float64Array, levels: number): (number | null)[] {
  const limits: (number | null)[] = [];
  for (let from = 0, to = 0; from < rising.length; from = to) {
    const value = rising[from]!;
    while (to < rising.length && rising[to] === value) to++;
    const level = levelFrom(from, to - from, rising.length, value, levels);
    while (limits.length < level - 1) limits.push(value);
  }
  while (limits.length < levels - 1) limits.push(null);
  return limits;
}

function levelFrom(below: number, equal: number, count: number, value: number, levels: number): number {
  if (count === 0 || Number.isNaN(value)) return 0;
  return Math.min(levels, Math.max(1, Math.ceil((levels * (below + equal / 2)) / count)));
}
