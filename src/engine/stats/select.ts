/**
 * Middle value, the mean of the two middle ones where their number is even; NaN where there are none. The values, none
 * of them NaN, change their order; sorting them all would take several times as long.
 * @see Hoare 1961, Algorithm 65: Find.
 */
export function medianByOrder(values: Float64Array): number {
  const upper = values.length >> 1;
  if (values.length === 0) return NaN;
  const high = select(values, upper);
  if (values.length % 2 === 1) return high;
  let low = -Infinity;
  for (let i = 0; i < upper; i++) if (values[i]! > low) low = values[i]!;
  return low + (high - low) * 0.5;
}

/** Puts the value that would stand at `rank` in rising order there, and smaller ones before it; gives it. */
function select(values: Float64Array, rank: number): number {
  let left = 0;
  let right = values.length - 1;
  while (left < right) {
    const pivot = middleOfThree(values[left]!, values[(left + right) >> 1]!, values[right]!);
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i]! < pivot) i++;
      while (pivot < values[j]!) j--;
      if (i > j) break;
      const moved = values[i]!;
      values[i++] = values[j]!;
      values[j--] = moved;
    }
    if (j < rank) left = i;
    if (rank < i) right = j;
  }
  return values[rank]!;
}

const middleOfThree = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
