import { binFinder, type Bins } from './brush/bars';
import type { Tally } from '../../table/tally';
import type { ColumnPicture, NumberSummary } from './overview-of';

/** As many bars as a small picture has room for, tails not counted. */
const BARS = 20;
/** A tail that reaches so many ranges (5 to 95 %) beyond them is gathered, this part of a range beyond them. */
const LONG = 1;
const KEPT = 0.4;
const STEPS = [1, 2, 2.5, 4, 5, 10];
/** Of whole numbers, so that each bar holds as many of them. */
const WHOLE_STEPS = [1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 25, 40, 50, 60, 80, 100];

type Histogram = Extract<ColumnPicture, { shape: 'histogram' }>;

/** Bars with round edges; long tails are gathered beyond the first and the last, so that the middle keeps its shape. */
export function histogramOf(tally: Tally, summary: NumberSummary): Histogram {
  const { values, counts } = tally;
  const edges = edgesOf(summary);
  const placeOf = binFinder(edges, summary.max > edges.to);
  const found = new Array<number>(edges.bins + 2).fill(0);
  for (let i = 0; i < values.length; i++) found[placeOf(values[i]!)]! += counts[i]!;
  const [below, above] = [found.shift()!, found.pop()!];
  return { shape: 'histogram', from: edges.from, to: edges.to, counts: found, below, above };
}

function edgesOf({ min, max, quantiles, whole }: NumberSummary): Bins {
  const [p05, , , , p95] = quantiles;
  const range = p95 - p05;
  const [low, high] =
    range > 0 && Number.isFinite(range)
      ? [
          p05 - min > LONG * range ? p05 - KEPT * range : min,
          max - p95 > LONG * range ? p95 + KEPT * range : max,
        ]
      : [min, max];
  return roundEdges(low, high, min, whole) ?? { from: min, to: max, bins: min < max ? BARS : 1 };
}

/** Edges at multiples of a round step; null where numbers are too large or too close to each other for that. */
function roundEdges(low: number, high: number, min: number, whole: boolean): Bins | null {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return null;
  const step = whole ? Math.max(1, roundStep(span / BARS, WHOLE_STEPS)) : roundStep(span / BARS, STEPS);
  // Nothing is below 0 where nothing was.
  const first = min >= 0 ? Math.max(0, Math.floor(low / step)) : Math.floor(low / step);
  const last = whole ? Math.floor(high / step) + 1 : Math.ceil(high / step);
  const [from, to, bins] = [plain(first * step), plain(last * step), last - first];
  const holds = from <= Math.max(low, min) && to >= high && Number.isFinite(to);
  return holds && bins >= 1 && bins <= 3 * BARS ? { from, to, bins } : null;
}

/** One of the steps times a power of ten, not below `least`; of whole numbers at least 1. */
function roundStep(least: number, steps: readonly number[]): number {
  const whole = steps === WHOLE_STEPS;
  const power = whole && least < 10 ? 1 : 10 ** (Math.floor(Math.log10(least)) - (whole ? 1 : 0));
  return power * steps.find((times) => times * power >= least * (1 - 1e-9))!;
}

/** Without the dust of binary fractions. */
const plain = (value: number): number => Number(value.toPrecision(12));
