import { columnOf } from '../../table/table';
import { collectRows } from '../row-collector';
import type { Role } from '../../table/meta';
import type { ColumnSummary } from '../understanding';
import type { Draft, Studied } from './suggestion';

/** One digit at least three times over: 999, 666666. */
const REPEATED = /^-?(\d)\1{2,}$/;
/** What programs write where a number that cannot be below 0 is not known. */
const BELOW = /^-(1|9+)$/;
/** It stands so far above all others, in times the next one. */
const FAR = 2;
/** Less than nothing is a return there. */
const MONEY: ReadonlySet<Role | null> = new Set(['amount', 'quantity', 'price', 'monetary', 'frequency']);

/**
 * Numbers that stand for "not known": the largest of a column if it is one digit over and over and at least twice the
 * next one; a lone −1 or −99 below numbers that are never negative. They become blank. Other far-off numbers are often
 * the best customers and stay.
 */
export async function placeholders({ table, understanding, work }: Studied): Promise<Draft[]> {
  const found: Draft[] = [];
  for (const summary of understanding.columns) {
    const column = columnOf(table, summary.name);
    if (column.kind !== 'number' || summary.distinct < 3) continue;
    for (const end of [topOf(summary), bottomOf(summary)]) {
      if (!end) continue;
      const { next, count } = await besides(column.values, end, work);
      if (count > column.length / 10 || !end.isFarFrom(next)) continue;
      found.push({
        code: 'placeholder',
        columns: [summary.name],
        step: { op: 'limit', params: { column: summary.name, ...end.bound, outside: 'blank' } },
        effect: { cells: count },
        details: { value: end.value, next },
      });
    }
  }
  return found;
}

interface End {
  value: number;
  bound: { below: number } | { above: number };
  /** The other values lie so that the next one is the least, or the greatest. */
  next: 'least' | 'greatest';
  isFarFrom(next: number): boolean;
}

function topOf({ max }: ColumnSummary): End | null {
  if (max === null || max <= 0 || !REPEATED.test(String(max))) return null;
  const isFarFrom = (next: number) => next > 0 && next * FAR <= max;
  return { value: max, bound: { below: max }, next: 'greatest', isFarFrom };
}

function bottomOf({ min, role }: ColumnSummary): End | null {
  if (min === null || MONEY.has(role) || !BELOW.test(String(min))) return null;
  return { value: min, bound: { above: min }, next: 'least', isFarFrom: (next) => next >= 0 };
}

/** The value next to the outermost one, and how many cells have that. */
async function besides(values: Float64Array, { value, next }: End, work: Studied['work']) {
  let found = next === 'greatest' ? -Infinity : Infinity;
  const { count } = await collectRows(values.length, work, (row) => {
    const here = values[row]!;
    if (here === value) return true;
    if (next === 'greatest' ? here > found : here < found) found = here;
    return false;
  });
  return { next: found, count };
}
