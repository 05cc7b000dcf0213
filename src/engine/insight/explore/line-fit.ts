/** A straight line through values at places 0, 1, 2 …, by least squares. */
export interface LineFit {
  start: number;
  slope: number;
  /** Share of the variation on the line: r². */
  fit: number;
  rest: number[];
}

export function lineFit(values: readonly number[]): LineFit {
  const n = values.length;
  const middle = (n - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  let [across, along, up] = [0, 0, 0];
  values.forEach((value, i) => {
    across += (i - middle) ** 2;
    along += (i - middle) * (value - mean);
    up += (value - mean) ** 2;
  });
  const slope = across > 0 ? along / across : 0;
  const start = mean - slope * middle;
  const rest = values.map((value, i) => value - start - slope * i);
  return { start, slope, fit: up > 0 ? Math.min(1, (slope * along) / up) : 0, rest };
}
