/** Customers of the chosen segments, of counts by segment. @param chosen ids; null: all */
export const customersIn = (
  perSegment: ReadonlyMap<number, number>,
  chosen: readonly number[] | null,
): number =>
  [...perSegment].reduce(
    (sum, [id, customers]) => (!chosen || chosen.includes(id) ? sum + customers : sum),
    0,
  );
