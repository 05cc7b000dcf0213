import type { ColumnTable } from 'arquero';
import type { Work } from '../../work';
import { segmentLabels } from '../segment-labels';
import type { Segmentation } from '../segmentation';
import type { Understanding } from '../understanding';
import { worthOf } from '../worth';

/** What a narrator has to know beside the segments. */
export interface Background {
  /** By segment (index 0 is segment 1) the fewest customers who bring half of its money; null where it brings none. */
  half: readonly (number | null)[];
  /** Whole days from the first date of the file to the last; null without dates. */
  days: number | null;
  /** Columns of dates of which nothing says whether the day or the month comes first. */
  unsureDates: readonly string[];
}

const DAY = 86_400_000;

/** What the customer table and the file say beside the segments. Customers whose money is 0 or less bring nothing. */
export async function backgroundOf(
  table: ColumnTable,
  { k, money }: Pick<Segmentation, 'k' | 'money'>,
  { from, to, findings }: Pick<Understanding, 'from' | 'to' | 'findings'>,
  work: Work,
): Promise<Background> {
  const unsureDates = findings.flatMap(({ code, details }) =>
    code === 'ambiguous-date' && typeof details['column'] === 'string' ? [details['column']] : [],
  );
  return {
    half: money
      ? await halves(worthOf(table, money.columns), segmentLabels(table).ids, k, work)
      : new Array<null>(k).fill(null),
    days: from === null || to === null ? null : Math.round((to - from) / DAY),
    unsureDates,
  };
}

async function halves(
  worth: Float64Array,
  labels: Uint8Array,
  k: number,
  work: Work,
): Promise<(number | null)[]> {
  await work.breathe();
  const counts = new Uint32Array(k + 1);
  for (let row = 0; row < worth.length; row++) if (worth[row]! > 0) counts[labels[row]!]!++;
  const parts = Array.from(counts, (count) => new Float64Array(count));
  counts.fill(0);
  for (let row = 0; row < worth.length; row++) {
    const id = labels[row]!;
    if (worth[row]! > 0) parts[id]![counts[id]!++] = worth[row]!;
  }
  const found: (number | null)[] = [];
  for (const part of parts.slice(1)) {
    await work.breathe();
    found.push(halfOf(part.sort()));
  }
  return found;
}

/** The fewest of rising values above 0 that make up half of their sum; null of none. */
export function halfOf(rising: Float64Array): number | null {
  if (rising.length === 0) return null;
  const half = rising.reduce((sum, value) => sum + value, 0) / 2;
  let reached = 0;
  let customers = 0;
  for (let i = rising.length - 1; i >= 0 && reached < half; i--) {
    reached += rising[i]!;
    customers++;
  }
  return customers;
}
