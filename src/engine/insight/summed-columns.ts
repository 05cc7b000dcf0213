import type { NamedNumbers } from './copied-numbers';

const NEARLY_ALL = 0.99;
const FIRST_LOOK = 100;
const LONGEST = 40;

/**
 * Columns that are the sum of two or more neighbours (the columns just before them or just after) in 99 % of the rows,
 * to a cent; by name, with the names of the parts.
 */
export function summedColumns(columns: readonly NamedNumbers[]): Map<string, readonly string[]> {
  const sums = new Map<string, readonly string[]>();
  for (const [at, total] of columns.entries()) {
    const before = columns.slice(Math.max(0, at - LONGEST), at).reverse();
    const after = columns.slice(at + 1, at + 1 + LONGEST);
    const parts = partsOf(total, before) ?? partsOf(total, after);
    if (parts && !parts.some((part) => sums.has(part))) sums.set(total.name, parts);
  }
  return sums;
}

function partsOf(total: NamedNumbers, neighbours: readonly NamedNumbers[]): string[] | null {
  const rows = total.values.length;
  const first = Math.min(rows, FIRST_LOOK);
  const sum = new Float64Array(first);
  for (const [at, { values }] of neighbours.entries()) {
    for (let row = 0; row < first; row++) sum[row] = sum[row]! + values[row]!;
    if (at === 0 || !agrees(total.values, first, (row) => sum[row]!)) continue;
    const parts = neighbours.slice(0, at + 1);
    const whole = (row: number) => parts.reduce((all, part) => all + part.values[row]!, 0);
    if (agrees(total.values, rows, whole)) return parts.map(({ name }) => name).reverse();
  }
  return null;
}

function agrees(total: Float64Array, rows: number, sumOf: (row: number) => number): boolean {
  let off = 0;
  let seen = 0;
  const allowed = rows * (1 - NEARLY_ALL);
  for (let row = 0; row < rows; row++) {
    const difference = Math.abs(total[row]! - sumOf(row));
    if (difference !== difference) continue;
    seen++;
    if (difference > 0.011 + Math.abs(total[row]!) * 1e-9 && ++off > allowed) return false;
  }
  return seen >= 3;
}
