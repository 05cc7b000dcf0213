import type { Progress, Work } from '../work';
import { BLOCK } from './assign';
import { densitiesOf, NEGLIGIBLE, type Densities } from './gaussian';
import { exp, log } from './logarithm';
import type { Points } from './points';

/** k normal distributions that together describe the points, in d dimensions. */
export interface Mixture {
  /** k shares that sum to 1. */
  weights: number[];
  /** k × d. */
  means: number[][];
  /** k × d × d, symmetric; where `diagonal`, zero beside the diagonal. */
  covariances: number[][][];
}

export interface Fitted {
  mixture: Mixture;
  /** Sum over all points of the logarithm of their density. */
  logLikelihood: number;
}

export interface MixtureOptions {
  /** d: what is added to each variance, so that no component can shrink to a point. */
  floors: readonly number[];
  /** Whether features vary independently within a component. */
  diagonal: boolean;
  /** It ends when a round raises the mean log-likelihood by less than this. */
  tolerance: number;
  rounds: number;
}

/**
 * Expectation–maximisation from a hard clustering, as scikit-learn's GaussianMixture does it (`full` or `diag`, with
 * `floors` for `reg_covar`). Sums run over fixed blocks of rows, with logarithms of our own: points in canonical order give
 * the same mixture on every host.
 * @param labels n, 0 to k − 1, none of them unused
 * @see Dempster, Laird and Rubin 1977; McLachlan and Peel 2000.
 */
export async function fitMixture(
  points: Points,
  labels: Uint8Array,
  k: number,
  { rounds, tolerance, ...shape }: MixtureOptions,
  work: Work,
  progress: Progress,
): Promise<Fitted> {
  const rough = hardSums(points, labels, new Float64Array(k * points.d)).mixture(shape);
  // Once more around the means, so that no variance is lost beside large values.
  let mixture = hardSums(points, labels, Float64Array.from(rough.means.flat())).mixture(shape);
  let before = -Infinity;
  for (let round = 0; ; round++) {
    const sums = new Sums(points.d, Float64Array.from(mixture.means.flat()));
    const densities = densitiesOf(mixture);
    let logLikelihood = 0;
    for (let from = 0; from < points.n; from += BLOCK) {
      logLikelihood += addSoft(sums, points, densities, from);
      const rest = work.breathe(progress);
      if (rest) await rest;
    }
    const gained = (logLikelihood - before) / points.n;
    if (round + 1 >= rounds || gained < tolerance) return { mixture, logLikelihood };
    before = logLikelihood;
    mixture = sums.mixture(shape);
  }
}

/** Numbers that a mixture is free in: shares, means and covariances. */
export const parametersOf = (k: number, d: number, diagonal: boolean): number =>
  k - 1 + k * d + k * (diagonal ? d : (d * (d + 1)) / 2);

/** Bayesian information criterion, the lower the better. @see Schwarz 1978; scikit-learn's sign. */
export const bicOf = (
  logLikelihood: number,
  { n, d }: Pick<Points, 'n' | 'd'>,
  k: number,
  diagonal: boolean,
): number => parametersOf(k, d, diagonal) * log(n) - 2 * logLikelihood;

/**
 * Integrated completed likelihood: BIC, and on top what it costs that points are in doubt where they belong. Lower is better:
 * components that only describe one cloud together lie over one another, and are no groups.
 * @param membership how likely each of the points belongs where it most likely does
 * @see Biernacki, Celeux and Govaert 2000; mclust, icl, with the other sign.
 */
export function iclOf(bic: number, membership: Float64Array): number {
  let doubt = 0;
  for (let i = 0; i < membership.length; i++) doubt -= log(membership[i]!);
  return bic + 2 * doubt;
}

/** Weighted sums by component, of values and of products, around the means of before. */
class Sums {
  readonly counts: Float64Array;
  readonly values: Float64Array;
  readonly products: Float64Array;
  readonly k: number;

