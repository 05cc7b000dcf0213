import type { Pieces } from '../pieces';

/** Distinct values, rising, and how often each stands. */
export interface Weighed {
  values: Float64Array;
  weights: Float64Array;
}

/**
 * Where `classes` classes of values begin so that the squares within them are least: the places in `values` of the
 * first of each class but the lowest, rising. As many classes as there are values, where these are fewer.
 * Fisher's dynamic programme, exact; the best beginning never moves down as the end moves up, so each class takes
 * n log n steps. Of cuts as good the lower one. Rests after each class.
 * @see Fisher 1958, On grouping for maximum homogeneity; Wang and Song 2011. R, classInt, style fisher.
 */
export function* naturalBreaks({ values, weights }: Weighed, classes: number): Pieces<number[]> {
  const n = values.length;
  const within = withinSums(values, weights);
  let cost = Float64Array.from(values, (_, end) => within(0, end));
  const begins: Uint32Array[] = [];
  for (let done = 1; done < Math.min(classes, n); done++) {
    yield;
    const next = oneMore(cost, done, within);
    begins.push(next.begin);
    cost = next.cost;
  }
  const breaks: number[] = [];
  for (let end = n - 1, at = begins.length - 1; at >= 0; at--) {
    const begin = begins[at]![end]!;
    breaks.unshift(begin);
    end = begin - 1;
  }
  return breaks;
}

type Within = (from: number, to: number) => number;

/** The sum of squares around their mean of the values from one place to another, both included. */
function withinSums(values: Float64Array, weights: Float64Array): Within {
  const n = values.length;
  // Sums around the middle lose fewer digits than sums around 0.
  const middle = values[n >> 1] ?? 0;
  const [count, sum, squares] = [new Float64Array(n + 1), new Float64Array(n + 1), new Float64Array(n + 1)];
  for (let i = 0; i < n; i++) {
    const from = values[i]! - middle;
    count[i + 1] = count[i]! + weights[i]!;
    sum[i + 1] = sum[i]! + weights[i]! * from;
    squares[i + 1] = squares[i]! + weights[i]! * from * from;
  }
  return (from, to) => {
    if (from === to) return 0;
    const total = sum[to + 1]! - sum[from]!;
    const spread = squares[to + 1]! - squares[from]! - (total * total) / (count[to + 1]! - count[from]!);
    return Math.max(0, spread);
  };
}

/** With one class more: for each end the least cost, and where its last class begins. */
function oneMore(before: Float64Array, done: number, within: Within) {
  const n = before.length;
  const cost = new Float64Array(n).fill(Infinity);
  const begin = new Uint32Array(n);
  const between = (first: number, last: number, low: number, high: number): void => {
    if (first > last) return;
    const end = (first + last) >> 1;
    for (let at = Math.max(low, done); at <= Math.min(high, end); at++) {
      const found = before[at - 1]! + within(at, end);
      if (found < cost[end]!) [cost[end], begin[end]] = [found, at];
    }
    between(first, end - 1, low, begin[end]!);
    between(end + 1, last, begin[end]!, high);
  };
  between(done, n - 1, done, n - 1);
  return { cost, begin };
}
