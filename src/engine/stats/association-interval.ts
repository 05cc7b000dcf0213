import { noncentralChiSquare, noncentralF } from './noncentral';

/** Ends of a 95 % interval, 0 to 1. */
export interface Ends {
  low: number;
  high: number;
}

const TAIL = 0.025;
/** The normal quantile of 1 − TAIL. */
const Z = 1.959963984540054;
/** Beyond it the sums grow with the root of λ, and a normal distribution says the same to five digits. */
const MOST_SUMMED = 1e7;
/** Fewer degrees within than this are not normal. */
const FEW_WITHIN = 100;
/** TAIL and 1 − TAIL of chi-square ÷ degrees at one degree; with more degrees it varies less. */
const ONE_DEGREE = [0.000982, 5.024] as const;
const CLOSE = 1e-10;
const MOST_TURNS = 200;

/**
 * 95 % interval of the population’s Cramér’s V, √(λ ÷ (n (m − 1))): λ are the noncentralities under which the chi-square seen lies at the
 * ends of what is likely.
 * @param least m, the lesser number of levels
 * @see Smithson 2003; R, DescTools, CramerV(method = "ncchisq").
 */
export function cramersInterval(chiSquare: number, df: number, n: number, least: number): Ends {
  const likely = Math.max(0, chiSquare - df);
  const end = (noncentrality: number) => Math.min(1, Math.sqrt(noncentrality / (n * (least - 1))));
  if (likely > MOST_SUMMED) return normalEnds(likely, (at) => 2 * (df + 2 * at), end);
  const find = (chance: number) =>
    noncentralityAt(chance, likely, Math.sqrt(2 * (df + 2 * likely)), (noncentrality) =>
      noncentralChiSquare(chiSquare, df, noncentrality),
    );
  return { low: end(find(1 - TAIL)), high: end(find(TAIL)) };
}

/**
 * 95 % interval of the population’s correlation ratio, √(λ ÷ (λ + n)), in the same way from the F of an analysis of variance.
 * @param share η² as seen
 * @see Steiger 2004; R, MBESS, ci.R2 with fixed groups. Null where no F can be had. Wider than that where a λ beyond ten million comes
 * of fewer than 100 degrees within: of chi-square at one degree.
 */
export function ratioInterval(share: number, n: number, groups: number): Ends | null {
  const [between, within] = [groups - 1, n - groups];
  if (between < 1 || within < 1) return null;
  if (share >= 1) return { low: 1, high: 1 };
  const f = share / between / ((1 - share) / within);
  const likely = Math.max(0, between * f - between);
  const end = (noncentrality: number) => Math.sqrt(noncentrality / (noncentrality + n));
  const variance = (at: number) => 2 * (between + 2 * at) + (2 * (between + at) ** 2) / within;
  if (likely > MOST_SUMMED && within < FEW_WITHIN)
    return { low: end(likely * ONE_DEGREE[0]), high: end(likely * ONE_DEGREE[1]) };
  if (likely > MOST_SUMMED) return normalEnds(likely, variance, end);
  const spread = Math.sqrt(variance(likely));
  const find = (chance: number) =>
    noncentralityAt(chance, likely, spread, (noncentrality) =>
      noncentralF(f, between, within, noncentrality),
    );
  return { low: end(find(1 - TAIL)), high: end(find(TAIL)) };
}

/** The ends at which what was seen lies Z deviations away, of a noncentrality so great that it is normal. */
function normalEnds(
  likely: number,
  variance: (noncentrality: number) => number,
  end: (noncentrality: number) => number,
): Ends {
  const away = (direction: 1 | -1): number => {
    let at = likely;
    for (let turn = 0; turn < 20; turn++) at = Math.max(0, likely + direction * Z * Math.sqrt(variance(at)));
    return at;
  };
  return { low: end(away(-1)), high: end(away(1)) };
}

/** The noncentrality at which the chance, which falls with it, is the one given; 0 where it never is. */
function noncentralityAt(
  chance: number,
  likely: number,
  spread: number,
  of: (noncentrality: number) => number,
): number {
  const beyond = (at: number) => of(at) - chance;
  if (beyond(0) <= 0) return 0;
  let step = Math.max(1, spread);
  let [low, high] = [likely, likely];
  let [atLow, atHigh] = [beyond(low), beyond(high)];
  for (; atLow < 0 && low > 0; step *= 1.5) atLow = beyond((low = Math.max(0, low - step)));
  for (; atHigh > 0; step *= 1.5) atHigh = beyond((high += step));
  // Regula falsi, with the end that stays weighed less each time (Illinois).
  let side = 0;
  for (let turn = 0; turn < MOST_TURNS && high - low > CLOSE * (1 + high); turn++) {
    const at = (low * atHigh - high * atLow) / (atHigh - atLow);
    const found = beyond(at);
    if (found === 0) return at;
    if (found > 0) {
      [low, atLow] = [at, found];
      if (side === 1) atHigh /= 2;
      side = 1;
    } else {
      [high, atHigh] = [at, found];
      if (side === -1) atLow /= 2;
      side = -1;
    }
  }
  return (low + high) / 2;
}
