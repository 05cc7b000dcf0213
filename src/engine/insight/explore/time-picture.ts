import type { Tally } from '../../table/tally';
import type { ColumnPicture } from './overview-of';
import { periodsOf, unitFor } from './periods';

/** Rows by period, the unit chosen by the span. */
export function timePicture({ values, counts }: Tally): Extract<ColumnPicture, { shape: 'time' }> {
  const [from, to] = [values[0]!, values[values.length - 1]!];
  const { unit, starts } = periodsOf(from, to, unitFor(from, to));
  const rows = new Array<number>(starts.length).fill(0);
  let at = 0;
  for (let i = 0; i < values.length; i++) {
    while (at + 1 < starts.length && values[i]! >= starts[at + 1]!) at++;
    rows[at]! += counts[i]!;
  }
  return { shape: 'time', unit, starts, counts: rows };
}
