const powerOfTen = (size: number): number => Number(`1e${size.toExponential().split('e')[1]!}`);

/** How much a step of the next size is preferred, as R has it. */
const BIAS = 1.5;
const BIAS_OF_FIVE = 0.5 + 1.5 * BIAS;

/**
 * Round numbers between the least and the greatest, rising, so that there are about `parts` parts: multiples of 1, 2
 * or 5 times a power of ten. None where both are equal or too far apart for a number.
 * @see R, pretty: these are its breaks without those that do not lie between.
 */
export function roundBreaks(least: number, most: number, parts: number): number[] {
  const cell = (most - least) / parts;
  if (!(cell > 0) || cell === Infinity) return [];
  const base = powerOfTen(cell);
  let unit = base;
  for (const [times, bias] of [
    [2, BIAS],
    [5, BIAS_OF_FIVE],
    [10, BIAS],
  ] as const) {
    if (times * base - cell >= bias * (cell - unit)) break;
    unit = times * base;
  }
  const breaks: number[] = [];
  const first = Math.floor(least / unit);
  for (let i = 0; i < 4 * parts; i++) {
    // 3 × 0.1 is 0.3.
    const at = Number(((first + i) * unit).toPrecision(14));
    if (at > least && at < most && at !== breaks.at(-1)) breaks.push(at);
  }
  return breaks;
}
