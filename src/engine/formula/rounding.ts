import { log } from '../stats/logarithm';

const MOST_DIGITS = 15;
const ten = (digits: number): number => Number(`1e${digits}`);

/**
 * Rounded to so many digits behind the point, in front of it where that is below 0; halves go away from 0. What counts as a
 * half is told by the 15 digits that are written, as in spreadsheets: 2.675 is 2.68.
 */
export function roundTo(x: number, digits = 0): number {
  const places = Math.max(-MOST_DIGITS, Math.min(MOST_DIGITS, Math.trunc(digits)));
  const size = Math.abs(x);
  if (!(size < 1e15)) return x;
  const scaled = Number((places < 0 ? size / ten(-places) : size * ten(places)).toPrecision(15));
  const whole = Math.floor(scaled + 0.5);
  const rounded = places < 0 ? whole * ten(-places) : whole / ten(places);
  return x < 0 ? -rounded + 0 : rounded;
}

/** Logarithm to the base 10, exact for powers of ten. */
export function log10(x: number): number {
  const found = log(x) / Math.LN10;
  const whole = Math.round(found);
  return Math.abs(whole) < 300 && ten(whole) === x ? whole : found;
}
