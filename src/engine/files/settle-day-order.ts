import { dayFormat } from '../table/build/date-parser-of';
import type { Candidate, ColumnPlan } from './candidates';

const isMonthFirst = ({ format }: Candidate) => format !== null && /^MM[-/.]/.test(dayFormat(format));
const isDayFirst = ({ format }: Candidate) => format !== null && /^DD[-/.]MM/.test(dayFormat(format));

/**
 * Where one column of the sample settles that months stand before days, and none the contrary, the columns that could
 * be read both ways are first tried so. Without such a column days go first.
 */
export function settleDayOrder(plans: readonly ColumnPlan[]): void {
  const both = (plan: ColumnPlan) => plan.candidates.some(isMonthFirst) && plan.candidates.some(isDayFirst);
  const settled = plans.filter((plan) => !both(plan)).flatMap((plan) => plan.candidates.slice(0, 1));
  if (!settled.some(isMonthFirst) || settled.some(isDayFirst)) return;
  for (const plan of plans) {
    if (!both(plan)) continue;
    plan.candidates.sort((a, b) => Number(isMonthFirst(b)) - Number(isMonthFirst(a)));
  }
}
