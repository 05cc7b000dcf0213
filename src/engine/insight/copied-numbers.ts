import { inBlocks } from '../steps/parts/blocks';
import type { Work } from '../work';

/** A column of numbers by name; NaN is missing. */
export interface NamedNumbers {
  name: string;
  values: Float64Array;
}

const COPY_FROM = 0.98;
const NEAR = 0.96;
const SAMPLE = 1000;
/** Each column is held against so many before it, so that a file of 10,000 columns is done in seconds. */
const LOOK_BACK = 1000;

/**
 * Columns whose correlation with one of the 1,000 before is .98 or more in size, by name, with that earlier one's.
 * Rows where one of the two is blank are skipped. Pairs are judged on up to 1,000 rows spread over the file,
 * and on all rows if they come near.
 */
export async function copiedNumbers(
  columns: readonly NamedNumbers[],
  work: Work,
): Promise<Map<string, string>> {
  const copies = new Map<string, string>();
  const samples = columns.map(({ values }) => sampleOf(values));
  for (const [at, later] of columns.entries()) {
    for (let before = Math.max(0, at - LOOK_BACK); before < at; before++) {
      const earlier = columns[before]!;
      if (copies.has(earlier.name) || sampled(samples[before]!, samples[at]!) < NEAR) continue;
      if ((await correlation(earlier.values, later.values, work)) < COPY_FROM) continue;
      copies.set(later.name, earlier.name);
      break;
    }
    const rest = work.breathe({ phase: 'looking', done: at, total: columns.length, unit: 'rounds' });
    if (rest) await rest;
  }
  return copies;
}

interface Sample {
  values: Float64Array;
  /** Whether no value is blank; then they are centred and of length 1. */
  whole: boolean;
}

function sampleOf(values: Float64Array): Sample {
  const step = Math.max(1, Math.ceil(values.length / SAMPLE));
  const taken = new Float64Array(Math.ceil(values.length / step));
  let sum = 0;
  for (let at = 0; at < taken.length; at++) sum += taken[at] = values[at * step]!;
  if (Number.isNaN(sum)) return { values: taken, whole: false };
  let squares = 0;
  for (let at = 0; at < taken.length; at++) squares += (taken[at]! -= sum / taken.length) ** 2;
  const length = Math.sqrt(squares) || 1;
  return { values: taken.map((value) => value / length), whole: true };
}

/** Size of Pearson's r over two samples. */
function sampled(x: Sample, y: Sample): number {
  if (!x.whole || !y.whole) return pairwise(x.values, y.values);
  let product = 0;
  for (let at = 0; at < x.values.length; at++) product += x.values[at]! * y.values[at]!;
  return Math.abs(product);
}

function pairwise(x: Float64Array, y: Float64Array): number {
  const sums = new PairSums();
  for (let row = 0; row < x.length; row++) sums.add(x[row]!, y[row]!);
  return sums.correlation();
}

async function correlation(x: Float64Array, y: Float64Array, work: Work): Promise<number> {
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
