import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { areWhole, histogramOf, type Histogram } from '../../insight/explore/histogram';
import { firstNotBelow } from '../../insight/first-not-below';
import { SortedColumns } from '../../stats/sorted-columns';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import { labelsFrom } from './labels';
import { learnBins } from './learn';
import { faultOf, Params } from './params';

/** Bars enough to see where values lie close. */
const BARS = 48;
/** A limit is moved over the bars in about so many steps. */
const STEPS = 200;

/** What a step `bin` would make of a column, before it is done; in the unit of the column. */
export interface BinsAhead {
  /** Where each bin but the lowest begins, rising. */
  limits: readonly number[];
  /** One more than there are limits: made of them, or a person's own where they are as many. */
  labels: readonly string[];
  /** Values in each bin; blanks are in none. */
  counts: readonly number[];
  /** The column as it is drawn; long tails are gathered. */
  histogram: Histogram;
  least: number;
  most: number;
  /** What a limit is moved by: 1, 2 or 5 times a power of ten, whole where all values are. */
  step: number;
}

/**
 * The bins that the choices of a step `bin` give, exact over all rows. Blanks are skipped; null where the column has
 * nothing else, or the choices are not finished.
 * @param sorted keeps the order of numbers from one look to the next, so that a limit that is dragged is only counted
 * @throws EngineError `missing-column`, `wrong-kind`; Stopped
 */
export async function binsAhead(
  table: ColumnTable,
  chosen: unknown,
  work: Work,
  sorted = new SortedColumns(1),
): Promise<BinsAhead | null> {
  const params = v.safeParse(Params, chosen);
  if (!params.success || faultOf({ ...params.output, labels: undefined }) !== null) return null;
  const { values: rising } = await sorted.of(columnAs(table, params.output.column, 'number').values, work);
  if (rising.length === 0) return null;
  const fit = await learnBins(rising, params.output, work);
  const starts = [0, ...fit.limits.map((limit) => firstNotBelow(rising, limit)), rising.length];
  const histogram = histogramOf(rising, BARS, 'gathered');
  const { labels } = params.output;
  return {
    limits: fit.limits,
    labels: labels?.length === fit.limits.length + 1 ? labels : labelsFrom(fit),
    counts: starts.slice(1).map((end, bin) => end - starts[bin]!),
    histogram,
    least: fit.least,
    most: fit.most,
    step: stepOver(histogram.edges, areWhole(rising)),
  };
}

function stepOver(edges: readonly number[], whole: boolean): number {
  const least = (edges.at(-1)! - edges[0]!) / STEPS;
  if (!(least > 0) || !Number.isFinite(least)) return 1;
  const power = Math.floor(Math.log10(least));
  const times = [1, 2, 5, 10].find((one) => one * Number(`1e${power}`) >= least)!;
  const step = Number(`${times}e${power}`);
  return whole ? Math.max(1, step) : step;
}
