/** The place of the first of the rising values that is not below `value`; their number if all are. */
export function firstNotBelow(rising: Float64Array, value: number): number {
  let from = 0;
  let to = rising.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (rising[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
