/** A scale in pixels that numbers of one column are drawn on. */
export interface ValueScale {
  place(value: number): number;
  /** Round values on it, rising. */
  ticks: readonly number[];
}

/** The ticks that have a word, with it. */
export const worded = (
  ticks: readonly number[],
  tick: (value: number) => string,
): { value: number; text: string }[] =>
  ticks.map((value) => ({ value, text: tick(value) })).filter(({ text }) => text !== '');

const bend = (value: number): number => Math.sign(value) * Math.log1p(Math.abs(value));
const unbend = (value: number): number => Math.sign(value) * Math.expm1(Math.abs(value));

/** Values that rise from low to high in about equal steps of such a scale, rounded so that they can be read. */
export function stepsBetween(
  [low, high]: readonly [number, number],
  { long, whole, steps }: { long: boolean; whole: boolean; steps: number },
): number[] {
  if (!(high > low)) return [low];
  const [start, end] = long ? [bend(low), bend(high)] : [low, high];
  const between = Array.from({ length: steps - 1 }, (_, i) => {
    const at = start + ((end - start) * (i + 1)) / steps;
    const value = long ? unbend(at) : at;
    return whole ? Math.round(value) : readable(value, (high - low) / steps, long);
  });
  return [low, ...new Set(between.filter((value) => value > low && value < high)), high];
}

/** As many digits as a step needs; on a bent scale three. */
function readable(value: number, step: number, long: boolean): number {
  if (long) return Number(value.toPrecision(3));
  const unit = 10 ** Math.floor(Math.log10(step));
  return Number((Math.round(value / unit) * unit).toPrecision(12));
}

const PARTS = 10;

/** From low to high; on ± log(1 + |x|) where a tail is long. At most as many ticks as stand `apart` pixels from each other. */
export function valueScale(
  [low, high]: readonly [number, number],
  long: boolean,
  [from, to]: readonly [number, number],
  apart: number,
): ValueScale {
  // Farther apart than the greatest number there is.
  if (high - low === Infinity) {
    const part = valueScale([low / PARTS, high / PARTS], long, [from, to], apart);
    return { place: (value) => part.place(value / PARTS), ticks: part.ticks.map((tick) => tick * PARTS) };
  }
  const shape = long ? bend : (value: number) => value;
  const [start, span] = [shape(low), shape(high) - shape(low)];
  const place = (value: number) => from + (span > 0 ? (shape(value) - start) / span : 0.5) * (to - from);
  const candidates = (long ? tailed(low, high) : rounds(low, high, Math.max(1, (to - from) / apart))).filter(
    (value) => value >= low && value <= high,
  );
  const ticks: number[] = [];
  for (const value of candidates)
    if (ticks.every((other) => Math.abs(place(value) - place(other)) >= apart)) ticks.push(value);
  ticks.sort((a, b) => a - b);
  return { place, ticks };
}

/** Powers of ten on both sides of 0, those that matter most first; 1, 2 and 5 times them where the range is short. */
function tailed(low: number, high: number): number[] {
  const most = Math.max(Math.abs(low), Math.abs(high), 1);
  const powers = Array.from({ length: Math.floor(Math.log10(most)) + 1 }, (_, i) => 10 ** i);
  if (low < 0) return [0, ...powers.reverse().flatMap((size) => [size, -size])];
  const short = powers.filter((size) => size >= low && size <= high).length < 3;
  return [0, ...(short ? powers.flatMap((size) => [size, 2 * size, 5 * size]) : powers)];
}

/** Multiples of 1, 2 or 5 times a power of ten, about `count` of them. */
function rounds(low: number, high: number, count: number): number[] {
  const raw = (high - low) / count;
  if (!(raw > 0)) return [low];
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = power * [1, 2, 5, 10].find((times) => times * power >= raw * (1 - 1e-9))!;
  const first = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  );
}
