import type { OrderChoice } from '../../../steps/rfm/order-rows';
import type { PythonScript } from '../python/script';

/** Joins to `made` what is taken along: of each customer the first value of `table`, or that of the newest row with one. */
export function keptPython(
  python: PythonScript,
  { customer, date, keepFrom }: OrderChoice,
  kept: readonly string[],
): string[] {
  const newest = keepFrom === 'newest';
  const sorted = newest && date !== null ? `table.sort_values(${python.text(date)}, kind="stable")` : 'table';
  return [
    `kept = ${sorted}.groupby(${python.text(customer)}, sort=False)[${python.texts(kept)}].${newest ? 'last' : 'first'}()`,
    'made = made.join(kept)',
  ];
}

/** Those to take along that are there; undefined, for none. */
export function keptOf(
  { keep = [] }: OrderChoice,
  isThere: (column: string) => boolean,
): string[] | undefined {
  const there = keep.filter(isThere);
  return there.length > 0 ? there : undefined;
}
