const MOST = 5;

/** The distinct values, rising, of a column of at most five whole numbers; null of any other. Blanks are skipped. */
export function fewWholeNumbers(values: Float64Array): number[] | null {
  const distinct = new Set<number>();
  for (const value of values) {
    if (Number.isNaN(value) || distinct.has(value)) continue;
    if (value !== Math.floor(value) || distinct.size === MOST) return null;
    distinct.add(value);
  }
  return [...distinct].sort((a, b) => a - b);
}
