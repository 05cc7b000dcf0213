const MOST_DECIMALS = 12;
/** A number without the last digits, in which sums of floating point go astray. */
export const clean = (value: number): number => Number(value.toPrecision(14));

/**
 * The number with the fewest decimals that parts the values up to `below` from those from `above` on: `at` rounded up,
 * or, where `at` itself belongs to the lower ones (`after`), the next number above it. `above` where there is none.
 */
export function plainLimit(below: number, at: number, above: number, after = false): number {
  for (let decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
    const times = Number(`1e${decimals}`);
    const scaled = clean(at * times);
    const limit = (after ? Math.floor(scaled) + 1 : Math.ceil(scaled)) / times;
    if (limit > below && limit <= above) return limit + 0;
  }
  return above;
}

/** How many decimals write all numbers of the lists, 0 to 2; null where that takes more. */
export function decimalsOf(...lists: readonly ArrayLike<number>[]): 0 | 1 | 2 | null {
  return ([0, 1, 2] as const).find((decimals) => lists.every((list) => writes(list, decimals))) ?? null;
}

function writes(list: ArrayLike<number>, decimals: 0 | 1 | 2): boolean {
  const times = 10 ** decimals;
  for (let i = 0; i < list.length; i++) {
    const value = list[i]!;
    if (!Number.isInteger(value) && Math.round(value * times) / times !== value) return false;
  }
  return true;
}
