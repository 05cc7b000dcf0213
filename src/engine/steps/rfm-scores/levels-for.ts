const FEW = 30_000;
const MANY = 200_000;

/**
 * How many levels a number of customers carries: 3 below 30,000, 4 up to 200,000, 5 above. Source: Omniconvert's scale
 * by base size; few customers in many cells leave cells too small to write to.
 */
export function levelsFor(customers: number): 3 | 4 | 5 {
  if (customers < FEW) return 3;
  return customers <= MANY ? 4 : 5;
}