  /** @param around k × d: sums are of distances from these */
  constructor(
    readonly d: number,
    readonly around: Float64Array,
  ) {
    this.k = around.length / d;
    this.counts = new Float64Array(this.k);
    this.values = new Float64Array(this.k * d);
    this.products = new Float64Array(this.k * d * d);
  }

  add(block: Sums): void {
    for (const key of ['counts', 'values', 'products'] as const)
      block[key].forEach((sum, at) => (this[key][at]! += sum));
  }

  mixture({ floors, diagonal }: Pick<MixtureOptions, 'floors' | 'diagonal'>): Mixture {
    const { d, k } = this;
    const all = this.counts.reduce((sum, count) => sum + count, 0);
    const components = Array.from({ length: k }, (_, c) => c);
    const shift = (c: number, i: number) => this.values[c * d + i]! / this.#count(c);
    const means = components.map((c) => floors.map((_, i) => this.around[c * d + i]! + shift(c, i)));
    const product = (c: number, i: number, j: number) =>
      this.products[(c * d + Math.max(i, j)) * d + Math.min(i, j)]! / this.#count(c) -
      shift(c, i) * shift(c, j);
    const covariances = components.map((c) =>
      floors.map((floor, i) =>
        floors.map((_, j) =>
          i === j ? Math.max(0, product(c, i, i)) + floor : diagonal ? 0 : product(c, i, j),
        ),
      ),
    );
    return { weights: components.map((c) => this.#count(c) / all), means, covariances };
  }

  /** Never 0, so that a component that nobody belongs to keeps its place. */
  #count = (c: number): number => this.counts[c]! + 10 * Number.EPSILON;
}

function hardSums({ columns, n, d }: Points, labels: Uint8Array, around: Float64Array): Sums {
  const sums = new Sums(d, around);
  const away = new Float64Array(d);
  for (let from = 0; from < n; from += BLOCK) {
    const block = new Sums(d, around);
    for (let row = from; row < Math.min(from + BLOCK, n); row++) {
      for (let i = 0; i < d; i++) away[i] = columns[i]![row]! - around[labels[row]! * d + i]!;
      addWeighted(block, labels[row]!, 1, away, 0);
    }
    sums.add(block);
  }
  return sums;
}

/** Adds a block of rows to the components in proportion to how likely each is; gives their log-likelihood. */
function addSoft(sums: Sums, points: Points, densities: Densities, from: number): number {
  const block = new Sums(sums.d, sums.around);
  const { k, d } = sums;
  const { logs, away } = densities;
  const shares = new Float64Array(k);
  let logLikelihood = 0;
  for (let row = from; row < Math.min(from + BLOCK, points.n); row++) {
    densities.at(points.columns, row);
    logLikelihood += sharesFrom(logs, shares);
    for (let c = 0; c < k; c++) if (shares[c]! > 0) addWeighted(block, c, shares[c]!, away, c * d);
  }
  sums.add(block);
  return logLikelihood;
}

/** Turns logarithms into shares that sum to 1, and gives the logarithm of the sum of what they are of. */
export function sharesFrom(logs: Float64Array, shares: Float64Array): number {
  let most = logs[0]!;
  for (let c = 1; c < logs.length; c++) if (logs[c]! > most) most = logs[c]!;
  let sum = 0;
  for (let c = 0; c < logs.length; c++) {
    const below = logs[c]! - most;
    const share = below === 0 ? 1 : below > NEGLIGIBLE ? exp(below) : 0;
    shares[c] = share;
    sum += share;
  }
  if (sum === 1) return most;
  for (let c = 0; c < logs.length; c++) shares[c]! /= sum;
  return most + log(sum);
}

function addWeighted(
  { d, counts, values, products }: Sums,
  c: number,
  weight: number,
  away: Float64Array,
  from: number,
): void {
  counts[c]! += weight;
  let at = c * d * d;
  for (let i = 0; i < d; i++, at += d) {
    const weighted = weight * away[from + i]!;
    values[c * d + i]! += weighted;
    for (let j = 0; j <= i; j++) products[at + j]! += weighted * away[from + j]!;
  }
}
