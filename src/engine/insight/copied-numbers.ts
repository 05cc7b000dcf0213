import { inBlocks } from '../steps/parts/blocks';
import type { Work } from '../work';

/** A column of numbers by name; NaN is missing. */
export interface NamedNumbers {
  name: string;
  values: Float64Array;
}

const COPY_FROM = 0.98;
const SAMPLE = 2000;

/**
 * Columns whose correlation with an earlier one is .98 or more in size, by name, with that earlier one's.
 * Rows where one of the two is blank are skipped. Pairs are judged on up to 2,000 rows spread over the file,
 * and on all rows if they come near.
 */
export async function copiedNumbers(
  columns: readonly NamedNumbers[],
  work: Work,
): Promise<Map<string, string>> {
  const copies = new Map<string, string>();
  const rows = columns[0]?.values.length ?? 0;
  const step = Math.max(1, Math.floor(rows / SAMPLE));
  for (const [at, later] of columns.entries()) {
    for (const earlier of columns.slice(0, at)) {
      if (copies.has(earlier.name) || !near(earlier.values, later.values, step)) continue;
      if (step > 1 && (await wholeCorrelation(earlier.values, later.values, work)) < COPY_FROM) continue;
      copies.set(later.name, earlier.name);
      break;
    }
    const rest = work.breathe({ phase: 'looking', done: at, total: columns.length, unit: 'rounds' });
    if (rest) await rest;
  }
  return copies;
}

function near(x: Float64Array, y: Float64Array, step: number): boolean {
  const sums = new PairSums();
  for (let row = 0; row < x.length; row += step) sums.add(x[row]!, y[row]!);
  return sums.correlation() >= (step > 1 ? COPY_FROM - 0.02 : COPY_FROM);
}

async function wholeCorrelation(x: Float64Array, y: Float64Array, work: Work): Promise<number> {
  const sums = new PairSums();
  await inBlocks(x.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) sums.add(x[row]!, y[row]!);
  });
  return sums.correlation();
}

/** Running means and products of deviations. @see Welford 1962 */
class PairSums {
  #count = 0;
  #meanX = 0;
  #meanY = 0;
  #xx = 0;
  #yy = 0;
  #xy = 0;

  add(x: number, y: number): void {
    if (x !== x || y !== y) return;
    this.#count++;
    const offX = x - this.#meanX;
    const offY = y - this.#meanY;
    this.#meanX += offX / this.#count;
    this.#meanY += offY / this.#count;
    this.#xx += offX * (x - this.#meanX);
    this.#yy += offY * (y - this.#meanY);
    this.#xy += offX * (y - this.#meanY);
  }

  /** Size of Pearson's r; 0 where one side is constant or fewer than three pairs were seen. */
  correlation(): number {
    const product = Math.sqrt(this.#xx * this.#yy);
    return this.#count > 2 && product > 0 ? Math.abs(this.#xy) / product : 0;
  }
}
