import type { NumberColumn } from '../table/columns';
import type { ColumnFacts } from './column-facts';

const LOOKED_AT = 500;
const NEARLY_ALL = 0.95;

/**
 * Whether total = quantity × price in at least 95 % of up to 500 rows spread over the file, to a cent or 0.1 %.
 * Rows with a blank are skipped; fewer than five rows with all three prove nothing.
 */
export function isProduct(total: ColumnFacts, quantity: ColumnFacts, price: ColumnFacts): boolean {
  if (![total, quantity, price].every(({ kind }) => kind === 'number')) return false;
  const [sums, counts, each] = [total, quantity, price].map(({ column }) => (column as NumberColumn).values);
  const step = Math.max(1, Math.floor(total.rows / LOOKED_AT));
  let seen = 0;
  let fit = 0;
  for (let row = 0; row < total.rows; row += step) {
    const expected = counts![row]! * each![row]!;
    const off = Math.abs(sums![row]! - expected);
    if (off !== off) continue;
    seen++;
    if (off <= Math.max(0.011, Math.abs(expected) * 0.001)) fit++;
  }
  return seen >= 5 && fit >= seen * NEARLY_ALL;
}
