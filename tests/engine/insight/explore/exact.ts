/** Mean, deviation (n − 1) and autocorrelation of lag 1 of doubles in whole numbers of any length: nothing is rounded but the outcome. */
export function exactly(values: readonly number[]) {
  const whole = values.map((value) => BigInt(value * 2 ** SHIFT));
  const n = BigInt(whole.length);
  const total = whole.reduce((sum, one) => sum + one, 0n);
  // Distances to the mean, times n and the shift.
  const off = whole.map((one) => n * one - total);
  const squares = off.reduce((sum, one) => sum + one * one, 0n);
  const products = off.slice(1).reduce((sum, one, i) => sum + one * off[i]!, 0n);
  const unit = 1n << BigInt(SHIFT);
  return {
    mean: ratio(total, n * unit),
    deviation: Math.sqrt(ratio(squares, n * n * unit * unit * (n - 1n))),
    autocorrelation: ratio(products, squares),
  };
}

/** Enough for doubles whose last bit is worth 2^−80 or more. */
const SHIFT = 80;
const DIGITS = 10n ** 30n;

const ratio = (above: bigint, below: bigint): number => Number((above * DIGITS) / below) / Number(DIGITS);

/** Digits that agree: the log relative error, 15 at most. */
export function digits(found: number, certified: number): number {
  const error = Math.abs(found - certified) / Math.abs(certified);
  return error === 0 ? 15 : Math.min(15, -Math.log10(error));
}
