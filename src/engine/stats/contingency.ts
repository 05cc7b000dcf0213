import { cramersInterval, type Ends } from './association-interval';

/** Two categories held against each other; `low` and `high` are the 95 % interval of what `value` estimates. */
export interface CategoryAssociation extends Ends {
  /** Cramér's V as Bergsma corrects it for chance, 0 to 1. */
  value: number;
  /** Cramér's V as it is commonly given, √(χ² ÷ (n (m − 1))), which also sees something in noise. */
  plain: number;
  chiSquare: number;
  rows: number;
}

/**
 * Cramér's V of a table of counts, row by row; levels without a row are left out. Null where one has fewer than two
 * levels. No continuity correction.
 * @see Bergsma 2013 for `value`; scipy.stats.contingency.association for `plain`.
 */
export function cramersV(counts: Uint32Array, levels: number): CategoryAssociation | null {
  const rows = new Float64Array(counts.length / levels);
  const columns = new Float64Array(levels);
  let n = 0;
  counts.forEach((count, at) => {
    rows[Math.floor(at / levels)]! += count;
    columns[at % levels]! += count;
    n += count;
  });
  const used = (sums: Float64Array) => sums.reduce((all, sum) => all + Number(sum > 0), 0);
  const [r, k] = [used(rows), used(columns)];
  if (r < 2 || k < 2) return null;
  let shares = 0;
  counts.forEach((count, at) => {
    if (count > 0) shares += (count / rows[Math.floor(at / levels)]!) * (count / columns[at % levels]!);
  });
  const phiSquare = Math.max(0, shares - 1);
  const plain = Math.min(1, Math.sqrt(phiSquare / (Math.min(r, k) - 1)));
  const chiSquare = phiSquare * n;
  const ends = cramersInterval(chiSquare, (r - 1) * (k - 1), n, Math.min(r, k));
  return { value: corrected(phiSquare, r, k, n), ...ends, plain, chiSquare, rows: n };
}

function corrected(phiSquare: number, r: number, k: number, n: number): number {
  if (n < 2) return 0;
  const phi = Math.max(0, phiSquare - ((k - 1) * (r - 1)) / (n - 1));
  const least = Math.min(k - (k - 1) ** 2 / (n - 1), r - (r - 1) ** 2 / (n - 1)) - 1;
  return least > 0 ? Math.min(1, Math.sqrt(phi / least)) : 0;
}
