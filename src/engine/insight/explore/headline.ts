import { DAY } from '../../steps/parts/calendar';
import type { DaySums } from './day-sums';
import type { Headline } from './finding';
import { periodDays, periodSums, type PeriodDays } from './period-sums';
import { unitFor } from './periods';
import { BEYOND_CHANCE, CONTRAST } from './thresholds';

const PEAK = 3;
/** Fewer periods have no peak to speak of. */
const PEAK_AMONG = 6;

/** What each period brought, and what stands out. */
export function headlineOf(date: string, currency: string | null, sums: DaySums): Headline {
  const { first, days, main } = sums;
  const [from, to] = [first * DAY, (first + days - 1) * DAY];
  const periods = periodDays(first, days, unitFor(from, to));
  const { unit, starts } = periods;
  const totals = periodSums(periods, main.sums);
  const squares = periodSums(periods, main.squares);
  const of = { measure: main.columns, currency: main.of === 'total' ? currency : null };
  const contrast = contrastOf(periods, totals, squares);
  return { date, ...of, unit, starts, totals, from, to, contrast, peak: peakOf(totals, squares) };
}

/** @param squares Σ x² of what is added up: the variance of a total to which rows come by chance */
function contrastOf(
  { whole }: PeriodDays,
  totals: readonly number[],
  squares: readonly number[],
): Headline['contrast'] {
  if (whole.to - whole.from < 3) return null;
  let [best, least] = [whole.from, whole.from];
  for (let i = whole.from; i < whole.to; i++) {
    if (totals[i]! > totals[best]!) best = i;
    if (totals[i]! < totals[least]!) least = i;
  }
  const [high, low] = [totals[best]!, totals[least]!];
  const chance = Math.sqrt(squares[best]! + squares[least]!);
  const tells = low > 0 && high >= CONTRAST * low && high - low > BEYOND_CHANCE * chance;
  return tells ? { best, least, times: high / low } : null;
}

function peakOf(totals: readonly number[], squares: readonly number[]): Headline['peak'] {
  const sum = totals.reduce((all, one) => all + one, 0);
  if (totals.length < PEAK_AMONG || !(sum > 0)) return null;
  const three = threes(totals);
  const from = three.reduce((best, one, i) => (one > three[best]! ? i : best), 0);
  const even = (sum * PEAK) / totals.length;
  const chance = Math.sqrt(threes(squares)[from]!);
  const stands = three[from]! >= CONTRAST * even && three[from]! - even > BEYOND_CHANCE * chance;
  return stands ? { from, to: from + PEAK - 1, share: three[from]! / sum } : null;
}

const threes = (values: readonly number[]): number[] =>
  values.slice(0, 1 - PEAK).map((_, i) => values.slice(i, i + PEAK).reduce((a, b) => a + b, 0));
