import type { DateShape } from '../../../engine/index';
import type { LinePoint } from '../../charts/time-line';
import { busiestPeriod } from '../../text/explore';
import { hourName, weekdayName } from '../../text/clock';
import { WEEKDAY_TICKS } from '../../text/explore-column';
import { counted, date } from '../../text/format';
import { periodName, periodTick } from '../../text/periods';

const DAY = 86_400_000;

/** Rows by period as a table has them, and what stands above them. */
export function periodLines(shape: DateShape) {
  const { starts, counts, unit } = shape;
  const lines = starts.map((start, i) => ({ name: periodName(start, unit, starts), value: counts[i]! }));
  return { lines, title: busiestPeriod(shape) };
}

export const lineOf = ({ starts, counts, unit }: DateShape): LinePoint[] =>
  starts.map((start, i) => ({
    label: periodTick(start, unit, starts, i),
    value: counts[i]!,
    words: `${periodName(start, unit, starts, true)}: ${counted(counts[i]!, 'row')}`,
  }));

export const dayLines = ({ from, counts }: NonNullable<DateShape['days']>) =>
  counts.map((value, i) => ({ name: date(from + i * DAY), value }));

const bars = (counts: readonly number[], label: (at: number) => string, full: (at: number) => string) => {
  const most = Math.max(...counts);
  const alone = counts.indexOf(most) === counts.lastIndexOf(most);
  return counts.map((value, at) => ({
    label: label(at),
    full: full(at),
    value,
    strong: !alone || value === most,
    words: `${full(at)}: ${counted(value, 'row')}`,
  }));
};

export const weekdayBars = (counts: readonly number[]) =>
  bars(counts, (at) => WEEKDAY_TICKS[at]!, weekdayName);

export const hourBars = (counts: readonly number[]) => bars(counts, hourName, hourName);
