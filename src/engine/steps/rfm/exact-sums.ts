/** More digits than any sum of money has, fewer than a double: prices such as 0.1 leave their dust beyond them. */
const DIGITS = 14;

/** n sums with their rounding errors kept beside them (Neumaier 1974), so that the order of rows hardly matters. */
export class ExactSums {
  readonly #sums: Float64Array;
  readonly #lost: Float64Array;

  constructor(n: number) {
    this.#sums = new Float64Array(n);
    this.#lost = new Float64Array(n);
  }

  add(i: number, value: number): void {
    const sum = this.#sums[i]!;
    const next = sum + value;
    this.#lost[i]! += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    this.#sums[i] = next;
  }

  /** The sum to 14 significant digits: 5303.48, not 5303.4800000000005. */
  at(i: number): number {
    return shortened(this.#sums[i]! + this.#lost[i]!);
  }
}

/** Below it a number of cents has at most 14 digits. */
const MANY_CENTS = 1e13;
/** Nearer than half of the last of 14 digits, whatever the number begins with. */
const NEAR = 4e-15;

/** To 14 significant digits; sums in cents, which most are, without writing them out. */
export function shortened(sum: number): number {
  const cents = Math.round(sum * 100);
  if (Math.abs(cents) < MANY_CENTS) {
    const plain = cents / 100;
    if (Math.abs(sum - plain) <= NEAR * Math.abs(plain)) return plain + 0;
  }
  return Number(sum.toPrecision(DIGITS));
}
